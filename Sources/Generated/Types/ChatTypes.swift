// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

public struct Channel: JSONWritable {
    public let channelId: ChannelId
    public let name: ChannelName
    public let channelType: ChannelType
    public let topic: Topic?
    public let status: ChannelStatus
    /// The newest place; 0 before the first message.
    public let lastSeq: Seq
    public let createdAt: Timestamp
    public let archivedAt: Timestamp?

    public init(
        channelId: ChannelId, name: ChannelName, channelType: ChannelType, topic: Topic? = nil, status: ChannelStatus,
        lastSeq: Seq, createdAt: Timestamp, archivedAt: Timestamp? = nil
    ) {
        (self.channelId, self.name, self.channelType, self.topic) = (channelId, name, channelType, topic)
        (self.status, self.lastSeq, self.createdAt, self.archivedAt) = (status, lastSeq, createdAt, archivedAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("channel_id", channelId)
        json.member("name", name)
        json.member("channel_type", channelType)
        json.member("topic", orNull: topic)
        json.member("status", status)
        json.member("last_seq", lastSeq)
        json.member("created_at", createdAt)
        json.member("archived_at", orNull: archivedAt)
        json.closeObject()
    }
}

/// A channel.
public struct ChannelId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

/// Somebody who is in a channel.
public struct ChannelMember: JSONWritable {
    public let channelId: ChannelId
    public let userId: ParticipantId
    public let memberType: SenderType
    /// For end users that the customer's app knows.
    public let externalUserId: ExternalUserId?
    public let displayName: DisplayName?
    public let channelRole: ChannelRole
    public let muted: Bool
    public let lastReadSeq: Seq
    public let joinedAt: Timestamp

    public init(
        channelId: ChannelId, userId: ParticipantId, memberType: SenderType, externalUserId: ExternalUserId? = nil,
        displayName: DisplayName? = nil, channelRole: ChannelRole, muted: Bool, lastReadSeq: Seq, joinedAt: Timestamp
    ) {
        (self.channelId, self.userId, self.memberType) = (channelId, userId, memberType)
        (self.externalUserId, self.displayName, self.channelRole) = (externalUserId, displayName, channelRole)
        (self.muted, self.lastReadSeq, self.joinedAt) = (muted, lastReadSeq, joinedAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("channel_id", channelId)
        json.member("user_id", userId)
        json.member("member_type", memberType)
        json.member("external_user_id", orNull: externalUserId)
        json.member("display_name", orNull: displayName)
        json.member("channel_role", channelRole)
        json.member("muted", muted)
        json.member("last_read_seq", lastReadSeq)
        json.member("joined_at", joinedAt)
        json.closeObject()
    }
}

/// Keep health data out of channel names.
public struct ChannelName: TextScalar {
    public static let rule = TextRule(1...120)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public enum ChannelRole: String, Enumeration {
    case member, moderator
    case readOnly = "read_only"
}

public enum ChannelStatus: String, Enumeration {
    case open, archived
}

public enum ChannelType: String, Enumeration {
    case support, group
}

public struct ChatSession: JSONWritable {
    public let sessionId: ChatSessionId
    public let tenantId: TenantId
    public let userId: EndUserId
    public let displayName: DisplayName?
    public let expiresAt: Timestamp

    public init(
        sessionId: ChatSessionId, tenantId: TenantId, userId: EndUserId, displayName: DisplayName? = nil,
        expiresAt: Timestamp
    ) {
        (self.sessionId, self.tenantId, self.userId, self.displayName) = (sessionId, tenantId, userId, displayName)
        self.expiresAt = expiresAt
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("session_id", sessionId)
        json.member("tenant_id", tenantId)
        json.member("user_id", userId)
        json.member("display_name", orNull: displayName)
        json.member("expires_at", expiresAt)
        json.closeObject()
    }
}

/// A chat session that has just been opened, and the conversation that it is for.
public struct ChatSessionGrant: JSONWritable {
    public let token: ChatToken
    public let session: ChatSession
    public let chat: Conversation

