import Contract

/// How a token opens the socket: one scheme a carrier, each of which suffices.
struct SocketSecurityDocument {
    private let socket: Socket
    private let access: SecurityDocument

    init(_ socket: Socket, of contract: Contract) {
        self.socket = socket
        access = SecurityDocument(contract)
    }

    /// AsyncAPI knows no token in a message; the first frame's is what it calls a key in the place of a password.
    var schemes: [(name: String, scheme: JSONObject)] {
        var schemes: [(name: String, scheme: JSONObject)] = []
        if let frame = presenting {
            schemes.append(
                (
                    "firstFrame",
                    [
                        "type": "apiKey", "in": "password",
                        "description": "The frame `\(frame.name)` carries the token, and comes before any other.",
                    ]
                ))
        }
        schemes.append(
            (
                "bearer",
                [
                    "type": "http", "scheme": "bearer",
                    "description": "The request that opens the socket carries the token in `Authorization`.",
                ]
            ))
        if let prefix = socket.tokenSubprotocolPrefix {
            schemes.append(
                (
                    "subprotocol",
                    [
                        "type": "httpApiKey", "in": "header", "name": "Sec-WebSocket-Protocol",
                        "description": """
                        Offered beside `\(socket.subprotocol)`: `\(prefix)` and the token, for browsers, which can set no \
                        other header.
                        """,
                    ]
                ))
        }
        if let parameter = socket.tokenParameter {
            schemes.append(
                (
                    "query",
                    [
                        "type": "httpApiKey", "in": "query", "name": .text(parameter),
                        "description": "The last resort: addresses are written to logs.",
                    ]
                ))
        }
        return schemes
    }

    /// What the request that opens the socket may carry.
    var binding: JSONObject {
        var binding: JSONObject = ["method": "GET"]
        if let parameter = socket.tokenParameter {
            binding["query"] = ["type": "object", "properties": [parameter: ["type": "string"]]]
        }
        binding["headers"] = [
            "type": "object",
            "properties": ["Authorization": ["type": "string"], "Sec-WebSocket-Protocol": ["type": "string"]],
        ]
        binding["bindingVersion"] = "0.1.0"
        return binding
    }

    var scopes: JSONNode? { access.scopes(socket.access) }

    var words: String {
        let limit =
            presenting.map {
                " Where the request carries no token, the frame `\($0.name)` must within \(socket.authSeconds) seconds."
            } ?? ""
        return "\(access.describe(socket.access)) Offer the subprotocol `\(socket.subprotocol)`.\(limit)"
    }

    private var presenting: ClientFrame? { socket.greeting == nil ? nil : socket.frame(named: "auth") }
}
