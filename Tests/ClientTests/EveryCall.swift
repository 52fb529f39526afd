import IrisClient

/// One call of every operation, with values that keep the contract, and what the stubs answer to it.
extension RoundTrip {
    static let all: [RoundTrip] = [health, signup, signIn, team, key, widget, product, workspace, chat].flatMap { $0 }

    private static let health: [RoundTrip] = [
        RoundTrip(.checkHealth, as: .owner, answers: Health.example) {
            try await $0.checkHealth()
        },
        RoundTrip(.checkReadiness, as: .owner, answers: Health.example) {
            try await $0.checkReadiness()
        },
    ]

    private static let signup: [RoundTrip] = [
        RoundTrip(.checkHandle, as: .owner, answers: HandleAvailability.example) {
            try await $0.checkHandle(slug: .init(trusted: "analytical"))
        },
        RoundTrip(.signUp, as: .owner, answers: SignupReceipt.example) {
            try await $0.signUp(
                fullName: .init(trusted: "Ada Lovelace"), email: .init(trusted: "ada@analytical.example"),
                password: .init(trusted: "difference engine no. 2"),
                companyName: .init(trusted: "Analytical Engines"), slug: .init(trusted: "analytical"), plan: .trial)
        },
        RoundTrip(.verifySignup, as: .owner, answers: SessionGrant.example) {
            try await $0.verifySignup(
                tenantId: .init(high: 1, low: 2), token: .init(trusted: "iris_vfy_ExampleExampleExample"))
        },
        RoundTrip(.resendVerification, as: .owner, answers: MailReceipt.example) {
            try await $0.resendVerification(email: .init(trusted: "ada@analytical.example"))
        },
    ]

    private static let signIn: [RoundTrip] = [
        RoundTrip(.login, as: .owner, answers: SessionGrant.example) {
            try await $0.login(
                email: .init(trusted: "ada@analytical.example"), password: .init(trusted: "difference engine no. 2"))
        },
        RoundTrip(.logout, as: .owner, answers: EndedSession.example) {
            try await $0.logout()
        },
        RoundTrip(.getMe, as: .owner, answers: SessionDetails.example) {
            try await $0.getMe()
        },
        RoundTrip(.forgotPassword, as: .owner, answers: ResetReceipt.example) {
            try await $0.forgotPassword(email: .init(trusted: "ada@analytical.example"))
        },
        RoundTrip(.resetPassword, as: .owner, answers: SessionGrant.example) {
            try await $0.resetPassword(
                token: .init(trusted: "iris_rst_ExampleExampleExample"),
                password: .init(trusted: "difference engine no. 2"))
        },
    ]

    private static let team: [RoundTrip] = [
        RoundTrip(.inviteTeammate, as: .owner, answers: Invitation.example) {
            try await $0.inviteTeammate(email: .init(trusted: "ada@analytical.example"), orgRole: .admin)
        },
        RoundTrip(.acceptInvitation, as: .owner, answers: SessionGrant.example) {
            try await $0.acceptInvitation(
                tenantId: .init(high: 1, low: 2), token: .init(trusted: "iris_inv_ExampleExampleExample"),
                fullName: .init(trusted: "Ada Lovelace"), password: .init(trusted: "difference engine no. 2"))
        },
        RoundTrip(.listMembers, as: .owner, answers: [Member.example]) {
            try await $0.listMembers()
        },
        RoundTrip(.listInvitations, as: .owner, answers: [PendingInvitation.example]) {
            try await $0.listInvitations()
        },
        RoundTrip(.resendInvitation, as: .owner, answers: Invitation.example) {
            try await $0.resendInvitation(invitationId: .init(high: 1, low: 2))
        },
        RoundTrip(.deleteInvitation, as: .owner, answers: DeletedInvitation.example) {
            try await $0.deleteInvitation(invitationId: .init(high: 1, low: 2))
        },
        RoundTrip(.changeMember, as: .owner, answers: Member.example) {
            try await $0.changeMember(userId: .init(high: 1, low: 2), orgRole: .owner)
        },
        RoundTrip(.removeMember, as: .owner, answers: RemovedMember.example) {
            try await $0.removeMember(userId: .init(high: 1, low: 2))
        },
    ]

    private static let key: [RoundTrip] = [
        RoundTrip(.createKey, as: .owner, answers: IssuedKey.example) {
            try await $0.createKey(
                name: .init(trusted: "Production backend"), keyType: .secret, scopes: [.channelsRead],
                expiresAt: .init(microseconds: 1_767_225_600_000_000))
        },
        RoundTrip(.listKeys, as: .owner, answers: [KeyDetails.example]) {
            try await $0.listKeys()
        },
        RoundTrip(.rotateKey, as: .owner, answers: IssuedKey.example) {
            try await $0.rotateKey(keyId: .init(high: 1, low: 2), graceSeconds: .init(trusted: 3600))
        },
        RoundTrip(.revokeKey, as: .owner, answers: RevokedKey.example) {
            try await $0.revokeKey(keyId: .init(high: 1, low: 2))
        },
    ]

