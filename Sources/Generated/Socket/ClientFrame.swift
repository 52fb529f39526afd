// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// What a client may send on the socket.
public enum ClientFrame: Sendable {
    /// Presents the token; comes first unless the upgrade carried one.
    case auth(AuthFrame)
    /// Asks for a channel's events from now on, and for those missed since a place.
    case subscribe(SubscribeFrame)
    /// Ends a subscription.
    case unsubscribe(UnsubscribeFrame)
    /// Says that the caller types, or has stopped.
    case typing(TypingFrame)
    /// Moves the caller's read mark forward.
    case read(ReadFrame)
    /// Says whether the caller is there.
    case presence(PresenceFrame)
    /// Asks whether the socket still works.
    case ping

    /// The scope that a key needs to send this.
    public var scope: KeyScope? {
        switch self {
        case .auth, .subscribe, .unsubscribe, .ping: nil
        case .typing, .presence: .presenceWrite
        case .read: .readStateWrite
        }
    }
}

/// A frame as it came in: what it says, or why it cannot be used.
public struct ReceivedFrame: Sendable {
    /// The name that its sender gave it, kept even where the rest cannot be used: the answer repeats it.
    public let ref: FrameRef?
    public let content: Result<ClientFrame, FrameProblem>
}

extension ReceivedFrame {
    /// Reads a frame. Its type and its ref may stand anywhere in it; unknown fields are ignored.
    public init(_ bytes: [UInt8]) {
        var problems = FieldProblems()
        let head: FrameHead<FrameRef>
        do {
            head = try FrameHead(bytes, &problems)
        } catch {
            self.init(ref: nil, content: .failure(error))
            return
        }
        var json = JSONReader(bytes)
        let frame: ClientFrame?
        switch head.type {
        case "auth": frame = AuthFrame.read(from: &json, &problems).map { .auth($0) }
        case "subscribe": frame = SubscribeFrame.read(from: &json, &problems).map { .subscribe($0) }
        case "unsubscribe": frame = UnsubscribeFrame.read(from: &json, &problems).map { .unsubscribe($0) }
        case "typing": frame = TypingFrame.read(from: &json, &problems).map { .typing($0) }
        case "read": frame = ReadFrame.read(from: &json, &problems).map { .read($0) }
        case "presence": frame = PresenceFrame.read(from: &json, &problems).map { .presence($0) }
        case "ping": frame = .ping
        case nil: frame = nil
        default:
            self.init(ref: head.ref, content: .failure(.unknownType))
            return
        }
        guard let frame, problems.isEmpty else {
            self.init(ref: head.ref, content: .failure(.invalidFields(problems.all)))
            return
        }
        self.init(ref: head.ref, content: .success(frame))
    }
}

/// The fields of `auth`.
public struct AuthFrame: JSONReadable {
    public let token: SocketToken

    public init(token: SocketToken) { self.token = token }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let token: SocketToken? = fields.required("token")
            guard let token else { return nil }
            return Self(token: token)
        }
    }
}

/// The fields of `subscribe`.
public struct SubscribeFrame: JSONReadable {
    public let channelId: ChannelId
    /// The last place seen; absent, nothing is made up for.
    public let afterSeq: Seq?

    public init(channelId: ChannelId, afterSeq: Seq? = nil) { (self.channelId, self.afterSeq) = (channelId, afterSeq) }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let channelId: ChannelId? = fields.required("channel_id")
            let afterSeq: Seq? = fields.optional("after_seq")
            guard let channelId else { return nil }
            return Self(channelId: channelId, afterSeq: afterSeq)
        }
    }
}

/// The fields of `unsubscribe`.
public struct UnsubscribeFrame: JSONReadable {
    public let channelId: ChannelId

    public init(channelId: ChannelId) { self.channelId = channelId }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let channelId: ChannelId? = fields.required("channel_id")
            guard let channelId else { return nil }
            return Self(channelId: channelId)
        }
    }
}

/// The fields of `typing`.
public struct TypingFrame: JSONReadable {
    public let channelId: ChannelId
    public let isTyping: Bool

    public init(channelId: ChannelId, isTyping: Bool) { (self.channelId, self.isTyping) = (channelId, isTyping) }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let channelId: ChannelId? = fields.required("channel_id")
            let isTyping: Bool? = fields.required("is_typing")
            guard let channelId, let isTyping else { return nil }
            return Self(channelId: channelId, isTyping: isTyping)
        }
    }
}

/// The fields of `read`.
public struct ReadFrame: JSONReadable {
    public let channelId: ChannelId
    /// The last place that was read.
    public let seq: Seq

    public init(channelId: ChannelId, seq: Seq) { (self.channelId, self.seq) = (channelId, seq) }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let channelId: ChannelId? = fields.required("channel_id")
            let seq: Seq? = fields.required("seq")
            guard let channelId, let seq else { return nil }
            return Self(channelId: channelId, seq: seq)
        }
    }
}

/// The fields of `presence`.
public struct PresenceFrame: JSONReadable {
    public let state: ChosenPresence

    public init(state: ChosenPresence) { self.state = state }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in
            let state: ChosenPresence? = fields.required("state")
            guard let state else { return nil }
            return Self(state: state)
        }
    }
}
