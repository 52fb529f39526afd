// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func checkHandle(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.lookUp, by: request.origin.network, &headers)
        return try await api.checkHandle(CheckHandle.Input(request), as: Visitor(origin: request.origin)).response()
    }
    func signUp(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signup, by: request.origin.network, &headers)
        return try await api.signUp(SignUp.Input(request), as: Visitor(origin: request.origin)).response()
    }
    func verifySignup(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signup, by: request.origin.network, &headers)
        return try await api.verifySignup(VerifySignup.Input(request), as: Visitor(origin: request.origin)).response()
    }
    func resendVerification(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signup, by: request.origin.network, &headers)
        let input = try ResendVerification.Input(request)
        try await gate.count(.mailAccount, by: input.email.text.lowercased(), &headers)
        return try await api.resendVerification(input, as: Visitor(origin: request.origin)).response()
    }
}
