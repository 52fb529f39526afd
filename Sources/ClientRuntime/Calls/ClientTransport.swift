/// Carries one request to the server and its response back. It neither retries nor follows redirects: a redirect would
/// take the token along.
public protocol ClientTransport: Sendable {
    func send(_ request: ClientRequest) async throws(TransportFailure) -> ClientResponse
}

/// A request on its way out.
public struct ClientRequest: Sendable {
    public let method: String
    /// The whole address. No token ever stands in it.
    public let url: String
    /// In the order in which they are sent. The token stands here, so they must not be logged.
    public let headers: [(name: String, value: String)]
    /// JSON in UTF-8; nil where the operation takes no body.
    public let body: [UInt8]?

    public init(method: String, url: String, headers: [(name: String, value: String)], body: [UInt8]?) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// Shows neither headers, body nor query: a token stands in the first, and what people wrote in the others.
extension ClientRequest: CustomStringConvertible, CustomReflectable {
    public var description: String { "\(method) \(url.prefix { $0 != "?" })" }

    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// A response as it came in.
public struct ClientResponse: Sendable {
    public let status: Int
    private let headers: [String: String]
    public let body: [UInt8]

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }

    /// The value of a header; the name must be given in lower case.
    public func header(_ name: String) -> String? { headers[name] }
}
