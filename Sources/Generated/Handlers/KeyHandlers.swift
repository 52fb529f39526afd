// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 4 of the contract: Issue API keys.
public protocol KeyHandlers: Sendable {
    /// Issues an API key and shows its secret.
    func createKey(_ input: CreateKey.Input, as caller: AdminSession) async throws -> CreateKey.Outcome
    /// Lists the workspace's keys, without their secrets.
    func listKeys(as caller: AdminSession) async throws -> ListKeys.Outcome
    /// Gives a key a new secret and shows it; the old one stops working.
    func rotateKey(_ input: RotateKey.Input, as caller: AdminSession) async throws -> RotateKey.Outcome
    /// Ends a key at once.
    func revokeKey(_ input: RevokeKey.Input, as caller: AdminSession) async throws -> RevokeKey.Outcome
}
