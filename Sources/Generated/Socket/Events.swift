// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// What the server sends on the socket.
public protocol ServerEvent: JSONWritable {
    /// The name under which clients know the event.
    static var type: String { get }
    /// Whether it has a place in its channel's sequence, and a subscription makes up for it.
    static var isReplayed: Bool { get }
}

/// The token was accepted; frames are taken from now on.
///
/// promises 8-3, 6-9
public struct ReadyEvent: ServerEvent {
    public static let type = "ready"
    public static let isReplayed = false
    /// The ref of the frame that this answers.
    public let ref: FrameRef?
    public let caller: Sender
    public let heartbeatSeconds: HeartbeatSeconds
    /// When the token ends; null if it does not.
    public let expiresAt: Timestamp?

    public init(ref: FrameRef? = nil, caller: Sender, heartbeatSeconds: HeartbeatSeconds, expiresAt: Timestamp? = nil) {
        (self.ref, self.caller, self.heartbeatSeconds, self.expiresAt) = (ref, caller, heartbeatSeconds, expiresAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("ref", ifPresent: ref)
        json.member("caller", caller)
        json.member("heartbeat_seconds", heartbeatSeconds)
        json.member("expires_at", orNull: expiresAt)
        json.closeObject()
    }
}

/// Stands behind what was made up for and before everything newer.
///
/// promises 8-3
public struct SubscribedEvent: ServerEvent {
    public static let type = "subscribed"
    public static let isReplayed = false
    /// The ref of the frame that this answers.
    public let ref: FrameRef?
    public let channelId: ChannelId
    /// The channel's newest place.
    public let lastSeq: Seq
    /// Whether nothing is missing since after_seq. If false, list the messages again.
    public let recovered: Bool

    public init(ref: FrameRef? = nil, channelId: ChannelId, lastSeq: Seq, recovered: Bool) {
        (self.ref, self.channelId, self.lastSeq, self.recovered) = (ref, channelId, lastSeq, recovered)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("ref", ifPresent: ref)
        json.member("channel_id", channelId)
        json.member("last_seq", lastSeq)
        json.member("recovered", recovered)
        json.closeObject()
    }
}

/// The channel's events come no more.
public struct UnsubscribedEvent: ServerEvent {
    public static let type = "unsubscribed"
    public static let isReplayed = false
    /// The ref of the frame that this answers.
    public let ref: FrameRef?
    public let channelId: ChannelId

    public init(ref: FrameRef? = nil, channelId: ChannelId) { (self.ref, self.channelId) = (ref, channelId) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("ref", ifPresent: ref)
        json.member("channel_id", channelId)
        json.closeObject()
    }
}

/// The socket works.
public struct PongEvent: ServerEvent {
    public static let type = "pong"
    public static let isReplayed = false
    /// The ref of the frame that this answers.
    public let ref: FrameRef?

    public init(ref: FrameRef? = nil) { self.ref = ref }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("ref", ifPresent: ref)
        json.closeObject()
    }
}

/// A frame was not carried out; the socket stays open.
public struct ErrorEvent: ServerEvent {
    public static let type = "error"
    public static let isReplayed = false
    /// The ref of the frame that this answers.
    public let ref: FrameRef?
    public let code: SocketProblem
    public let message: ProblemMessage
    /// The first field that breaks its rules.
    public let pointer: FieldPointer?

    public init(ref: FrameRef? = nil, code: SocketProblem, message: ProblemMessage, pointer: FieldPointer? = nil) {
        (self.ref, self.code, self.message, self.pointer) = (ref, code, message, pointer)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("ref", ifPresent: ref)
        json.member("code", code)
        json.member("message", message)
        json.member("pointer", ifPresent: pointer)
        json.closeObject()
    }
}

/// A message was posted.
///
/// promises 8-3, 6-9, S-2
public struct MessageCreatedEvent: ServerEvent {
    public static let type = "message.created"
    public static let isReplayed = true
    public let channelId: ChannelId
    /// The event's place in its channel, which is the message's own.
    public let seq: Seq
    public let message: Message

