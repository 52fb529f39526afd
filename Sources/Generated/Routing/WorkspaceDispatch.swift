// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func getWorkspace(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.getWorkspace(as: caller).response()
    }
    func closeWorkspace(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        try await gate.count(.close, by: caller.holder.limitKey, &headers)
        let input = try CloseWorkspace.Input(request)
        return try await gate.once(.closeWorkspace, request, by: caller.holder) {
            try await api.closeWorkspace(input, as: caller).response()
        }
    }
    func getUsage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.getUsage(GetUsage.Input(request), as: caller).response()
    }
    func getRetentionPolicy(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.getRetentionPolicy(as: caller).response()
    }
    func putRetentionPolicy(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.putRetentionPolicy(PutRetentionPolicy.Input(request), as: caller).response()
    }
    func listAudit(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.listAudit(ListAudit.Input(request), as: caller).response()
    }
    func exportAudit(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.exportAudit(ExportAudit.Input(request), as: caller).response()
    }
    func listFailedMails(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.listFailedMails(as: caller).response()
    }
}
