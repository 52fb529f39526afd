import NIOCore
import NIOWebSocket

/// An open socket as the protocol has it: frames out, inputs in.
struct SocketWire: Sendable {
    let channel: any Channel
    let inputs: AsyncStream<SocketInput>
    let continuation: AsyncStream<SocketInput>.Continuation
    /// The one that the server has agreed to.
    let subprotocol: String?

    func send(
        _ opcode: WebSocketOpcode, _ bytes: [UInt8], isLast: Bool = true, isMasked: Bool = true
    ) async throws {
        let frame = WebSocketFrame(
            fin: isLast, opcode: opcode, maskKey: isMasked ? .random() : nil, data: ByteBuffer(bytes: bytes))
        try await channel.writeAndFlush(frame)
    }

    /// Puts a mark among the inputs after some time, so that a wait has an end.
    func deadline(_ number: Int, after patience: Duration) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: TimeAmount(patience)) { [continuation] in
            continuation.yield(.deadline(number))
        }
    }

    /// Ends the connection without a word.
    func drop() async { try? await channel.close() }
}
