// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func login(_ input: Login.Input, as caller: Visitor) async throws -> Login.Outcome {
        .ok(SessionGrant.example)
    }
}
