// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func createKey(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        let input = try CreateKey.Input(request)
        return try await gate.once(.createKey, request, by: caller.holder) {
            try await api.createKey(input, as: caller).response()
        }
    }
    func listKeys(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.listKeys(as: caller).response()
    }
    func rotateKey(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        let input = try RotateKey.Input(request)
        return try await gate.once(.rotateKey, request, by: caller.holder) {
            try await api.rotateKey(input, as: caller).response()
        }
    }
    func revokeKey(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.revokeKey(RevokeKey.Input(request), as: caller).response()
    }
}
