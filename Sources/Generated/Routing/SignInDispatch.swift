// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func login(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signIn, by: request.origin.network, &headers)
        let input = try Login.Input(request)
        try await gate.count(.signInAccount, by: input.email.text.lowercased(), &headers)
        return try await api.login(input, as: Visitor(origin: request.origin)).response()
    }
    func logout(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await SessionCaller(request, gate)
        return try await gate.once(.logout, request, by: caller.holder) { try await api.logout(as: caller).response() }
    }
    func getMe(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await SessionCaller(request, gate)
        return try await api.getMe(as: caller).response()
    }
    func forgotPassword(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signIn, by: request.origin.network, &headers)
        let input = try ForgotPassword.Input(request)
        try await gate.count(.mailAccount, by: input.email.text.lowercased(), &headers)
        return try await api.forgotPassword(input, as: Visitor(origin: request.origin)).response()
    }
    func resetPassword(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signIn, by: request.origin.network, &headers)
        return try await api.resetPassword(ResetPassword.Input(request), as: Visitor(origin: request.origin)).response()
    }
}