    private static let widget: [RoundTrip] = [
        RoundTrip(.getBranding, as: .owner, answers: PublicWidget.example) {
            try await $0.getBranding(tenantId: .init(high: 1, low: 2))
        },
        RoundTrip(.getWidgetSettings, as: .owner, answers: WidgetSettings.example) {
            try await $0.getWidgetSettings()
        },
        RoundTrip(.putWidgetSettings, as: .owner, answers: WidgetSettings.example) {
            try await $0.putWidgetSettings(
                allowedOrigins: [.init(trusted: "https://app.example.com")],
                branding: .init(title: .init(trusted: "Help"), launcherPosition: .bottomLeft))
        },
    ]

    private static let product: [RoundTrip] = [
        RoundTrip(.introspectKey, as: .backend, answers: KeyIntrospection.example) {
            try await $0.introspectKey()
        },
        RoundTrip(.openChatSession, as: .backend, answers: ChatSessionGrant.example) {
            try await $0.openChatSession(
                externalUserId: .init(trusted: "user-1842"), displayName: .init(trusted: "Grace"),
                email: .init(trusted: "ada@analytical.example"), channelName: .init(trusted: "Order 1842"))
        },
        RoundTrip(.createChannel, as: .backend, answers: Channel.example) {
            try await $0.createChannel(
                name: .init(trusted: "Order 1842"), channelType: .support,
                topic: .init(trusted: "Where is my order?"))
        },
        RoundTrip(.listChannels, as: .backend, answers: [Channel.example]) {
            try await $0.listChannels(limit: .init(trusted: 50), cursor: .init(trusted: "ExampleCursor")).elements
        },
        RoundTrip(.getChannel, as: .backend, answers: Channel.example) {
            try await $0.getChannel(channelId: .init(high: 1, low: 2))
        },
        RoundTrip(.changeChannel, as: .backend, answers: Channel.example) {
            try await $0.changeChannel(
                channelId: .init(high: 1, low: 2), name: .init(trusted: "Order 1842"),
                topic: .set(.init(trusted: "Where is my order?")))
        },
        RoundTrip(.archiveChannel, as: .backend, answers: Channel.example) {
            try await $0.archiveChannel(channelId: .init(high: 1, low: 2))
        },
        RoundTrip(.unarchiveChannel, as: .backend, answers: Channel.example) {
            try await $0.unarchiveChannel(channelId: .init(high: 1, low: 2))
        },
        RoundTrip(.listChannelMembers, as: .backend, answers: [ChannelMember.example]) {
            try await $0.listChannelMembers(channelId: .init(high: 1, low: 2))
        },
        RoundTrip(.addChannelMember, as: .backend, answers: ChannelMember.example) {
            try await $0.addChannelMember(
                channelId: .init(high: 1, low: 2), userId: .init(high: 1, low: 2),
                externalUserId: .init(trusted: "user-1842"), channelRole: .member)
        },
        RoundTrip(.changeChannelMember, as: .backend, answers: ChannelMember.example) {
            try await $0.changeChannelMember(
                channelId: .init(high: 1, low: 2), userId: .init(high: 1, low: 2), channelRole: .member, muted: true)
        },
        RoundTrip(.removeChannelMember, as: .backend, answers: RemovedChannelMember.example) {
            try await $0.removeChannelMember(channelId: .init(high: 1, low: 2), userId: .init(high: 1, low: 2))
        },
        RoundTrip(.postMessage, as: .backend, answers: Message.example) {
            try await $0.postMessage(
                channelId: .init(high: 1, low: 2), content: .init(trusted: "Hello! Where is my order?"),
                contentType: .text, clientMessageId: .init(trusted: "m-1"))
        },
        RoundTrip(.listMessages, as: .backend, answers: [Message.example]) {
            try await $0.listMessages(
                channelId: .init(high: 1, low: 2), limit: .init(trusted: 50), cursor: .init(trusted: "ExampleCursor"),
                order: .desc, afterSeq: .init(trusted: 1)
            ).elements
        },
        RoundTrip(.getMessage, as: .backend, answers: Message.example) {
            try await $0.getMessage(messageId: .init(high: 1, low: 2))
        },
        RoundTrip(.changeMessage, as: .backend, answers: Message.example) {
            try await $0.changeMessage(
                messageId: .init(high: 1, low: 2), content: .init(trusted: "Hello! Where is my order?"))
        },
        RoundTrip(.deleteMessage, as: .backend, answers: DeletedMessage.example) {
            try await $0.deleteMessage(messageId: .init(high: 1, low: 2))
        },
        RoundTrip(.markRead, as: .backend, answers: ReadMark.example) {
            try await $0.markRead(channelId: .init(high: 1, low: 2), seq: .init(trusted: 1))
        },
        RoundTrip(.showTyping, as: .backend, answers: TypingNotice.example) {
            try await $0.showTyping(channelId: .init(high: 1, low: 2), isTyping: true)
        },
    ]

