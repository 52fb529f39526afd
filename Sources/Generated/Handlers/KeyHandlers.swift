// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 4 of the contract: Issue API keys.
public protocol KeyHandlers: Sendable {
    /// Issues an API key; its secret is shown in this answer only.
    func createKey(_ input: CreateKey.Input, as caller: AdminSession) async throws -> CreateKey.Outcome

    /// Lists the workspace's keys, without their secrets.
    func listKeys(as caller: AdminSession) async throws -> ListKeys.Outcome
}
