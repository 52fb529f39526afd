// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func getBranding(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.lookUp, by: request.origin.network, &headers)
        let input = try GetBranding.Input(request)
        return try await api.getBranding(input, as: Visitor(origin: request.origin)).response()
            .cacheable(for: 60, request)
    }
    func getWidgetSettings(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.getWidgetSettings(as: caller).response()
    }
    func putWidgetSettings(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.putWidgetSettings(PutWidgetSettings.Input(request), as: caller).response()
    }
}
