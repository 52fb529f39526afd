import Runtime

/// An error as the server's envelope tells it.
public struct APIFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The HTTP status, 400–599.
    public let status: Int
    /// Stable, in lower snake case.
    public let code: String
    /// For people.
    public let message: String
    /// The name under which the server's log knows the request.
    public let requestId: String?
    /// The fields that broke their rules, without their values.
    public let details: [Detail]
    /// How long the server asks to wait before the next attempt.
    public let retryAfter: Duration?

    public struct Detail: Sendable, Hashable {
        /// A JSON pointer into the body, `?name` for a query parameter, or the name of a header.
        public let pointer: String
        public let code: String
        public let message: String
    }

    public var description: String {
        let request = requestId.map { ", request \($0)" } ?? ""
        return "\(status) \(code): \(message) (\(details.map(\.pointer).joined(separator: " "))\(request))"
    }
}

extension APIFailure: Record {
    /// Reads what stands under `error`; status and wait are the response's.
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        code = try fields.take("code")
        message = try fields.take("message")
        requestId = try fields.takeIfPresent("request_id")
        details = try fields.takeIfPresent("details") ?? []
        (status, retryAfter) = (0, nil)
    }

    func of(_ response: ClientResponse) -> APIFailure {
        APIFailure(
            status: response.status, code: code, message: message, requestId: requestId, details: details,
            retryAfter: response.header("retry-after").flatMap { UInt32($0) }.map { .seconds($0) })
    }
}

extension APIFailure.Detail: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        pointer = try fields.take("pointer")
        code = try fields.take("code")
        message = try fields.take("message")
    }
}
