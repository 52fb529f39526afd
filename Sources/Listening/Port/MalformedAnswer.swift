import HTTPTypes

/// What is answered to whoever does not speak HTTP/1.1 or RFC 6455 by the rules.
public struct MalformedAnswer: Sendable {
    public let headers: HTTPFields
    public let body: [UInt8]

    public init(headers: HTTPFields = [:], body: [UInt8]) {
        self.headers = headers
        self.body = body
    }

    /// The reason, as a line of text.
    static let plain: @Sendable (String) -> MalformedAnswer = { reason in
        MalformedAnswer(body: Array((reason + "\n").utf8))
    }
}
