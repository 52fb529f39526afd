// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func introspectKey(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await KeyCaller(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.introspectKey(as: caller).response()
    }
    func openChatSession(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await IdentityLinkKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try OpenChatSession.Input(request)
        return try await gate.once(.openChatSession, request, by: caller.holder) {
            try await api.openChatSession(input, as: caller).response()
        }
    }
    func createChannel(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsCreateKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try CreateChannel.Input(request)
        return try await gate.once(.createChannel, request, by: caller.holder) {
            try await api.createChannel(input, as: caller).response()
        }
    }
    func listChannels(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsReadKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.listChannels(ListChannels.Input(request), as: caller).response()
    }
    func getChannel(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsReadKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.getChannel(GetChannel.Input(request), as: caller).response()
    }
    func changeChannel(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsManageKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.changeChannel(ChangeChannel.Input(request), as: caller).response()
    }
    func archiveChannel(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsManageKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try ArchiveChannel.Input(request)
        return try await gate.once(.archiveChannel, request, by: caller.holder) {
            try await api.archiveChannel(input, as: caller).response()
        }
    }
    func unarchiveChannel(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsManageKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try UnarchiveChannel.Input(request)
        return try await gate.once(.unarchiveChannel, request, by: caller.holder) {
            try await api.unarchiveChannel(input, as: caller).response()
        }
    }
    func listChannelMembers(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsReadKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.listChannelMembers(ListChannelMembers.Input(request), as: caller).response()
    }
    func addChannelMember(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsManageKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try AddChannelMember.Input(request)
        return try await gate.once(.addChannelMember, request, by: caller.holder) {
            try await api.addChannelMember(input, as: caller).response()
        }
    }
    func changeChannelMember(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsManageKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.changeChannelMember(ChangeChannelMember.Input(request), as: caller).response()
    }
    func removeChannelMember(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ChannelsManageKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.removeChannelMember(RemoveChannelMember.Input(request), as: caller).response()
    }
    func postMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await MessagesWriteKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try PostMessage.Input(request)
        return try await gate.once(.postMessage, request, by: caller.holder) {
            try await api.postMessage(input, as: caller).response()
        }
    }
    func listMessages(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await MessagesReadKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.listMessages(ListMessages.Input(request), as: caller).response()
    }
    func getMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await MessagesReadKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.getMessage(GetMessage.Input(request), as: caller).response()
    }
    func changeMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await MessagesWriteKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.changeMessage(ChangeMessage.Input(request), as: caller).response()
    }
    func deleteMessage(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await MessagesWriteKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        return try await api.deleteMessage(DeleteMessage.Input(request), as: caller).response()
    }
    func markRead(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await ReadStateWriteKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try MarkRead.Input(request)
        return try await gate.once(.markRead, request, by: caller.holder) {
            try await api.markRead(input, as: caller).response()
        }
    }
    func showTyping(_ request: APIRequest, _ headers: inout [APIResponse.Header]) async throws -> APIResponse {
        let caller = try await PresenceWriteKey(request, gate)
        if caller.principal.kind.isForPages {
            try await gate.count(.pageKeys, by: request.origin.network, &headers)
        }
        let input = try ShowTyping.Input(request)
        return try await gate.once(.showTyping, request, by: caller.holder) {
            try await api.showTyping(input, as: caller).response()
        }
    }
}
