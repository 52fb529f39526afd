import NIOCore
import NIOEmbedded
import Testing

@testable import Listening

@Suite("what the handler reads")
struct ReadingTests {
    /// Stands where the socket is, and counts how often it is asked for more.
    private final class ReadCounter: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer
        var count = 0

        func read(context: ChannelHandlerContext) { count += 1 }
    }

    @Test("the socket is not read while the consumer has messages to do, and pings and silence wait meanwhile")
    func backPressure() throws {
        let channel = EmbeddedChannel()
        let counter = ReadCounter()
        let handler = WebSocketHandler(
            opening: ByteBuffer(), limits: WebSocketLimits(), eventLoop: channel.embeddedEventLoop)
        let messages = handler.makeMessages()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try channel.pipeline.syncOperations.addHandlers([counter, handler])

        let message = ByteBuffer(bytes: clientText("x"))
        for count in 1...3 {
            let before = counter.count
            try channel.writeInbound(message)
            #expect(counter.count == before + 1, "after \(count) messages")
        }
        let before = counter.count
        try channel.writeInbound(message)
        #expect(counter.count == before)
        // Whoever is not read cannot be called silent.
        channel.embeddedEventLoop.advanceTime(by: .seconds(100))
        #expect(channel.isActive)
        handler.resumeReading()
        #expect(counter.count == before + 1)

        withExtendedLifetime(messages) {}
        _ = try channel.finish()
    }
}
