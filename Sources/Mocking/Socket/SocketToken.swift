import Contract

/// The token that a request to open the socket carries.
public enum SocketToken: Sendable, Hashable {
    case none
    case token(String)
    /// Something stands in a token's place, but no token, or several that differ.
    case unusable

    /// - Parameter subprotocols: What the client offers.
    public init(in request: MockRequest, subprotocols: [String], for socket: Socket) {
        var texts: Set<String> = []
        if let value = request.header("authorization") {
            let parts = value.split(separator: " ")
            guard parts.count == 2, parts[0].lowercased() == "bearer" else {
                self = .unusable
                return
            }
            texts.insert(String(parts[1]))
        }
        if let prefix = socket.tokenSubprotocolPrefix {
            texts.formUnion(subprotocols.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
        }
        if let name = socket.tokenParameter, let text = QueryParameters(request.query).values[name] {
            texts.insert(text)
        }
        self = texts.count > 1 ? .unusable : texts.first.map { .token($0) } ?? .none
    }
}

extension MockAPI {
    /// What a request to open the socket is answered when its token may not: an error in its envelope. Nil if it may.
    public func refusal(of request: MockRequest, presenting token: SocketToken, for socket: Socket) -> MockResponse? {
        do throws(Refusal) {
            switch token {
            case .none: return nil
            case .unusable: throw Refusal(.credential)
            case .token(let text):
                _ = try AccessCheck(contract: contract).caller(
                    presenting: text, for: socket.access, page: request.page)
                return nil
            }
        } catch {
            return response(to: request, refusing: error)
        }
    }
}
