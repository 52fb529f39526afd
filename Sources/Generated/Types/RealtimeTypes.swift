// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// What people can say of themselves; offline is what remains when their last socket has ended.
public enum ChosenPresence: String, Enumeration {
    case online, away
}

/// Where a field stands, as a JSON pointer into the frame; empty for the frame itself.
public struct FieldPointer: TextScalar {
    public static let rule = TextRule(0...256)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// The client's own name for a frame; the answer repeats it.
public struct FrameRef: TextScalar {
    public static let rule = TextRule(
        1...64, alphabet: ASCIISet("a-z A-Z 0-9 - _ .", 97...122, 65...90, 48...57, 45...45, 95...95, 46...46)
    )
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// How often the server pings, in seconds.
public struct HeartbeatSeconds: IntegerScalar {
    public static let rule = IntegerRule(1...600)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public enum PresenceState: String, Enumeration {
    case online, away, offline
}

/// The problem in plain words, for developers.
public struct ProblemMessage: TextScalar {
    public static let rule = TextRule(1...300)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// Why a frame was not carried out. The socket stays open.
public enum SocketProblem: String, Enumeration {
    case invalidJson = "invalid_json"
    case unknownType = "unknown_type"
    case invalidFrame = "invalid_frame"
    case notFound = "not_found"
    case insufficientScope = "insufficient_scope"
    case forbidden
    case rateLimited = "rate_limited"
    case unavailable, `internal`
}

/// The token of a chat session, a console session or an API key.
public struct SocketToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}
