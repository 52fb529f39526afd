// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func checkHealth(as caller: Visitor) -> CheckHealth.Outcome { .ok(.example) }
    public func checkReadiness(as caller: Visitor) -> CheckReadiness.Outcome { .ok(.example) }
}
