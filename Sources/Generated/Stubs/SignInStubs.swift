// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func login(_ input: Login.Input, as caller: Visitor) -> Login.Outcome { .ok(.example) }
    public func logout(as caller: SessionCaller) -> Logout.Outcome { .ok(.example) }
    public func getMe(as caller: SessionCaller) -> GetMe.Outcome { .ok(.example) }
    public func forgotPassword(
        _ input: ForgotPassword.Input, as caller: Visitor
    ) -> ForgotPassword.Outcome { .accepted(.example) }
    public func resetPassword(
        _ input: ResetPassword.Input, as caller: Visitor
    ) -> ResetPassword.Outcome { .ok(.example) }
}
