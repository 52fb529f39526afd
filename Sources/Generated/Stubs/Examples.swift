// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

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
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000)
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

extension HandleAvailability {
    /// The spec's example.
    public static var example: HandleAvailability {
        HandleAvailability(slug: HandleAttempt(trusted: "analytical"), available: true, reason: .malformed)
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
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000)
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
            createdAt: Timestamp(microseconds: 1_767_225_600_000_000)
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