    private static let workspace: [RoundTrip] = [
        RoundTrip(.getWorkspace, as: .owner, answers: Workspace.example) {
            try await $0.getWorkspace()
        },
        RoundTrip(.closeWorkspace, as: .owner, answers: ClosedWorkspace.example) {
            try await $0.closeWorkspace(
                slug: .init(trusted: "analytical"), password: .init(trusted: "difference engine no. 2"))
        },
        RoundTrip(.getUsage, as: .owner, answers: [UsageEntry.example]) {
            try await $0.getUsage(from: .init(trusted: "2026-01-31"), to: .init(trusted: "2026-01-31"))
        },
        RoundTrip(.getRetentionPolicy, as: .owner, answers: RetentionPolicy.example) {
            try await $0.getRetentionPolicy()
        },
        RoundTrip(.putRetentionPolicy, as: .owner, answers: RetentionPolicy.example) {
            try await $0.putRetentionPolicy(messageDays: .init(trusted: 2190), auditDays: .init(trusted: 2190))
        },
        RoundTrip(.listAudit, as: .owner, answers: [AuditEntry.example]) {
            try await $0.listAudit(
                limit: .init(trusted: 50), cursor: .init(trusted: "ExampleCursor"),
                action: .init(trusted: "key.created")
            ).elements
        },
        RoundTrip(.exportAudit, as: .owner, answers: [AuditEntry.example]) {
            try await $0.exportAudit(limit: .init(trusted: 500), cursor: .init(trusted: "ExampleCursor")).elements
        },
        RoundTrip(.listFailedMails, as: .owner, answers: [FailedMail.example]) {
            try await $0.listFailedMails()
        },
    ]

    private static let chat: [RoundTrip] = [
        RoundTrip(.openGuestSession, as: .guest, answers: GuestGrant.example) {
            try await $0.openGuestSession(
                tenantId: .init(high: 1, low: 2), displayName: .init(trusted: "Grace"),
                email: .init(trusted: "ada@analytical.example"),
                resumeToken: .init(trusted: "iris_res_ExampleExampleExample"))
        },
        RoundTrip(.getChatSession, as: .guest, answers: ChatSession.example) {
            try await $0.getChatSession()
        },
        RoundTrip(.refreshChatSession, as: .guest, answers: ChatSessionGrant.example) {
            try await $0.refreshChatSession()
        },
        RoundTrip(.endChatSession, as: .guest, answers: EndedChatSession.example) {
            try await $0.endChatSession()
        },
        RoundTrip(.listConversations, as: .guest, answers: [Channel.example]) {
            try await $0.listConversations(
                limit: .init(trusted: 50), cursor: .init(trusted: "ExampleCursor")
            ).elements
        },
        RoundTrip(.getConversation, as: .guest, answers: Channel.example) {
            try await $0.getConversation(channelId: .init(high: 1, low: 2))
        },
        RoundTrip(.sendMessage, as: .guest, answers: Message.example) {
            try await $0.sendMessage(
                channelId: .init(high: 1, low: 2), content: .init(trusted: "Hello! Where is my order?"),
                contentType: .text, clientMessageId: .init(trusted: "m-1"))
        },
        RoundTrip(.readMessages, as: .guest, answers: [Message.example]) {
            try await $0.readMessages(
                channelId: .init(high: 1, low: 2), limit: .init(trusted: 50), cursor: .init(trusted: "ExampleCursor"),
                order: .desc, afterSeq: .init(trusted: 1)
            ).elements
        },
        RoundTrip(.editMessage, as: .guest, answers: Message.example) {
            try await $0.editMessage(
                messageId: .init(high: 1, low: 2), content: .init(trusted: "Hello! Where is my order?"))
        },
        RoundTrip(.withdrawMessage, as: .guest, answers: DeletedMessage.example) {
            try await $0.withdrawMessage(messageId: .init(high: 1, low: 2))
        },
        RoundTrip(.markConversationRead, as: .guest, answers: ReadMark.example) {
            try await $0.markConversationRead(channelId: .init(high: 1, low: 2), seq: .init(trusted: 1))
        },
        RoundTrip(.showConversationTyping, as: .guest, answers: TypingNotice.example) {
            try await $0.showConversationTyping(channelId: .init(high: 1, low: 2), isTyping: true)
        },
    ]
}
