import Contract

/// JavaScript's names for the contract's: they are the contract's own, save where the client needs the name itself.
struct JavaScriptNames {
    /// `Iris`: the class that calls operations.
    let client: String
    /// `iris`: what the files are called.
    let file: String
    /// What the declarations call something else than a type of the contract.
    private let taken: Set<String>

    init(_ contract: Contract) {
        client = SwiftNames.upperCamel(contract.name)
        file = contract.name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        let own = ["", "Error", "Options", "Socket", "SocketOptions"].map { [client] in client + $0 }
        let calls = contract.operations.flatMap { [$0.typeName + "Input", $0.typeName + "ErrorCode"] }
        let events = (contract.socket?.events ?? []).map { SwiftNames.upperCamel($0.name) + "Event" }
        let frames = (contract.socket?.frames ?? []).map { SwiftNames.upperCamel($0.name) + "Frame" }
        taken = Self.libraryTypes.union(own + calls + events + frames)
    }

    /// The method of an operation.
    static func method(_ operation: Operation) -> String { unless(clientMembers, operation.name) }

    /// The method of a frame.
    static func method(_ frame: ClientFrame) -> String { unless(socketMembers, SwiftNames.lowerCamel(frame.name)) }

    /// The declaration of a type of the contract.
    func type(_ name: String) -> String { Self.unless(taken, name) }

    /// A property, in quotes where the language asks for them.
    static func property(_ name: String) -> String {
        name.utf8.allSatisfy(isPlain) ? name : literal(name)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// A text that can stand in a comment, whatever it holds.
    static func comment(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "*")) ? text.replacing("*/", with: "* /") : text
    }

    /// A string literal.
    static func literal(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return "'\(text)'" }
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\\\"
            case "'": "\\'"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\0"..<" ", "\u{2028}", "\u{2029}": "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "'" + escaped.joined() + "'"
    }

    private static func unless(_ taken: Set<String>, _ name: String) -> String {
        taken.contains(name) ? name + "_" : name
    }

    private static let clientMembers: Set<String> = [
        "all", "call", "constructor", "socket", "then", "token", "toString",
    ]
    private static let socketMembers: Set<String> = [
        "close", "constructor", "isReady", "on", "send", "then", "toString",
    ]

    /// What the declarations say in their own words.
    private static let libraryTypes: Set<String> = [
        "AbortSignal", "AsyncIterable", "AsyncIterableIterator", "CallOptions", "ClientErrorCode", "CloseName",
        "ConnectionEnded", "ConnectionLost", "Error", "ErrorCode", "ErrorCodes", "FieldProblem",
        "Page", "PageElements", "Promise", "ServerEvents", "SocketEvent", "WebSocketClass", "WebSocketLike",
    ]
}
