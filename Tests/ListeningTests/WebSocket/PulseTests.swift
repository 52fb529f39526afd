import NIOCore
import NIOEmbedded
import Testing

@testable import Listening

@Suite("pings, in a time of the test's own")
struct PulseTests {
    private let channel: EmbeddedChannel
    private let handler: WebSocketHandler

    init() throws {
        channel = EmbeddedChannel()
        handler = WebSocketHandler(
            opening: ByteBuffer(string: "hello"), limits: WebSocketLimits(pingInterval: .seconds(25)),
            eventLoop: channel.embeddedEventLoop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try channel.pipeline.syncOperations.addHandlers([
            ConnectionDeadlines(handshakeTimeout: nil, shutdownGrace: .seconds(20)), handler,
        ])
        #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "hello"))
    }

    private func expectPing() throws {
        #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(bytes: [0x89, 0]))
    }

    @Test("a client that answers is pinged every interval and kept")
    func answered() throws {
        for _ in 0..<5 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(24))
            #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            try expectPing()
            try channel.writeInbound(ByteBuffer(bytes: clientFrame(0x8A)))
        }
        #expect(channel.isActive)
        _ = try channel.finish()
    }

    @Test("a client that is silent for two intervals is dropped")
    func silent() throws {
        channel.embeddedEventLoop.advanceTime(by: .seconds(25))
        try expectPing()
        channel.embeddedEventLoop.advanceTime(by: .seconds(25))
        #expect(!channel.isActive)
        channel.embeddedEventLoop.run()
        #expect(try handler.end.futureResult.wait() == .silent)
    }

    @Test("a Close frame that is not answered in time ends the connection")
    func unansweredClose() throws {
        handler.close(ClosePayload(.normal, reason: ""))
        channel.embeddedEventLoop.advanceTime(by: .seconds(4))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
        channel.embeddedEventLoop.run()
        #expect(try handler.end.futureResult.wait() == .closed(.normal))
    }
}
