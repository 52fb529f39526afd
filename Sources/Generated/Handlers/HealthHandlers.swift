// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 0 of the contract: Besides the contract.
public protocol HealthHandlers: Sendable {
    /// Says that the server runs.
    func checkHealth(as caller: Visitor) async throws -> CheckHealth.Outcome
    /// Says that the server can do its work just now.
    func checkReadiness(as caller: Visitor) async throws -> CheckReadiness.Outcome
}
