// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension ChatToken {
    /// What the token of a visitor chat begins with.
    public static let visitorPrefix = "iris_chat_"

    /// The token that a request carries; nil when there is none of this kind, or more than one.
    init?(carriedBy request: APIRequest) {
        guard let token = request.token(in: [.bearer]) else { return nil }
        self.init(presented: token)
    }

    /// The text as a token; nil when it does not begin as those of this kind do.
    init?(presented text: String) {
        guard [Self.visitorPrefix].contains(where: text.hasPrefix) else { return nil }
        self.init(trusted: text)
    }
}

/// What is known of a caller once its chat was recognised. An end user in a conversation.
public struct ChatPrincipal: Sendable {
    public let chatSessionId: ChatSessionId
    public let tenantId: TenantId
    public let userId: EndUserId
    public let displayName: DisplayName?
    public let expiresAt: Timestamp

    public init(
        chatSessionId: ChatSessionId, tenantId: TenantId, userId: EndUserId, displayName: DisplayName? = nil,
        expiresAt: Timestamp
    ) {
        (self.chatSessionId, self.tenantId, self.userId) = (chatSessionId, tenantId, userId)
        (self.displayName, self.expiresAt) = (displayName, expiresAt)
    }
}

/// Every caller with a chat, whatever it may do.
public protocol ChatBearer: Sendable {
    var principal: ChatPrincipal { get }
    var origin: RequestOrigin { get }
}

extension ChatBearer {
    public var holder: Holder { .chat(principal) }
    public var chatSessionId: ChatSessionId { principal.chatSessionId }
    public var tenantId: TenantId { principal.tenantId }
    public var userId: EndUserId { principal.userId }
    public var displayName: DisplayName? { principal.displayName }
    public var expiresAt: Timestamp { principal.expiresAt }
}
