// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func checkHealth(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        return try await api.checkHealth(as: Visitor(origin: request.origin)).response()
    }
    func checkReadiness(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        return try await api.checkReadiness(as: Visitor(origin: request.origin)).response()
    }
}
