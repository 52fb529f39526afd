// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 1 of the contract: Create a workspace.
public protocol SignupHandlers: Sendable {
    /// Says whether a handle is free.
    func checkHandle(_ input: CheckHandle.Input, as caller: Visitor) async throws -> CheckHandle.Outcome
    /// Begins a workspace; it exists once its owner's address is verified.
    func signUp(_ input: SignUp.Input, as caller: Visitor) async throws -> SignUp.Outcome
    /// Turns a pending signup into a workspace, and signs its owner in.
    func verifySignup(_ input: VerifySignup.Input, as caller: Visitor) async throws -> VerifySignup.Outcome
    /// Sends the mail again, with a new link; the old one stops working.
    func resendVerification(
        _ input: ResendVerification.Input, as caller: Visitor
    ) async throws -> ResendVerification.Outcome
}
