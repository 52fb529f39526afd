/// The realtime socket: where it is, who may open it, what travels on it in each direction, and how it ends.
public struct Socket: Sendable {
    public let path: String
    public let summary: String
    /// Who may open it. Never anyone: the socket always knows its caller.
    public let access: Access
    /// What clients offer and the server agrees to, version included: `iris.v1`.
    public let subprotocol: String
    /// A further subprotocol that begins so carries the token: `bearer.`. Browsers can set no header on a socket.
    public let tokenSubprotocolPrefix: String?
    /// The query parameter that carries the token where nothing else can.
    public let tokenParameter: String?
    /// The type of the name that a client may give a frame, so that the answer can name it.
    public let ref: TypeReference
    /// The largest frame that a client may send, in bytes. Events may be as large as what they carry.
    public let frameLimit: Int
    /// The time within which a socket without a token must present one, in seconds.
    public let authSeconds: Int
    /// How often the server pings, in seconds.
    public let heartbeatSeconds: Int
    /// The most events that a subscription makes up for.
    public let replayLimit: Int
    public let promises: [String]
    public let frames: [ClientFrame]
    public let events: [ServerEvent]
    public let closes: [SocketClose]
    public let location: SourceLocation

    public func frame(named name: String) -> ClientFrame? { frames.first { $0.name == name } }

    public func event(named name: String) -> ServerEvent? { events.first { $0.name == name } }

    public func close(named name: String) -> SocketClose? { closes.first { $0.name == name } }

    /// The event that says that the token was accepted: it answers the frame `auth` and no other.
    public var greeting: ServerEvent? { events.first { $0.answers == ["auth"] } }

    public func close(coded code: Int) -> SocketClose? { closes.first { $0.code == code } }
}

/// What a client sends: an object with `type`, and `ref` where the client gives one, beside its own fields.
public struct ClientFrame: Sendable {
    /// The value of `type`, in lower snake case.
    public let name: String
    public let summary: String
    /// Its own fields, without `type` and `ref`.
    public let fields: [Field]
    /// What a caller with a scoped credential needs to send it.
    public let scope: String?
    public let promises: [String]
    public let location: SourceLocation
}

/// What the server sends: an object with `type` beside its fields.
public struct ServerEvent: Sendable {
    /// The value of `type`, in dotted lower snake case: `message.created`.
    public let name: String
    public let summary: String
    /// Everything but `type`. An answer begins with `ref`, which is there where the frame had one.
    public let fields: [Field]
    /// The frames that it answers.
    public let answers: [String]
    /// It has a place in its channel's sequence, and a subscription makes up for it when it was missed.
    public let isReplayed: Bool
    public let promises: [String]
    public let location: SourceLocation
}

/// A way in which the server ends a socket.
public struct SocketClose: Sendable {
    /// Lower snake case. It travels as the reason of closes of the contract's own; the others may say it in other words.
    public let name: String
    /// One of the contract's own, 4000 to 4999, or one that RFC 6455 and its registry let a server send.
    public let code: Int
    /// Whether connecting again with the same token can succeed.
    public let mayRetry: Bool
    public let summary: String
    /// The errors that it stands for, when one of them ends a socket.
    public let errors: [String]
    public let promises: [String]
    public let location: SourceLocation
}

extension SocketClose {
    /// The contract's own codes.
    public static let ownCodes = 4000...4999

    /// What the WebSocket registry defines and a server may put in a close frame: 1004, 1005, 1006 and 1015 are not.
    public static let registeredCodes: Set<Int> = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1011, 1012, 1013, 1014]
}
