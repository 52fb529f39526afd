/// A request as the generated code sees it, whatever web framework has received it.
public struct APIRequest: Sendable {
    public let method: String
    public let path: PathSegments
    /// The part behind `?`, still percent-encoded.
    public let query: String
    /// Values by lower-case name.
    private let headers: [String: String]
    public let body: [UInt8]
    public let origin: RequestOrigin

    public init(
        method: String, path: PathSegments, query: String, headers: [String: String], body: [UInt8],
        origin: RequestOrigin
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.origin = origin
    }

    /// The value of a header; the name must be given in lower case.
    public func header(_ name: String) -> String? { headers[name] }

    /// Whether the body is declared as JSON: `application/json` or a type with the suffix `+json`.
    public var isJSON: Bool {
        guard let declared = headers["content-type"] else { return false }
        if declared == "application/json" { return true }
        let type = declared.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }

    /// The token behind `Authorization: Bearer`.
    public var bearerToken: String? {
        guard let value = headers["authorization"] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}

/// Where a request came from: kept with every caller for the audit log.
public struct RequestOrigin: Sendable {
    /// The client's network address.
    public let address: String
    /// What limits count the client by: its address, or the network that it can pick addresses from.
    public let network: String
    /// The name under which logs and errors speak of this request.
    public let requestId: String
    /// The origin of the web page that asks, as the browser says; nil where no page does.
    public let page: String?

    public init(address: String, network: String, requestId: String, page: String?) {
        self.address = address
        self.network = network
        self.requestId = requestId
        self.page = page
    }
}

extension APIRequest {
    /// Where a token may stand.
    public enum TokenPlace: Sendable {
        case bearer
        /// A header of its own, named in lower case.
        case header(String)
    }

    /// The one token that stands in these places; nil when there is none, or when they disagree.
    public func token(in places: [TokenPlace]) -> String? {
        var found: Set<String> = []
        for place in places {
            switch place {
            case .bearer:
                if let token = bearerToken { found.insert(token) } else if header("authorization") != nil { return nil }
            case .header(let name):
                if let token = header(name) { found.insert(token) }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
