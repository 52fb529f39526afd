// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension Dispatcher {
    func dispatch(
        _ operation: APIOperation, _ request: APIRequest, _ headers: inout [APIResponse.Header]
    ) async throws -> APIResponse {
        switch operation {
        case .checkHealth:
            return try await api.checkHealth(as: Visitor(origin: request.origin)).response()
        case .checkReadiness:
            return try await api.checkReadiness(as: Visitor(origin: request.origin)).response()
        case .checkHandle:
            try await gate.count(.lookUp, by: request.origin.network, &headers)
            return try await api.checkHandle(CheckHandle.Input(request), as: Visitor(origin: request.origin)).response()
        case .signUp:
            try await gate.count(.signup, by: request.origin.network, &headers)
            return try await api.signUp(SignUp.Input(request), as: Visitor(origin: request.origin)).response()
        case .verifySignup:
            try await gate.count(.signup, by: request.origin.network, &headers)
            let input = try VerifySignup.Input(request)
            return try await api.verifySignup(input, as: Visitor(origin: request.origin)).response()
        case .resendVerification:
            try await gate.count(.signup, by: request.origin.network, &headers)
            let input = try ResendVerification.Input(request)
            try await gate.count(.mailAccount, by: input.email.text.lowercased(), &headers)
            return try await api.resendVerification(input, as: Visitor(origin: request.origin)).response()
        case .login:
            try await gate.count(.signIn, by: request.origin.network, &headers)
            let input = try Login.Input(request)
            try await gate.count(.signInAccount, by: input.email.text.lowercased(), &headers)
            return try await api.login(input, as: Visitor(origin: request.origin)).response()
        case .logout:
            let caller = try await SessionCaller(request, gate)
            return try await gate.once(.logout, request, by: caller.holder) {
                try await api.logout(as: caller).response()
            }
        case .getMe:
            let caller = try await SessionCaller(request, gate)
            return try await api.getMe(as: caller).response()
        case .forgotPassword:
            try await gate.count(.signIn, by: request.origin.network, &headers)
            let input = try ForgotPassword.Input(request)
            try await gate.count(.mailAccount, by: input.email.text.lowercased(), &headers)
            return try await api.forgotPassword(input, as: Visitor(origin: request.origin)).response()
        case .resetPassword:
            try await gate.count(.signIn, by: request.origin.network, &headers)
            let input = try ResetPassword.Input(request)
            return try await api.resetPassword(input, as: Visitor(origin: request.origin)).response()
        case .inviteTeammate:
            let caller = try await AdminSession(request, gate)
            try await gate.count(.invitations, by: caller.holder.limitKey, &headers)
            let input = try InviteTeammate.Input(request)
            return try await gate.once(.inviteTeammate, request, by: caller.holder) {
                try await api.inviteTeammate(input, as: caller).response()
            }
        case .acceptInvitation:
            try await gate.count(.signIn, by: request.origin.network, &headers)
            let input = try AcceptInvitation.Input(request)
            return try await api.acceptInvitation(input, as: Visitor(origin: request.origin)).response()
        case .listMembers:
            let caller = try await AdminSession(request, gate)
            return try await api.listMembers(as: caller).response()
        case .listInvitations:
            let caller = try await AdminSession(request, gate)
            return try await api.listInvitations(as: caller).response()
        case .resendInvitation:
            let caller = try await AdminSession(request, gate)
            try await gate.count(.invitations, by: caller.holder.limitKey, &headers)
            let input = try ResendInvitation.Input(request)
            return try await gate.once(.resendInvitation, request, by: caller.holder) {
                try await api.resendInvitation(input, as: caller).response()
            }
        case .deleteInvitation:
            let caller = try await AdminSession(request, gate)
            return try await api.deleteInvitation(DeleteInvitation.Input(request), as: caller).response()
        case .changeMember:
            let caller = try await AdminSession(request, gate)
            return try await api.changeMember(ChangeMember.Input(request), as: caller).response()
        case .removeMember:
            let caller = try await AdminSession(request, gate)
            return try await api.removeMember(RemoveMember.Input(request), as: caller).response()
        case .createKey:
            let caller = try await AdminSession(request, gate)
            let input = try CreateKey.Input(request)
            return try await gate.once(.createKey, request, by: caller.holder) {
                try await api.createKey(input, as: caller).response()
            }
        case .listKeys:
            let caller = try await AdminSession(request, gate)
            return try await api.listKeys(as: caller).response()
        case .rotateKey:
            let caller = try await AdminSession(request, gate)
            let input = try RotateKey.Input(request)
            return try await gate.once(.rotateKey, request, by: caller.holder) {
                try await api.rotateKey(input, as: caller).response()
            }
        case .revokeKey:
            let caller = try await AdminSession(request, gate)
            return try await api.revokeKey(RevokeKey.Input(request), as: caller).response()
        case .getBranding:
            try await gate.count(.lookUp, by: request.origin.network, &headers)
            let input = try GetBranding.Input(request)
            return try await api.getBranding(input, as: Visitor(origin: request.origin)).response()
                .cacheable(for: 60, request)
        case .getWidgetSettings:
            let caller = try await AdminSession(request, gate)
            return try await api.getWidgetSettings(as: caller).response()
        case .putWidgetSettings:
            let caller = try await AdminSession(request, gate)
            return try await api.putWidgetSettings(PutWidgetSettings.Input(request), as: caller).response()
        case .introspectKey:
            let caller = try await KeyCaller(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.introspectKey(as: caller).response()
        case .openChatSession:
            let caller = try await IdentityLinkKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try OpenChatSession.Input(request)
            return try await gate.once(.openChatSession, request, by: caller.holder) {
                try await api.openChatSession(input, as: caller).response()
            }
        case .createChannel:
            let caller = try await ChannelsCreateKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try CreateChannel.Input(request)
            return try await gate.once(.createChannel, request, by: caller.holder) {
                try await api.createChannel(input, as: caller).response()
            }
        case .listChannels:
            let caller = try await ChannelsReadKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.listChannels(ListChannels.Input(request), as: caller).response()
        case .getChannel:
            let caller = try await ChannelsReadKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.getChannel(GetChannel.Input(request), as: caller).response()
        case .changeChannel:
            let caller = try await ChannelsManageKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.changeChannel(ChangeChannel.Input(request), as: caller).response()
        case .archiveChannel:
            let caller = try await ChannelsManageKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try ArchiveChannel.Input(request)
            return try await gate.once(.archiveChannel, request, by: caller.holder) {
                try await api.archiveChannel(input, as: caller).response()
            }
        case .unarchiveChannel:
            let caller = try await ChannelsManageKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try UnarchiveChannel.Input(request)
            return try await gate.once(.unarchiveChannel, request, by: caller.holder) {
                try await api.unarchiveChannel(input, as: caller).response()
            }
        case .listChannelMembers:
            let caller = try await ChannelsReadKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.listChannelMembers(ListChannelMembers.Input(request), as: caller).response()
        case .addChannelMember:
            let caller = try await ChannelsManageKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try AddChannelMember.Input(request)
            return try await gate.once(.addChannelMember, request, by: caller.holder) {
                try await api.addChannelMember(input, as: caller).response()
            }
        case .changeChannelMember:
            let caller = try await ChannelsManageKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.changeChannelMember(ChangeChannelMember.Input(request), as: caller).response()
        case .removeChannelMember:
            let caller = try await ChannelsManageKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.removeChannelMember(RemoveChannelMember.Input(request), as: caller).response()
        case .postMessage:
            let caller = try await MessagesWriteKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try PostMessage.Input(request)
            return try await gate.once(.postMessage, request, by: caller.holder) {
                try await api.postMessage(input, as: caller).response()
            }
        case .listMessages:
            let caller = try await MessagesReadKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.listMessages(ListMessages.Input(request), as: caller).response()
        case .getMessage:
            let caller = try await MessagesReadKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.getMessage(GetMessage.Input(request), as: caller).response()
        case .changeMessage:
            let caller = try await MessagesWriteKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.changeMessage(ChangeMessage.Input(request), as: caller).response()
        case .deleteMessage:
            let caller = try await MessagesWriteKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            return try await api.deleteMessage(DeleteMessage.Input(request), as: caller).response()
        case .markRead:
            let caller = try await ReadStateWriteKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try MarkRead.Input(request)
            return try await gate.once(.markRead, request, by: caller.holder) {
                try await api.markRead(input, as: caller).response()
            }
        case .showTyping:
            let caller = try await PresenceWriteKey(request, gate)
            if caller.principal.kind.isForPages {
                try await gate.count(.pageKeys, by: request.origin.network, &headers)
            }
            let input = try ShowTyping.Input(request)
            return try await gate.once(.showTyping, request, by: caller.holder) {
                try await api.showTyping(input, as: caller).response()
            }
        case .getWorkspace:
            let caller = try await AdminSession(request, gate)
            return try await api.getWorkspace(as: caller).response()
        case .getUsage:
            let caller = try await AdminSession(request, gate)
            return try await api.getUsage(GetUsage.Input(request), as: caller).response()
        case .getRetentionPolicy:
            let caller = try await AdminSession(request, gate)
            return try await api.getRetentionPolicy(as: caller).response()
        case .putRetentionPolicy:
            let caller = try await AdminSession(request, gate)
            return try await api.putRetentionPolicy(PutRetentionPolicy.Input(request), as: caller).response()
        case .listAudit:
            let caller = try await AdminSession(request, gate)
            return try await api.listAudit(ListAudit.Input(request), as: caller).response()
        case .exportAudit:
            let caller = try await AdminSession(request, gate)
            return try await api.exportAudit(ExportAudit.Input(request), as: caller).response()
        case .listFailedMails:
            let caller = try await AdminSession(request, gate)
            return try await api.listFailedMails(as: caller).response()
        case .openGuestSession:
            try await gate.count(.guest, by: request.origin.network, &headers)
            let input = try OpenGuestSession.Input(request)
            return try await api.openGuestSession(input, as: Visitor(origin: request.origin)).response()
        case .getChatSession:
            let caller = try await ChatCaller(request, gate)
            return try await api.getChatSession(as: caller).response()
        case .refreshChatSession:
            let caller = try await ChatCaller(request, gate)
            return try await gate.once(.refreshChatSession, request, by: caller.holder) {
                try await api.refreshChatSession(as: caller).response()
            }
        case .endChatSession:
            let caller = try await ChatCaller(request, gate)
            return try await api.endChatSession(as: caller).response()
        case .listConversations:
            let caller = try await ConversationReader(request, gate)
            return try await api.listConversations(ListConversations.Input(request), as: caller).response()
        case .getConversation:
            let caller = try await ConversationReader(request, gate)
            return try await api.getConversation(GetConversation.Input(request), as: caller).response()
        case .sendMessage:
            let caller = try await ConversationWriter(request, gate)
            try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
            let input = try SendMessage.Input(request)
            return try await gate.once(.sendMessage, request, by: caller.holder) {
                try await api.sendMessage(input, as: caller).response()
            }
        case .readMessages:
            let caller = try await ConversationReader(request, gate)
            return try await api.readMessages(ReadMessages.Input(request), as: caller).response()
        case .editMessage:
            let caller = try await ConversationWriter(request, gate)
            try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
            return try await api.editMessage(EditMessage.Input(request), as: caller).response()
        case .withdrawMessage:
            let caller = try await ConversationWriter(request, gate)
            try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
            return try await api.withdrawMessage(WithdrawMessage.Input(request), as: caller).response()
        case .markConversationRead:
            let caller = try await ConversationWriter(request, gate)
            try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
            let input = try MarkConversationRead.Input(request)
            return try await gate.once(.markConversationRead, request, by: caller.holder) {
                try await api.markConversationRead(input, as: caller).response()
            }
        case .showConversationTyping:
            let caller = try await ConversationWriter(request, gate)
            try await gate.count(.chatWrite, by: caller.holder.limitKey, &headers)
            let input = try ShowConversationTyping.Input(request)
            return try await gate.once(.showConversationTyping, request, by: caller.holder) {
                try await api.showConversationTyping(input, as: caller).response()
            }
        }
    }
}
