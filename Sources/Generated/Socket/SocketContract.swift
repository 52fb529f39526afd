// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Delivers what happens in channels as it happens.
public enum SocketContract {
    public static let path = "/ws"
    /// What clients offer and the server agrees to.
    public static let subprotocol = "iris.v1"
    /// A further subprotocol that begins so carries the token. It is never agreed to.
    public static let tokenSubprotocolPrefix = "bearer."
    /// The query parameter that carries the token where nothing else can.
    public static let tokenParameter = "token"
    /// The largest frame that a client may send, in bytes.
    public static let frameLimit = 65_536
    /// The time within which a socket without a token must present one, in seconds.
    public static let authSeconds = 10
    /// How often the server pings, in seconds.
    public static let heartbeatSeconds = 25
    /// The most events that a subscription makes up for.
    public static let replayLimit = 500
}
