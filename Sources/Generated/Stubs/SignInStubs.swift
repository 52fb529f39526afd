// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func login(_ input: Login.Input, as caller: Visitor) async throws -> Login.Outcome {
        .ok(SessionGrant.example)
    }

    public func logout(as caller: SessionCaller) async throws -> Logout.Outcome {
        .ok(EndedSession.example)
    }

    public func getMe(as caller: SessionCaller) async throws -> GetMe.Outcome {
        .ok(SessionDetails.example)
    }

    public func forgotPassword(
        _ input: ForgotPassword.Input, as caller: Visitor
    ) async throws -> ForgotPassword.Outcome {
        .accepted(ResetReceipt.example)
    }

    public func resetPassword(_ input: ResetPassword.Input, as caller: Visitor) async throws -> ResetPassword.Outcome {
        .ok(SessionGrant.example)
    }
}
