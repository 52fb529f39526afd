// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 2 of the contract: Sign in later.
public protocol SignInHandlers: Sendable {
    /// Opens a session for a member of a workspace.
    func login(_ input: Login.Input, as caller: Visitor) async throws -> Login.Outcome
    /// Ends the session.
    func logout(as caller: SessionCaller) async throws -> Logout.Outcome
    /// Says who is signed in, where, and until when.
    func getMe(as caller: SessionCaller) async throws -> GetMe.Outcome
    /// Mails a link for choosing a new password; the answer is the same for unknown addresses.
    func forgotPassword(_ input: ForgotPassword.Input, as caller: Visitor) async throws -> ForgotPassword.Outcome
    /// Sets a new password, ends the account's sessions and opens a new one.
    func resetPassword(_ input: ResetPassword.Input, as caller: Visitor) async throws -> ResetPassword.Outcome
}
