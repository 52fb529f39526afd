// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func checkHandle(_ input: CheckHandle.Input, as caller: Visitor) async throws -> CheckHandle.Outcome {
        .ok(HandleAvailability.example)
    }

    public func signUp(_ input: SignUp.Input, as caller: Visitor) async throws -> SignUp.Outcome {
        .accepted(SignupReceipt.example)
    }

    public func verifySignup(_ input: VerifySignup.Input, as caller: Visitor) async throws -> VerifySignup.Outcome {
        .created(SessionGrant.example)
    }

    public func resendVerification(
        _ input: ResendVerification.Input, as caller: Visitor
    ) async throws -> ResendVerification.Outcome {
        .accepted(MailReceipt.example)
    }
}
