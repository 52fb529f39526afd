// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension Channel: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            channelId: fields.take("channel_id"), name: fields.take("name"), channelType: fields.take("channel_type"),
            topic: fields.takeOrNull("topic"), status: fields.take("status"), lastSeq: fields.take("last_seq"),
            createdAt: fields.take("created_at"), archivedAt: fields.takeOrNull("archived_at"))
    }
}
extension ChannelMember: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            channelId: fields.take("channel_id"), userId: fields.take("user_id"),
            memberType: fields.take("member_type"), externalUserId: fields.takeOrNull("external_user_id"),
            displayName: fields.takeOrNull("display_name"), channelRole: fields.take("channel_role"),
            muted: fields.take("muted"), lastReadSeq: fields.take("last_read_seq"), joinedAt: fields.take("joined_at"))
    }
}
extension ChatSession: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            sessionId: fields.take("session_id"), tenantId: fields.take("tenant_id"), userId: fields.take("user_id"),
            displayName: fields.takeOrNull("display_name"), expiresAt: fields.take("expires_at"))
    }
}
extension ChatSessionGrant: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(token: fields.take("token"), session: fields.take("session"), chat: fields.take("chat"))
    }
}
extension Conversation: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), name: fields.take("name"))
    }
}
extension DeletedMessage: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            messageId: fields.take("message_id"), channelId: fields.take("channel_id"), seq: fields.take("seq"),
            deleted: fields.take("deleted"))
    }
}
extension EndedChatSession: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(sessionId: fields.take("session_id"), deleted: fields.take("deleted"))
    }
}
extension GuestGrant: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            token: fields.take("token"), session: fields.take("session"), chat: fields.take("chat"),
            resumeToken: fields.take("resume_token"))
    }
}
extension Message: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            messageId: fields.take("message_id"), channelId: fields.take("channel_id"), seq: fields.take("seq"),
            sender: fields.take("sender"), content: fields.takeOrNull("content"),
            contentType: fields.take("content_type"), clientMessageId: fields.takeOrNull("client_message_id"),
            createdAt: fields.take("created_at"), changedSeq: fields.takeOrNull("changed_seq"),
            editedAt: fields.takeOrNull("edited_at"), deletedAt: fields.takeOrNull("deleted_at"))
    }
}
extension ReadMark: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), seq: fields.take("seq"))
    }
}
extension RemovedChannelMember: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            channelId: fields.take("channel_id"), userId: fields.take("user_id"), deleted: fields.take("deleted"))
    }
}
extension Sender: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            senderType: fields.take("sender_type"), senderId: fields.take("sender_id"),
            displayName: fields.takeOrNull("display_name"))
    }
}
extension TypingNotice: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), isTyping: fields.take("is_typing"))
    }
}
