// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Says that the server runs.
    public func checkHealth() async throws(ClientFailure<NoCode>) -> Health {
        try await ask(.checkHealth, 200)
    }
    /// Says that the server can do its work just now.
    public func checkReadiness() async throws(ClientFailure<NoCode>) -> Health {
        try await ask(.checkReadiness, 200)
    }
}
