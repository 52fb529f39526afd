import NIOCore
import NIOWebSocket

/// An open socket as the protocol has it: frames out, inputs in.
struct SocketWire: Sendable {
    /// Nil in a rehearsal, where nothing is sent.
    private let channel: (any Channel)?
    let inputs: AsyncStream<SocketInput>
    let continuation: AsyncStream<SocketInput>.Continuation
    /// The one that the server has agreed to.
    let subprotocol: String?

    init(
        channel: (any Channel)?, inputs: AsyncStream<SocketInput>,
        continuation: AsyncStream<SocketInput>.Continuation, subprotocol: String?
    ) {
        self.channel = channel
        self.inputs = inputs
        self.continuation = continuation
        self.subprotocol = subprotocol
    }

    static func rehearsed(subprotocol: String?) -> SocketWire {
        let (inputs, continuation) = AsyncStream.makeStream(of: SocketInput.self)
        return SocketWire(channel: nil, inputs: inputs, continuation: continuation, subprotocol: subprotocol)
    }

    var isRehearsed: Bool { channel == nil }

    func send(
        _ opcode: WebSocketOpcode, _ bytes: [UInt8], isLast: Bool = true, isMasked: Bool = true
    ) async throws {
        let frame = WebSocketFrame(
            fin: isLast, opcode: opcode, maskKey: isMasked ? .random() : nil, data: ByteBuffer(bytes: bytes))
        try await channel?.writeAndFlush(frame)
    }

    /// Puts a mark among the inputs after some time, so that a wait has an end.
    func deadline(_ number: Int, after patience: Duration) -> Scheduled<Void>? {
        channel?.eventLoop.scheduleTask(in: TimeAmount(patience)) { [continuation] in
            continuation.yield(.deadline(number))
        }
    }

    /// Ends the connection without a word.
    func drop() async { try? await channel?.close() }
}
