import HTTPTypes
import NIOCore

/// A client's wish for a WebSocket, whose handshake is in order.
public struct UpgradeRequest: Sendable {
    /// Method, path with query, and headers. What stands in a query must not be logged.
    public let head: HTTPRequest
    /// Where the client connects from.
    public let peer: SocketAddress?

    /// The path without its query.
    public var path: String { String((head.path ?? "").prefix { $0 != "?" }) }

    /// What follows the path's question mark; nil without one.
    public var query: String? {
        guard let target = head.path, let mark = target.firstIndex(of: "?") else { return nil }
        return String(target[target.index(after: mark)...])
    }

    /// The subprotocols that the client offers, those it prefers first.
    public var subprotocols: [String] {
        head.headerFields[values: .secWebSocketProtocol].flatMap { value in
            // A token has no blanks, so splitting at them trims.
            value.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
        }
    }
}
