/// One whole message from a client.
public enum WebSocketMessage: Sendable, Equatable {
    case text(String)
    case binary([UInt8])
}

extension EncodedFrame {
    /// The frame that carries this message.
    public init(_ message: WebSocketMessage) {
        switch message {
        case .text(let text): self = .text(text)
        case .binary(let payload): self = .binary(payload)
        }
    }
}
