// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// The ways in which the server ends a socket. The raw values are the close codes.
public enum SocketClose: UInt16, Sendable, CaseIterable {
    /// The server stops; another one will answer.
    case goingAway = 1001
    /// What came was not the WebSocket protocol.
    case protocolError = 1002
    /// A frame was binary; send text.
    case unsupportedData = 1003
    /// A text was not UTF-8.
    case invalidText = 1007
    /// A frame was larger than the limit.
    case messageTooBig = 1009
    /// Something went wrong on the server.
    case `internal` = 1011
    /// The server cannot take this socket just now; wait before the next attempt.
    case tryAgainLater = 1013
    /// Frames cannot be understood, or come before the token.
    case badFrame = 4400
    /// The token is unknown, expired or revoked.
    case unauthenticated = 4401
    /// The token may not open the socket, or not from this page.
    case forbidden = 4403
    /// No token came in time.
    case authTimeout = 4408
    /// What the token may do has changed; connect again.
    case roleChanged = 4409
    /// The token expired or was revoked meanwhile.
    case sessionEnded = 4410
    /// Frames came too fast; wait before the next attempt.
    case tooManyFrames = 4429
    /// The token has too many sockets; close one first.
    case tooManySockets = 4431
    /// Events were read too slowly; subscribe again from the last place seen.
    case slowConsumer = 4430

    public var code: UInt16 { rawValue }

    /// Whether connecting again with the same token can succeed.
    public var mayRetry: Bool {
        switch self {
        case .goingAway, .internal, .tryAgainLater, .roleChanged, .tooManyFrames, .tooManySockets, .slowConsumer: true
        case .protocolError, .unsupportedData, .invalidText, .messageTooBig, .badFrame, .unauthenticated, .forbidden,
            .authTimeout, .sessionEnded:
            false
        }
    }

    /// The close frame's reason.
    public var reason: String {
        switch self {
        case .goingAway: "going_away"
        case .protocolError: "protocol_error"
        case .unsupportedData: "unsupported_data"
        case .invalidText: "invalid_text"
        case .messageTooBig: "message_too_big"
        case .internal: "internal"
        case .tryAgainLater: "try_again_later"
        case .badFrame: "bad_frame"
        case .unauthenticated: "unauthenticated"
        case .forbidden: "forbidden"
        case .authTimeout: "auth_timeout"
        case .roleChanged: "role_changed"
        case .sessionEnded: "session_ended"
        case .tooManyFrames: "too_many_frames"
        case .tooManySockets: "too_many_sockets"
        case .slowConsumer: "slow_consumer"
        }
    }

    /// The close in plain words.
    public var meaning: String {
        switch self {
        case .goingAway: "The server stops; another one will answer."
        case .protocolError: "What came was not the WebSocket protocol."
        case .unsupportedData: "A frame was binary; send text."
        case .invalidText: "A text was not UTF-8."
        case .messageTooBig: "A frame was larger than the limit."
        case .internal: "Something went wrong on the server."
        case .tryAgainLater: "The server cannot take this socket just now; wait before the next attempt."
        case .badFrame: "Frames cannot be understood, or come before the token."
        case .unauthenticated: "The token is unknown, expired or revoked."
        case .forbidden: "The token may not open the socket, or not from this page."
        case .authTimeout: "No token came in time."
        case .roleChanged: "What the token may do has changed; connect again."
        case .sessionEnded: "The token expired or was revoked meanwhile."
        case .tooManyFrames: "Frames came too fast; wait before the next attempt."
        case .tooManySockets: "The token has too many sockets; close one first."
        case .slowConsumer: "Events were read too slowly; subscribe again from the last place seen."
        }
    }

    /// The close that says what an error says; nil for an error that ends no socket.
    public init?(for error: ErrorCode) {
        switch error {
        case .internal: self = .internal
        case .rateLimited, .unavailable: self = .tryAgainLater
        case .unauthenticated: self = .unauthenticated
        case .forbidden, .insufficientScope, .originNotAllowed: self = .forbidden
        default: return nil
        }
    }
}
