/// What comes in on a socket, in the order in which it came.
enum SocketInput: Sendable {
    /// A whole text message, put together from its fragments.
    case text([UInt8])
    case binary
    /// A pong of the protocol, with the payload that it repeats.
    case pong([UInt8])
    /// The peer's close frame; without a code if it carries none.
    case close(code: Int?)
    /// The peer does not speak the protocol.
    case broken(String)
    /// The connection is gone.
    case end
    /// Nothing from the peer: the time that a wait may take is over.
    case deadline(Int)
}
