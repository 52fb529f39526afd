// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

// The spec's example of every record that a reply or an event carries.

extension AuditEntry {
    public static let example = AuditEntry(
        number: .init(trusted: 1), at: .example, action: .init(trusted: "key.created"), actorType: .visitor,
        actorId: .init(high: 0x77a15619749b7217, low: 0x97ed0898dff567c8),
        targetId: .init(high: 0x97bf47143cf67ad5, low: 0x96bbc352885354f8), address: .init(trusted: "192.0.2.1"),
        requestId: .init(high: 0xd2e97b7df8427dbf, low: 0xb2522eb46e72ef48),
        previousHash: .init(trusted: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"),
        hash: .init(trusted: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"))
}
extension Branding {
    public static let example = Branding(
        primaryColor: .init(trusted: "#2F6FED"), textColor: .init(trusted: "#2F6FED"),
        title: .init(trusted: "How can we help?"), logoUrl: .init(trusted: "https://cdn.example.com/logo.svg"),
        welcomeMessage: .init(trusted: "Ask us anything."), launcherPosition: .bottomRight)
}
extension Channel {
    public static let example = Channel(
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa), name: .init(trusted: "Order 1842"),
        channelType: .support, topic: .init(trusted: "Where is my order?"), status: .open, lastSeq: .init(trusted: 1),
        createdAt: .example, archivedAt: .example)
}
extension ChannelMember {
    public static let example = ChannelMember(
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa),
        userId: .init(high: 0x00b813e841fc76f3, low: 0x81fc5cb8084cdb34), memberType: .key,
        externalUserId: .init(trusted: "user-1842"), displayName: .init(trusted: "Grace"), channelRole: .member,
        muted: true, lastReadSeq: .init(trusted: 1), joinedAt: .example)
}
extension ChatSession {
    public static let example = ChatSession(
        sessionId: .init(high: 0x6d94182fd2cf7e90, low: 0x80b878f8aab1b9db),
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059),
        userId: .init(high: 0xb61a10f069997bb8, low: 0x837e345f7babb57b), displayName: .init(trusted: "Grace"),
        expiresAt: .example)
}
extension ChatSessionGrant {
    public static let example = ChatSessionGrant(
        token: .init(trusted: "iris_chat_ExampleExampleExample"), session: .example, chat: .example)
}
extension ClosedWorkspace {
    public static let example = ClosedWorkspace(
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059), deleted: true)
}
extension Conversation {
    public static let example = Conversation(
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa), name: .init(trusted: "Order 1842"))
}
extension DeletedInvitation {
    public static let example = DeletedInvitation(
        invitationId: .init(high: 0xd0c97a11e1007663, low: 0xaaf8b79dec5f1cf6), deleted: true)
}
extension DeletedMessage {
    public static let example = DeletedMessage(
        messageId: .init(high: 0xecbc593771cc7929, low: 0x944fa79d193b5a6e),
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa), seq: .init(trusted: 1), deleted: true)
}
extension EndedChatSession {
    public static let example = EndedChatSession(
        sessionId: .init(high: 0x6d94182fd2cf7e90, low: 0x80b878f8aab1b9db), deleted: true)
}
extension EndedSession {
    public static let example = EndedSession(
        sessionId: .init(high: 0x11f9ce592b92781a, low: 0xba2b69584342fe9d), deleted: true)
}
extension FailedMail {
    public static let example = FailedMail(
        mailId: .init(high: 0x1fa4f71eece8725b, low: 0xaf001600fa332380),
        recipient: .init(trusted: "ada@analytical.example"), subject: .init(trusted: "Join your team on Iris"),
        problem: .init(trusted: "The mail server refused the recipient."), attempts: .init(trusted: 12),
        failedAt: .example)
}
extension GuestGrant {
    public static let example = GuestGrant(
        token: .init(trusted: "iris_chat_ExampleExampleExample"), session: .example, chat: .example,
        resumeToken: .init(trusted: "iris_res_ExampleExampleExample"))
}
extension HandleAvailability {
    public static let example = HandleAvailability(
        slug: .init(trusted: "analytical"), available: true, reason: .malformed)
}
extension Health {
    public static let example = Health(status: .ok)
}
extension Invitation {
    public static let example = Invitation(
        invitationId: .init(high: 0xd0c97a11e1007663, low: 0xaaf8b79dec5f1cf6),
        email: .init(trusted: "ada@analytical.example"), orgRole: .admin, expiresAt: .example, emailSent: true,
        token: .init(trusted: "iris_inv_ExampleExampleExample"))
}
extension IssuedKey {
    public static let example = IssuedKey(
        keyId: .init(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e), name: .init(trusted: "Production backend"),
        keyType: .secret, keyPrefix: .init(trusted: "iris_sk_Example1"),
        secret: .init(trusted: "iris_sk_ExampleExampleExample"), scopes: [.channelsRead], createdAt: .example,
        expiresAt: .example)
}
extension KeyDetails {
    public static let example = KeyDetails(
        keyId: .init(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e), name: .init(trusted: "Production backend"),
        keyType: .secret, keyPrefix: .init(trusted: "iris_sk_Example1"), scopes: [.channelsRead], createdAt: .example,
        status: .active, expiresAt: .example, lastUsedAt: .example)
}
extension KeyIntrospection {
    public static let example = KeyIntrospection(
        keyId: .init(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e),
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059), name: .init(trusted: "Production backend"),
        keyType: .secret, keyPrefix: .init(trusted: "iris_sk_Example1"), scopes: [.channelsRead])
}
extension MailReceipt {
    public static let example = MailReceipt(
        email: .init(trusted: "ada@analytical.example"), emailSent: true,
        verificationToken: .init(trusted: "iris_vfy_ExampleExampleExample"))
}
extension Member {
    public static let example = Member(
        userId: .init(high: 0xe4b40a6818a7787f, low: 0x93a298512b94c98a),
        email: .init(trusted: "ada@analytical.example"), fullName: .init(trusted: "Ada Lovelace"), orgRole: .owner,
        joinedAt: .example)
}
extension Message {
    public static let example = Message(
        messageId: .init(high: 0xecbc593771cc7929, low: 0x944fa79d193b5a6e),
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa), seq: .init(trusted: 1), sender: .example,
        content: .init(trusted: "Hello! Where is my order?"), contentType: .text,
        clientMessageId: .init(trusted: "m-1"), createdAt: .example, changedSeq: .init(trusted: 1), editedAt: .example,
        deletedAt: .example)
}
extension PendingInvitation {
    public static let example = PendingInvitation(
        invitationId: .init(high: 0xd0c97a11e1007663, low: 0xaaf8b79dec5f1cf6),
        email: .init(trusted: "ada@analytical.example"), orgRole: .admin, createdAt: .example, expiresAt: .example)
}
extension Person {
    public static let example = Person(
        userId: .init(high: 0xe4b40a6818a7787f, low: 0x93a298512b94c98a),
        email: .init(trusted: "ada@analytical.example"), fullName: .init(trusted: "Ada Lovelace"), orgRole: .owner)
}
extension PublicWidget {
    public static let example = PublicWidget(
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059), branding: .example)
}
extension ReadMark {
    public static let example = ReadMark(
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa), seq: .init(trusted: 1))
}
extension RemovedChannelMember {
    public static let example = RemovedChannelMember(
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa),
        userId: .init(high: 0x00b813e841fc76f3, low: 0x81fc5cb8084cdb34), deleted: true)
}
extension RemovedMember {
    public static let example = RemovedMember(
        userId: .init(high: 0xe4b40a6818a7787f, low: 0x93a298512b94c98a), deleted: true)
}
extension ResetReceipt {
    public static let example = ResetReceipt(
        email: .init(trusted: "ada@analytical.example"), emailSent: true,
        resetToken: .init(trusted: "iris_rst_ExampleExampleExample"))
}
extension RetentionPolicy {
    public static let example = RetentionPolicy(messageDays: .init(trusted: 2190), auditDays: .init(trusted: 2190))
}
extension RevokedKey {
    public static let example = RevokedKey(
        keyId: .init(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e), deleted: true)
}
extension Sender {
    public static let example = Sender(
        senderType: .key, senderId: .init(high: 0x532d563e24a47fa9, low: 0xbfcfea23597e9a58),
        displayName: .init(trusted: "Grace"))
}
extension SessionDetails {
    public static let example = SessionDetails(
        sessionId: .init(high: 0x11f9ce592b92781a, low: 0xba2b69584342fe9d), role: .admin, expiresAt: .example,
        user: .example, tenant: .example)
}
extension SessionGrant {
    public static let example = SessionGrant(
        token: .init(trusted: "iris_ses_ExampleExampleExample"), role: .admin, expiresAt: .example, user: .example,
        tenant: .example)
}
extension SignupReceipt {
    public static let example = SignupReceipt(
        signupId: .init(high: 0xa09a20259c817f0c, low: 0x87b5cef87983b41d),
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059),
        email: .init(trusted: "ada@analytical.example"), slug: .init(trusted: "analytical"), verificationRequired: true,
        verificationEmailSent: true, verificationToken: .init(trusted: "iris_vfy_ExampleExampleExample"),
        expiresAt: .example)
}
extension TypingNotice {
    public static let example = TypingNotice(
        channelId: .init(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa), isTyping: true)
}
extension UsageEntry {
    public static let example = UsageEntry(
        day: .init(trusted: "2026-01-31"), metric: .messagesPosted, value: .init(trusted: 42))
}
extension WidgetSettings {
    public static let example = WidgetSettings(
        allowedOrigins: [.init(trusted: "https://app.example.com")], branding: .example, updatedAt: .example)
}
extension Workspace {
    public static let example = Workspace(
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059), name: .init(trusted: "Analytical Engines"),
        slug: .init(trusted: "analytical"), plan: .trial, status: .active, createdAt: .example)
}
extension WorkspaceName {
    public static let example = WorkspaceName(
        tenantId: .init(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059), name: .init(trusted: "Analytical Engines"),
        slug: .init(trusted: "analytical"))
}

extension Timestamp {
    static let example = Timestamp(microseconds: 1_767_225_600_000_000)
}
