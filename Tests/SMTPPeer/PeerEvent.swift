import Foundation

/// A line that the peer printed.
public struct PeerEvent: Decodable, Sendable {
    /// What Python's email parser read from a mail.
    public struct Parsed: Decodable, Sendable {
        public struct Part: Decodable, Equatable, Sendable {
            public let type: String
            public let text: String

            public init(type: String, text: String) {
                self.type = type
                self.text = text
            }
        }

        public let headers: [String: String]
        public let defects: [String]
        public let type: String
        public let parts: [Part]
    }

    public let event: String
    public let name: String?
    public let mechanism: String?
    public let sender: String?
    public let recipients: [String]?
    public let utf8: Bool?
    /// The version of TLS.
    public let tls: String?
    public let authenticated: Bool?
    public let content: Data?
    public let parsed: Parsed?
}
