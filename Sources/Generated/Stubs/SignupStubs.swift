// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func checkHandle(_ input: CheckHandle.Input, as caller: Visitor) -> CheckHandle.Outcome { .ok(.example) }
    public func signUp(_ input: SignUp.Input, as caller: Visitor) -> SignUp.Outcome { .accepted(.example) }
    public func verifySignup(
        _ input: VerifySignup.Input, as caller: Visitor
    ) -> VerifySignup.Outcome { .created(.example) }
    public func resendVerification(
        _ input: ResendVerification.Input, as caller: Visitor
    ) -> ResendVerification.Outcome { .accepted(.example) }
}
