// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func inviteTeammate(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        try await gate.count(.invitations, by: caller.holder.limitKey, &headers)
        let input = try InviteTeammate.Input(request)
        return try await gate.once(.inviteTeammate, request, by: caller.holder) {
            try await api.inviteTeammate(input, as: caller).response()
        }
    }
    func acceptInvitation(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.signIn, by: request.origin.network, &headers)
        let input = try AcceptInvitation.Input(request)
        return try await api.acceptInvitation(input, as: Visitor(origin: request.origin)).response()
    }
    func listMembers(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.listMembers(as: caller).response()
    }
    func listInvitations(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.listInvitations(as: caller).response()
    }
    func resendInvitation(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        try await gate.count(.invitations, by: caller.holder.limitKey, &headers)
        let input = try ResendInvitation.Input(request)
        return try await gate.once(.resendInvitation, request, by: caller.holder) {
            try await api.resendInvitation(input, as: caller).response()
        }
    }
    func deleteInvitation(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.deleteInvitation(DeleteInvitation.Input(request), as: caller).response()
    }
    func changeMember(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.changeMember(ChangeMember.Input(request), as: caller).response()
    }
    func removeMember(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await AdminSession(request, gate)
        return try await api.removeMember(RemoveMember.Input(request), as: caller).response()
    }
}
