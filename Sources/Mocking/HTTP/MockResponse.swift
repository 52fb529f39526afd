import Contract

/// An answer of the mock.
public struct MockResponse: Sendable {
    public let status: Int
    /// In the order in which they are sent. A name may stand there twice.
    public var headers: [Header]
    /// JSON in UTF-8; empty for a 304.
    public let body: [UInt8]
    /// The operation that was asked for; nil when the request was for none.
    public var operation: Operation?

    public init(status: Int, headers: [Header], body: [UInt8] = [], operation: Operation? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
        self.operation = operation
    }

    public struct Header: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The first value of a header.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
