// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 2 of the contract: Sign in later.
public protocol SignInHandlers: Sendable {
    /// Opens a session for a member of a workspace.
    func login(_ input: Login.Input, as caller: Visitor) async throws -> Login.Outcome
}
