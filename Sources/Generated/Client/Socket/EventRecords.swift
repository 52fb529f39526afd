// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension ReadyEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            ref: fields.takeIfPresent("ref"), caller: fields.take("caller"),
            heartbeatSeconds: fields.take("heartbeat_seconds"), expiresAt: fields.takeOrNull("expires_at"))
    }
}
extension SubscribedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            ref: fields.takeIfPresent("ref"), channelId: fields.take("channel_id"), lastSeq: fields.take("last_seq"),
            recovered: fields.take("recovered"))
    }
}
extension UnsubscribedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(ref: fields.takeIfPresent("ref"), channelId: fields.take("channel_id"))
    }
}
extension PongEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(ref: fields.takeIfPresent("ref"))
    }
}
extension ErrorEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            ref: fields.takeIfPresent("ref"), code: fields.take("code"), message: fields.take("message"),
            pointer: fields.takeIfPresent("pointer"))
    }
}
extension MessageCreatedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), seq: fields.take("seq"), message: fields.take("message"))
    }
}
extension MessageUpdatedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), seq: fields.take("seq"), message: fields.take("message"))
    }
}
extension MessageDeletedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), seq: fields.take("seq"), message: fields.take("message"))
    }
}
extension ReadMovedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), reader: fields.take("reader"), seq: fields.take("seq"))
    }
}
extension TypingChangedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            channelId: fields.take("channel_id"), sender: fields.take("sender"), isTyping: fields.take("is_typing"))
    }
}
extension PresenceChangedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), sender: fields.take("sender"), state: fields.take("state"))
    }
}
extension MemberAddedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), member: fields.take("member"))
    }
}
extension MemberRemovedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channelId: fields.take("channel_id"), member: fields.take("member"))
    }
}
extension ChannelUpdatedEvent: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(channel: fields.take("channel"))
    }
}
