// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func checkHealth(as caller: Visitor) async throws -> CheckHealth.Outcome {
        .ok(Health.example)
    }

    public func checkReadiness(as caller: Visitor) async throws -> CheckReadiness.Outcome {
        .ok(Health.example)
    }
}
