/// A request as the mock sees it, whatever has received it.
public struct MockRequest: Sendable {
    public let method: String
    /// The path and, behind a `?`, the query, as they stand in the request's first line.
    public let target: String
    public let body: [UInt8]
    private let headers: [String: String]

    /// - Parameter headers: A name that stands there twice gives both values, joined by a comma.
    public init(method: String, target: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.body = body
        self.headers = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" }
    }

    /// The value of a header, whatever the letter case of its name.
    public func header(_ name: String) -> String? { headers[name.lowercased()] }

    var path: Substring { target.prefix { $0 != "?" } }

    var query: Substring { target.drop { $0 != "?" }.dropFirst() }

    /// `application/json`, or a type with the suffix `+json`.
    var isJSON: Bool {
        guard let declared = header("content-type")?.split(separator: ";", omittingEmptySubsequences: false).first
        else { return false }
        let type = declared.filter { $0 != " " }.lowercased()
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }
}