    public init(channelId: ChannelId, seq: Seq, message: Message) {
        (self.channelId, self.seq, self.message) = (channelId, seq, message)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("seq", seq)
        json.member("message", message)
        json.closeObject()
    }
}

/// A message was edited.
///
/// promises 8-3
public struct MessageUpdatedEvent: ServerEvent {
    public static let type = "message.updated"
    public static let isReplayed = true
    public let channelId: ChannelId
    /// The event's place in its channel.
    public let seq: Seq
    public let message: Message

    public init(channelId: ChannelId, seq: Seq, message: Message) {
        (self.channelId, self.seq, self.message) = (channelId, seq, message)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("seq", seq)
        json.member("message", message)
        json.closeObject()
    }
}

/// A message was deleted; what is left of it is sent.
///
/// promises 8-3
public struct MessageDeletedEvent: ServerEvent {
    public static let type = "message.deleted"
    public static let isReplayed = true
    public let channelId: ChannelId
    /// The event's place in its channel.
    public let seq: Seq
    public let message: Message

    public init(channelId: ChannelId, seq: Seq, message: Message) {
        (self.channelId, self.seq, self.message) = (channelId, seq, message)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("seq", seq)
        json.member("message", message)
        json.closeObject()
    }
}

/// Somebody has read on.
public struct ReadMovedEvent: ServerEvent {
    public static let type = "read.moved"
    public static let isReplayed = false
    public let channelId: ChannelId
    public let reader: Sender
    /// The last place that was read.
    public let seq: Seq

    public init(channelId: ChannelId, reader: Sender, seq: Seq) {
        (self.channelId, self.reader, self.seq) = (channelId, reader, seq)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("reader", reader)
        json.member("seq", seq)
        json.closeObject()
    }
}

/// Somebody types, or has stopped.
public struct TypingChangedEvent: ServerEvent {
    public static let type = "typing.changed"
    public static let isReplayed = false
    public let channelId: ChannelId
    public let sender: Sender
    public let isTyping: Bool

    public init(channelId: ChannelId, sender: Sender, isTyping: Bool) {
        (self.channelId, self.sender, self.isTyping) = (channelId, sender, isTyping)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("sender", sender)
        json.member("is_typing", isTyping)
        json.closeObject()
    }
}

/// Somebody in the channel comes, goes or steps away.
public struct PresenceChangedEvent: ServerEvent {
    public static let type = "presence.changed"
    public static let isReplayed = false
    public let channelId: ChannelId
    public let sender: Sender
    public let state: PresenceState

    public init(channelId: ChannelId, sender: Sender, state: PresenceState) {
        (self.channelId, self.sender, self.state) = (channelId, sender, state)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("sender", sender)
        json.member("state", state)
        json.closeObject()
    }
}

/// Somebody is in the channel now.
public struct MemberAddedEvent: ServerEvent {
    public static let type = "member.added"
    public static let isReplayed = false
    public let channelId: ChannelId
    public let member: Sender

    public init(channelId: ChannelId, member: Sender) { (self.channelId, self.member) = (channelId, member) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("member", member)
        json.closeObject()
    }
}

/// Somebody left the channel. If it is the caller, its events come no more.
public struct MemberRemovedEvent: ServerEvent {
    public static let type = "member.removed"
    public static let isReplayed = false
    public let channelId: ChannelId
    public let member: Sender

    public init(channelId: ChannelId, member: Sender) { (self.channelId, self.member) = (channelId, member) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel_id", channelId)
        json.member("member", member)
        json.closeObject()
    }
}

/// The channel was changed, archived or opened again.
public struct ChannelUpdatedEvent: ServerEvent {
    public static let type = "channel.updated"
    public static let isReplayed = false
    public let channel: Channel

    public init(channel: Channel) { self.channel = channel }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("channel", channel)
        json.closeObject()
    }
}
