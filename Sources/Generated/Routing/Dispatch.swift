// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func dispatch(_ operation: APIOperation, _ request: APIRequest) async throws -> APIResponse {
        switch operation {
        case .checkHandle:
            try await gate.count(.lookUp, request)
            let caller = Visitor(origin: request.origin)
            return try await api.checkHandle(CheckHandle.Input(request), as: caller).response()
        case .signUp:
            try await gate.count(.signup, request)
            let caller = Visitor(origin: request.origin)
            return try await api.signUp(SignUp.Input(request), as: caller).response()
        case .verifySignup:
            try await gate.count(.signup, request)
            let caller = Visitor(origin: request.origin)
            return try await api.verifySignup(VerifySignup.Input(request), as: caller).response()
        case .login:
            try await gate.count(.signIn, request)
            let caller = Visitor(origin: request.origin)
            return try await api.login(Login.Input(request), as: caller).response()
        case .inviteTeammate:
            let caller = try await AdminSession(request, gate)
            return try await api.inviteTeammate(InviteTeammate.Input(request), as: caller).response()
        case .acceptInvitation:
            try await gate.count(.signIn, request)
            let caller = Visitor(origin: request.origin)
            return try await api.acceptInvitation(AcceptInvitation.Input(request), as: caller).response()
        case .listMembers:
            let caller = try await AdminSession(request, gate)
            return try await api.listMembers(as: caller).response()
        case .createKey:
            let caller = try await AdminSession(request, gate)
            return try await api.createKey(CreateKey.Input(request), as: caller).response()
        case .listKeys:
            let caller = try await AdminSession(request, gate)
            return try await api.listKeys(as: caller).response()
        case .introspectKey:
            let caller = try await KeyCaller(request, gate)
            return try await api.introspectKey(as: caller).response()
        case .openChatSession:
            let caller = try await IdentityLinkKey(request, gate)
            return try await api.openChatSession(OpenChatSession.Input(request), as: caller).response()
        case .createChannel:
            let caller = try await ChannelsCreateKey(request, gate)
            return try await api.createChannel(CreateChannel.Input(request), as: caller).response()
        case .listChannels:
            let caller = try await ChannelsReadKey(request, gate)
            return try await api.listChannels(ListChannels.Input(request), as: caller).response()
        case .getChannel:
            let caller = try await ChannelsReadKey(request, gate)
            return try await api.getChannel(GetChannel.Input(request), as: caller).response()
        case .postMessage:
            let caller = try await MessagesWriteKey(request, gate)
            return try await api.postMessage(PostMessage.Input(request), as: caller).response()
        case .listMessages:
            let caller = try await MessagesReadKey(request, gate)
            return try await api.listMessages(ListMessages.Input(request), as: caller).response()
        case .getChatSession:
            let caller = try await ChatCaller(request, gate)
            return try await api.getChatSession(as: caller).response()
        case .listConversations:
            let caller = try await ChatCaller(request, gate)
            return try await api.listConversations(ListConversations.Input(request), as: caller).response()
        case .getConversation:
            let caller = try await ChatCaller(request, gate)
            return try await api.getConversation(GetConversation.Input(request), as: caller).response()
        case .sendMessage:
            let caller = try await ChatCaller(request, gate)
            return try await api.sendMessage(SendMessage.Input(request), as: caller).response()
        case .readMessages:
            let caller = try await ChatCaller(request, gate)
            return try await api.readMessages(ReadMessages.Input(request), as: caller).response()
        }
    }
}
