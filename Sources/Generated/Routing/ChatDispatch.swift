// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func openGuestSession(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        try await gate.count(.guest, by: request.origin.network, &headers)
        let input = try OpenGuestSession.Input(request)
        return try await api.openGuestSession(input, as: Visitor(origin: request.origin)).response()
    }
    func getChatSession(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChatCaller(request, gate)
        return try await api.getChatSession(as: caller).response()
    }
    func refreshChatSession(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChatCaller(request, gate)
        return try await gate.once(.refreshChatSession, request, by: caller.holder) {
            try await api.refreshChatSession(as: caller).response()
        }
    }
    func endChatSession(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChatCaller(request, gate)
        return try await api.endChatSession(as: caller).response()
    }
    func listConversations(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ConversationReader(request, gate)
        return try await api.listConversations(ListConversations.Input(request), as: caller).response()
    }
    func getConversation(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ConversationReader(request, gate)
        return try await api.getConversation(GetConversation.Input(request), as: caller).response()
    }
    func sendMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ConversationWriter(request, gate)
        try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
        let input = try SendMessage.Input(request)
        return try await gate.once(.sendMessage, request, by: caller.holder) {
            try await api.sendMessage(input, as: caller).response()
        }
    }
    func readMessages(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ConversationReader(request, gate)
        return try await api.readMessages(ReadMessages.Input(request), as: caller).response()
    }
    func editMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ConversationWriter(request, gate)
        try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
        return try await api.editMessage(EditMessage.Input(request), as: caller).response()
    }
    func withdrawMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ConversationWriter(request, gate)
        try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
        return try await api.withdrawMessage(WithdrawMessage.Input(request), as: caller).response()
    }
    func markConversationRead(
        _ request: APIRequest, _ headers: inout [APIResponse.Header]
    ) async throws -> APIResponse {
        let caller = try await ConversationWriter(request, gate)
        try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
        let input = try MarkConversationRead.Input(request)
        return try await gate.once(.markConversationRead, request, by: caller.holder) {
            try await api.markConversationRead(input, as: caller).response()
        }
    }
    func showConversationTyping(
        _ request: APIRequest, _ headers: inout [APIResponse.Header]
    ) async throws -> APIResponse {
        let caller = try await ConversationWriter(request, gate)
        try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
        let input = try ShowConversationTyping.Input(request)
        return try await gate.once(.showConversationTyping, request, by: caller.holder) {
            try await api.showConversationTyping(input, as: caller).response()
        }
    }
}