    public init(token: ChatToken, session: ChatSession, chat: Conversation) {
        (self.token, self.session, self.chat) = (token, session, chat)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("token", token)
        json.member("session", session)
        json.member("chat", chat)
        json.closeObject()
    }
}

/// An end user's session.
public struct ChatSessionId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct ChatToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// The sender's own name for a message; sending it again answers the same message.
public struct ClientMessageId: TextScalar {
    public static let rule = TextRule(
        1...64, alphabet: ASCIISet("a-z A-Z 0-9 - _ .", 97...122, 65...90, 48...57, 45...45, 95...95, 46...46)
    )
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct Content: SensitiveText {
    public static let rule = TextRule(1...16_384, isSingleLine: false)
    public static let sensitivity = Sensitivity.message
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public enum ContentType: String, Enumeration {
    case text
}

public struct Conversation: JSONWritable {
    public let channelId: ChannelId
    public let name: ChannelName

    public init(channelId: ChannelId, name: ChannelName) { (self.channelId, self.name) = (channelId, name) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("channel_id", channelId)
        json.member("name", name)
        json.closeObject()
    }
}

/// A place in a list, as the list itself has named it.
public struct Cursor: TextScalar {
    public static let rule = TextRule(
        1...512, alphabet: ASCIISet("a-z A-Z 0-9 - _", 97...122, 65...90, 48...57, 45...45, 95...95)
    )
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct DeletedMessage: JSONWritable {
    public let messageId: MessageId
    public let channelId: ChannelId
    /// The place of the deletion.
    public let seq: Seq
    public let deleted: Bool

    public init(messageId: MessageId, channelId: ChannelId, seq: Seq, deleted: Bool) {
        (self.messageId, self.channelId, self.seq, self.deleted) = (messageId, channelId, seq, deleted)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("message_id", messageId)
        json.member("channel_id", channelId)
        json.member("seq", seq)
        json.member("deleted", deleted)
        json.closeObject()
    }
}

public struct DisplayName: SensitiveText {
    public static let rule = TextRule(1...120)
    public static let sensitivity = Sensitivity.personal
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A person who writes from a customer's app.
public struct EndUserId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct EndedChatSession: JSONWritable {
    public let sessionId: ChatSessionId
    public let deleted: Bool

    public init(sessionId: ChatSessionId, deleted: Bool) { (self.sessionId, self.deleted) = (sessionId, deleted) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("session_id", sessionId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}

/// The customer's own id for one of its users.
public struct ExternalUserId: SensitiveText {
    public static let rule = TextRule(1...200)
    public static let sensitivity = Sensitivity.personal
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A guest's chat session, and the token that brings the same guest back for 30 days after each visit.
public struct GuestGrant: JSONWritable {
    public let token: ChatToken
    public let session: ChatSession
    public let chat: Conversation
    public let resumeToken: ResumeToken

    public init(token: ChatToken, session: ChatSession, chat: Conversation, resumeToken: ResumeToken) {
        (self.token, self.session, self.chat, self.resumeToken) = (token, session, chat, resumeToken)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("token", token)
        json.member("session", session)
        json.member("chat", chat)
        json.member("resume_token", resumeToken)
        json.closeObject()
    }
}

public enum ListOrder: String, Enumeration {
    case desc, asc
}

public struct Message: JSONWritable {
    public let messageId: MessageId
    public let channelId: ChannelId
    /// The place that it got when it was posted.
    public let seq: Seq
    public let sender: Sender
    /// Null once the message was deleted.
    public let content: Content?
    public let contentType: ContentType
    public let clientMessageId: ClientMessageId?
    public let createdAt: Timestamp
    /// The place of its last edit, or of its deletion.
    public let changedSeq: Seq?
    public let editedAt: Timestamp?
    public let deletedAt: Timestamp?

    public init(
        messageId: MessageId, channelId: ChannelId, seq: Seq, sender: Sender, content: Content? = nil,
        contentType: ContentType, clientMessageId: ClientMessageId? = nil, createdAt: Timestamp, changedSeq: Seq? = nil,
        editedAt: Timestamp? = nil, deletedAt: Timestamp? = nil
    ) {
        (self.messageId, self.channelId, self.seq, self.sender) = (messageId, channelId, seq, sender)
        (self.content, self.contentType, self.clientMessageId) = (content, contentType, clientMessageId)
        (self.createdAt, self.changedSeq, self.editedAt, self.deletedAt) = (createdAt, changedSeq, editedAt, deletedAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("message_id", messageId)
        json.member("channel_id", channelId)
        json.member("seq", seq)
        json.member("sender", sender)
        json.member("content", orNull: content)
        json.member("content_type", contentType)
        json.member("client_message_id", orNull: clientMessageId)
        json.member("created_at", createdAt)
        json.member("changed_seq", orNull: changedSeq)
        json.member("edited_at", orNull: editedAt)
        json.member("deleted_at", orNull: deletedAt)
        json.closeObject()
    }
}

/// A message.
public struct MessageId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct PageSize: IntegerScalar {
    public static let rule = IntegerRule(1...100, isClamped: true)
    /// What an absent value counts as.
    public static let fallback = PageSize(trusted: 50)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

/// Somebody who can be in channels: an end user, a member of the workspace, or a key.
public struct ParticipantId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct ReadMark: JSONWritable {
    public let channelId: ChannelId
    public let seq: Seq

    public init(channelId: ChannelId, seq: Seq) { (self.channelId, self.seq) = (channelId, seq) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("channel_id", channelId)
        json.member("seq", seq)
        json.closeObject()
    }
}

public struct RemovedChannelMember: JSONWritable {
    public let channelId: ChannelId
    public let userId: ParticipantId
    public let deleted: Bool

    public init(channelId: ChannelId, userId: ParticipantId, deleted: Bool) {
        (self.channelId, self.userId, self.deleted) = (channelId, userId, deleted)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("channel_id", channelId)
        json.member("user_id", userId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}

/// A resume token as a page has kept it; what is wrong with it is found out by looking for it.
public struct ResumeAttempt: SensitiveText {
    public static let rule = TextRule(1...256)
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct ResumeToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct Sender: JSONWritable {
    public let senderType: SenderType
    public let senderId: SenderId
    public let displayName: DisplayName?

    public init(senderType: SenderType, senderId: SenderId, displayName: DisplayName? = nil) {
        (self.senderType, self.senderId, self.displayName) = (senderType, senderId, displayName)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("sender_type", senderType)
        json.member("sender_id", senderId)
        json.member("display_name", orNull: displayName)
        json.closeObject()
    }
}

/// Who sent a message.
public struct SenderId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public enum SenderType: String, Enumeration {
    case key
    case endUser = "end_user"
    case member
}

/// A place in a channel's sequence of messages, edits and deletions, which has no gaps.
public struct Seq: IntegerScalar {
    public static let rule = IntegerRule(0...1_000_000_000_000)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

/// Keep health data out of topics.
public struct Topic: TextScalar {
    public static let rule = TextRule(1...250)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct TypingNotice: JSONWritable {
    public let channelId: ChannelId
    public let isTyping: Bool

    public init(channelId: ChannelId, isTyping: Bool) { (self.channelId, self.isTyping) = (channelId, isTyping) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("channel_id", channelId)
        json.member("is_typing", isTyping)
        json.closeObject()
    }
}
