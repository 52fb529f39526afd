// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Opens a session for a member of a workspace.
    public func login(email: Email, password: PasswordAttempt) async throws(ClientFailure<Login.Code>) -> SessionGrant {
        try await ask(.login, 200, refusals: Login.Code.self, body: ["email": email, "password": password])
    }
    /// Ends the session.
    public func logout() async throws(ClientFailure<NoCode>) -> EndedSession {
        try await ask(.logout, 200)
    }
    /// Says who is signed in, where, and until when.
    public func getMe() async throws(ClientFailure<NoCode>) -> SessionDetails {
        try await ask(.getMe, 200)
    }
    /// Mails a link for choosing a new password; the answer is the same for unknown addresses.
    public func forgotPassword(email: Email) async throws(ClientFailure<NoCode>) -> ResetReceipt {
        try await ask(.forgotPassword, 202, body: ["email": email])
    }
    /// Sets a new password, ends the account's sessions and opens a new one.
    public func resetPassword(
        token: ResetToken, password: Password
    ) async throws(ClientFailure<ResetPassword.Code>) -> SessionGrant {
        try await ask(
            .resetPassword, 200, refusals: ResetPassword.Code.self, body: ["token": token, "password": password])
    }
}
