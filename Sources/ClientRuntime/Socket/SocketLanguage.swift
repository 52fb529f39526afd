import Runtime

/// What a contract agrees on for its socket, as far as a client has to know it.
public protocol SocketLanguage: Sendable {
    associatedtype Frame: Sendable
    associatedtype Event: Sendable

    static var path: String { get }
    /// What is offered to the server, with a token where the contract lets one stand there.
    static func subprotocols(token: String) -> [String]
    /// The frame that presents the token; nil where the contract has none.
    static func authentication(token: String) -> Frame?
    static func content(of frame: Frame) -> (type: String, fields: RequestBody)
    /// The event of this type; nil for one that the contract does not know.
    static func read(_ type: String, _ fields: inout ObjectReader) throws(BrokenRecord) -> Event?
    /// Whether frames are taken from now on.
    static func isReady(_ event: Event) -> Bool
    /// Whether connecting again behind this close code can succeed.
    static func mayRetry(code: UInt16) -> Bool
    /// What a frame does to the subscriptions.
    static func effect(of frame: Frame) -> SubscriptionEffect?
    /// The same subscription from behind a place.
    static func resuming(_ frame: Frame, behind place: Int) -> Frame
    /// Where an event stands in the sequence of what was subscribed to.
    static func place(of event: Event) -> SocketPlace?
}

/// What a frame does to the subscriptions; the text names what is subscribed to.
public enum SubscriptionEffect: Sendable, Hashable {
    case begins(String)
    case ends(String)
}

/// A place in the sequence of something that is subscribed to.
public struct SocketPlace: Sendable, Hashable {
    /// What is subscribed to.
    let key: String
    let place: Int
    /// Set for the answer to a subscription: whether nothing was missed.
    let isRecovered: Bool?

    public init(_ key: some QueryWritable, _ place: Int, isRecovered: Bool? = nil) {
        self.key = key.queryText
        self.place = place
        self.isRecovered = isRecovered
    }
}
