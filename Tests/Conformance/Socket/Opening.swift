import Contract

/// A wish for a socket, before it becomes a request: checks edit one thing of it at a time.
struct Opening: Sendable {
    var token: String?
    var carrier = Carrier.header
    /// The web page that asks; nil for what is no page.
    var origin: String?

    /// Where the token stands.
    enum Carrier: Sendable, CaseIterable {
        case firstFrame
        case header
        case subprotocol
        case query

        /// In the words of a report.
        var words: String {
            switch self {
            case .firstFrame: "the first frame"
            case .header: "the Authorization header"
            case .subprotocol: "a subprotocol"
            case .query: "the query"
            }
        }

        /// Stable, for the ids of checks.
        var name: String {
            switch self {
            case .firstFrame: "first-frame"
            case .header: "header"
            case .subprotocol: "subprotocol"
            case .query: "query"
            }
        }
    }

    /// The request line's target below the API's address.
    func target(_ socket: Socket) -> String {
        guard carrier == .query, let token, let parameter = socket.tokenParameter else { return socket.path }
        return "\(socket.path)?\(parameter)=\(Attempt.encode(token))"
    }

    func headers(_ socket: Socket) -> [(name: String, value: String)] {
        var headers: [(String, String)] = []
        if carrier == .header, let token { headers.append(("Authorization", "Bearer \(token)")) }
        if carrier == .subprotocol, let token, let prefix = socket.tokenSubprotocolPrefix {
            headers.append(("Sec-WebSocket-Protocol", "\(socket.subprotocol), \(prefix)\(token)"))
        }
        if let origin { headers.append(("Origin", origin)) }
        return headers
    }

    /// The carriers that the contract knows.
    static func carriers(of socket: Socket) -> [Carrier] {
        Carrier.allCases.filter { carrier in
            switch carrier {
            case .firstFrame, .header: true
            case .subprotocol: socket.tokenSubprotocolPrefix != nil
            case .query: socket.tokenParameter != nil
            }
        }
    }
}
