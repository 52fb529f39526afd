// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension AuditEntry {
    /// The spec's example.
    public static var example: AuditEntry {
        AuditEntry(
            number: AuditNumber(trusted: 1),
            at: Timestamp(microseconds: 1_767_225_600_000_000),
            action: AuditActionName(trusted: "key.created"),
            actorType: .visitor,
            actorId: ActorId(UUIDBits(high: 0x77a15619749b7217, low: 0x97ed0898dff567c8)),
            targetId: TargetId(UUIDBits(high: 0x97bf47143cf67ad5, low: 0x96bbc352885354f8)),
            address: NetworkAddress(trusted: "192.0.2.1"),
            requestId: RequestId(UUIDBits(high: 0xd2e97b7df8427dbf, low: 0xb2522eb46e72ef48)),
            previousHash: AuditHash(trusted: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"),
            hash: AuditHash(trusted: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
        )
    }
}

extension Branding {
    /// The spec's example.
    public static var example: Branding {
        Branding(
            primaryColor: Color(trusted: "#2F6FED"),
            textColor: Color(trusted: "#2F6FED"),
            title: WidgetTitle(trusted: "How can we help?"),
            logoUrl: LogoLink(trusted: "https://cdn.example.com/logo.svg"),
            welcomeMessage: WelcomeMessage(trusted: "Ask us anything."),
            launcherPosition: .bottomRight
        )
    }
}

extension Channel {
    /// The spec's example.
    public static var example: Channel {
        Channel(
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)),
            name: ChannelName(trusted: "Order 1842"),
            channelType: .support,
            topic: Topic(trusted: "Where is my order?"),
            status: .open,
            lastSeq: Seq(trusted: 1),
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000),
            archivedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension ChannelMember {
    /// The spec's example.
    public static var example: ChannelMember {
        ChannelMember(
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)),
            userId: ParticipantId(UUIDBits(high: 0x00b813e841fc76f3, low: 0x81fc5cb8084cdb34)),
            memberType: .key,
            externalUserId: ExternalUserId(trusted: "user-1842"),
            displayName: DisplayName(trusted: "Grace"),
            channelRole: .member,
            muted: true,
            lastReadSeq: Seq(trusted: 1),
            joinedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension ChatSession {
    /// The spec's example.
    public static var example: ChatSession {
        ChatSession(
            sessionId: ChatSessionId(UUIDBits(high: 0x6d94182fd2cf7e90, low: 0x80b878f8aab1b9db)),
            tenantId: TenantId(UUIDBits(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059)),
            userId: EndUserId(UUIDBits(high: 0xb61a10f069997bb8, low: 0x837e345f7babb57b)),
            displayName: DisplayName(trusted: "Grace"),
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension ChatSessionGrant {
    /// The spec's example.
    public static var example: ChatSessionGrant {
        ChatSessionGrant(
            token: ChatToken(trusted: "iris_chat_ExampleExampleExample"), session: .example, chat: .example
        )
    }
}

extension Conversation {
    /// The spec's example.
    public static var example: Conversation {
        Conversation(
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)),
            name: ChannelName(trusted: "Order 1842")
        )
    }
}

extension DeletedInvitation {
    /// The spec's example.
    public static var example: DeletedInvitation {
        DeletedInvitation(
            invitationId: InvitationId(UUIDBits(high: 0xd0c97a11e1007663, low: 0xaaf8b79dec5f1cf6)), deleted: true
        )
    }
}

extension DeletedMessage {
    /// The spec's example.
    public static var example: DeletedMessage {
        DeletedMessage(
            messageId: MessageId(UUIDBits(high: 0xecbc593771cc7929, low: 0x944fa79d193b5a6e)),
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)),
            seq: Seq(trusted: 1),
            deleted: true
        )
    }
}

extension EndedChatSession {
    /// The spec's example.
    public static var example: EndedChatSession {
        EndedChatSession(
            sessionId: ChatSessionId(UUIDBits(high: 0x6d94182fd2cf7e90, low: 0x80b878f8aab1b9db)), deleted: true
        )
    }
}

extension EndedSession {
    /// The spec's example.
    public static var example: EndedSession {
        EndedSession(sessionId: SessionId(UUIDBits(high: 0x11f9ce592b92781a, low: 0xba2b69584342fe9d)), deleted: true)
    }
}

extension FailedMail {
    /// The spec's example.
    public static var example: FailedMail {
        FailedMail(
            mailId: MailReference(UUIDBits(high: 0x1fa4f71eece8725b, low: 0xaf001600fa332380)),
            recipient: Email(trusted: "ada@analytical.example"),
            subject: MailSubject(trusted: "Join your team on Iris"),
            problem: MailProblem(trusted: "The mail server refused the recipient."),
            attempts: AttemptCount(trusted: 12),
            failedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension GuestGrant {
    /// The spec's example.
    public static var example: GuestGrant {
        GuestGrant(
            token: ChatToken(trusted: "iris_chat_ExampleExampleExample"),
            session: .example,
            chat: .example,
            resumeToken: ResumeToken(trusted: "iris_res_ExampleExampleExample")
        )
    }
}

extension HandleAvailability {
    /// The spec's example.
    public static var example: HandleAvailability {
        HandleAvailability(slug: HandleAttempt(trusted: "analytical"), available: true, reason: .malformed)
    }
}

extension Health {
    /// The spec's example.
    public static var example: Health {
        Health(status: .ok)
    }
}

extension Invitation {
    /// The spec's example.
    public static var example: Invitation {
        Invitation(
            invitationId: InvitationId(UUIDBits(high: 0xd0c97a11e1007663, low: 0xaaf8b79dec5f1cf6)),
            email: Email(trusted: "ada@analytical.example"),
            orgRole: .admin,
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000),
            emailSent: true,
            token: InviteToken(trusted: "iris_inv_ExampleExampleExample")
        )
    }
}

extension IssuedKey {
    /// The spec's example.
    public static var example: IssuedKey {
        IssuedKey(
            keyId: KeyId(UUIDBits(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e)),
            name: KeyName(trusted: "Production backend"),
            keyType: .secret,
            keyPrefix: KeyPrefix(trusted: "iris_sk_Example1"),
            secret: KeySecret(trusted: "iris_sk_ExampleExampleExample"),
            scopes: [.channelsRead],
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000),
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension KeyDetails {
    /// The spec's example.
    public static var example: KeyDetails {
        KeyDetails(
            keyId: KeyId(UUIDBits(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e)),
            name: KeyName(trusted: "Production backend"),
            keyType: .secret,
            keyPrefix: KeyPrefix(trusted: "iris_sk_Example1"),
            scopes: [.channelsRead],
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000),
            status: .active,
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000),
            lastUsedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension KeyIntrospection {
    /// The spec's example.
    public static var example: KeyIntrospection {
        KeyIntrospection(
            keyId: KeyId(UUIDBits(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e)),
            tenantId: TenantId(UUIDBits(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059)),
            name: KeyName(trusted: "Production backend"),
            keyType: .secret,
            keyPrefix: KeyPrefix(trusted: "iris_sk_Example1"),
            scopes: [.channelsRead]
        )
    }
}

extension MailReceipt {
    /// The spec's example.
    public static var example: MailReceipt {
        MailReceipt(
            email: Email(trusted: "ada@analytical.example"),
            emailSent: true,
            verificationToken: VerificationToken(trusted: "iris_vfy_ExampleExampleExample")
        )
    }
}

extension Member {
    /// The spec's example.
    public static var example: Member {
        Member(
            userId: UserId(UUIDBits(high: 0xe4b40a6818a7787f, low: 0x93a298512b94c98a)),
            email: Email(trusted: "ada@analytical.example"),
            fullName: FullName(trusted: "Ada Lovelace"),
            orgRole: .owner,
            joinedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension Message {
    /// The spec's example.
    public static var example: Message {
        Message(
            messageId: MessageId(UUIDBits(high: 0xecbc593771cc7929, low: 0x944fa79d193b5a6e)),
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)),
            seq: Seq(trusted: 1),
            sender: .example,
            content: Content(trusted: "Hello! Where is my order?"),
            contentType: .text,
            clientMessageId: ClientMessageId(trusted: "m-1"),
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000),
            changedSeq: Seq(trusted: 1),
            editedAt: Timestamp(microseconds: 1_767_225_600_000_000),
            deletedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension PendingInvitation {
    /// The spec's example.
    public static var example: PendingInvitation {
        PendingInvitation(
            invitationId: InvitationId(UUIDBits(high: 0xd0c97a11e1007663, low: 0xaaf8b79dec5f1cf6)),
            email: Email(trusted: "ada@analytical.example"),
            orgRole: .admin,
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000),
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension Person {
    /// The spec's example.
    public static var example: Person {
        Person(
            userId: UserId(UUIDBits(high: 0xe4b40a6818a7787f, low: 0x93a298512b94c98a)),
            email: Email(trusted: "ada@analytical.example"),
            fullName: FullName(trusted: "Ada Lovelace"),
            orgRole: .owner
        )
    }
}

extension PublicWidget {
    /// The spec's example.
    public static var example: PublicWidget {
        PublicWidget(
            tenantId: TenantId(UUIDBits(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059)), branding: .example
        )
    }
}

extension ReadMark {
    /// The spec's example.
    public static var example: ReadMark {
        ReadMark(
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)), seq: Seq(trusted: 1)
        )
    }
}

extension RemovedChannelMember {
    /// The spec's example.
    public static var example: RemovedChannelMember {
        RemovedChannelMember(
            channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)),
            userId: ParticipantId(UUIDBits(high: 0x00b813e841fc76f3, low: 0x81fc5cb8084cdb34)),
            deleted: true
        )
    }
}

extension RemovedMember {
    /// The spec's example.
    public static var example: RemovedMember {
        RemovedMember(userId: UserId(UUIDBits(high: 0xe4b40a6818a7787f, low: 0x93a298512b94c98a)), deleted: true)
    }
}

extension ResetReceipt {
    /// The spec's example.
    public static var example: ResetReceipt {
        ResetReceipt(
            email: Email(trusted: "ada@analytical.example"),
            emailSent: true,
            resetToken: ResetToken(trusted: "iris_rst_ExampleExampleExample")
        )
    }
}

extension RetentionPolicy {
    /// The spec's example.
    public static var example: RetentionPolicy {
        RetentionPolicy(messageDays: MessageDays(trusted: 2190), auditDays: AuditDays(trusted: 2190))
    }
}

extension RevokedKey {
    /// The spec's example.
    public static var example: RevokedKey {
        RevokedKey(keyId: KeyId(UUIDBits(high: 0x8b731efde9427ee1, low: 0xbb0a7a1657be540e)), deleted: true)
    }
}

extension Sender {
    /// The spec's example.
    public static var example: Sender {
        Sender(
            senderType: .key,
            senderId: SenderId(UUIDBits(high: 0x532d563e24a47fa9, low: 0xbfcfea23597e9a58)),
            displayName: DisplayName(trusted: "Grace")
        )
    }
}

extension SessionDetails {
    /// The spec's example.
    public static var example: SessionDetails {
        SessionDetails(
            sessionId: SessionId(UUIDBits(high: 0x11f9ce592b92781a, low: 0xba2b69584342fe9d)),
            role: .admin,
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000),
            user: .example,
            tenant: .example
        )
    }
}

extension SessionGrant {
    /// The spec's example.
    public static var example: SessionGrant {
        SessionGrant(
            token: SessionToken(trusted: "iris_ses_ExampleExampleExample"),
            role: .admin,
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000),
            user: .example,
            tenant: .example
        )
    }
}

extension SignupReceipt {
    /// The spec's example.
    public static var example: SignupReceipt {
        SignupReceipt(
            signupId: SignupId(UUIDBits(high: 0xa09a20259c817f0c, low: 0x87b5cef87983b41d)),
            tenantId: TenantId(UUIDBits(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059)),
            email: Email(trusted: "ada@analytical.example"),
            slug: Handle(trusted: "analytical"),
            verificationRequired: true,
            verificationEmailSent: true,
            verificationToken: VerificationToken(trusted: "iris_vfy_ExampleExampleExample"),
            expiresAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension TypingNotice {
    /// The spec's example.
    public static var example: TypingNotice {
        TypingNotice(channelId: ChannelId(UUIDBits(high: 0xfae6ff1ce10d7829, low: 0x90b30d630d2581fa)), isTyping: true)
    }
}

extension UsageEntry {
    /// The spec's example.
    public static var example: UsageEntry {
        UsageEntry(day: Day(trusted: "2026-01-31"), metric: .messagesPosted, value: UsageValue(trusted: 42))
    }
}

extension WidgetSettings {
    /// The spec's example.
    public static var example: WidgetSettings {
        WidgetSettings(
            allowedOrigins: [WebOrigin(trusted: "https://app.example.com")],
            branding: .example,
            updatedAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension Workspace {
    /// The spec's example.
    public static var example: Workspace {
        Workspace(
            tenantId: TenantId(UUIDBits(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059)),
            name: CompanyName(trusted: "Analytical Engines"),
            slug: Handle(trusted: "analytical"),
            plan: .trial,
            status: .active,
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000)
        )
    }
}

extension WorkspaceName {
    /// The spec's example.
    public static var example: WorkspaceName {
        WorkspaceName(
            tenantId: TenantId(UUIDBits(high: 0x17ac46ce16127360, low: 0x8b765307e7d8b059)),
            name: CompanyName(trusted: "Analytical Engines"),
            slug: Handle(trusted: "analytical")
        )
    }
}
