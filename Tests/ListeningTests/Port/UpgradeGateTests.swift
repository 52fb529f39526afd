import HummingbirdCore
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Listening

@Suite("the gate between HTTP and WebSocket")
struct UpgradeGateTests {
    private let channel = EmbeddedChannel()
    private let gate: UpgradeGate

    init() throws {
        let http = UpgradeGate.HTTPHandlers(
            encoder: HTTPResponseEncoder(),
            decoder: ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes)),
            malformed: MalformedRequests(answer: MalformedAnswer.plain), idle: HTTPConnectionStateHandler(logger: quiet)
        )
        gate = UpgradeGate(
            webSocket: echoEndpoint(), isSecure: false, http: http, eventLoop: channel.embeddedEventLoop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try channel.pipeline.syncOperations.addHandlers([http.encoder, http.decoder, http.malformed, gate])
    }

    private func requested() throws -> UpgradeRequest {
        // HTTP is told that it is over by an error, which nobody behind the gate takes here.
        #expect(throws: UpgradeGate.HTTPEnds.self) {
            try channel.writeInbound(ByteBuffer(string: RawClient.upgradeRequest()))
        }
        return try #require(try gate.upgrade.futureResult.wait())
    }

    private func written() throws -> String {
        var bytes = ByteBuffer()
        while var more = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeBuffer(&more) }
        return String(buffer: bytes)
    }

    @Test("a request that is being decided about when the server stops is refused with 503")
    func decidingAtShutdown() throws {
        let request = try requested()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(channel.isActive)
        #expect(throws: ChannelError.self) {
            try gate.accept(request, subprotocol: nil, headers: [:]).wait()
        }
        #expect(try written().hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
        #expect(!channel.isActive)
    }

    @Test("from the request on, what Hummingbird does to the connection does nothing")
    func cutsHTTPOff() throws {
        _ = try requested()
        let answer = HTTPServerResponsePart.head(HTTPResponseHead(version: .http1_1, status: .ok))
        #expect(throws: ChannelError.self) { try channel.writeOutbound(answer) }
        try channel.close().wait()
        #expect(channel.isActive)
        #expect(try written().isEmpty)
        gate.refuse(.forbidden, headers: [:], body: [])
        #expect(try written().hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
        #expect(!channel.isActive)
    }

    @Test("a client that is gone while it is decided about is not accepted")
    func goneMeanwhile() throws {
        let request = try requested()
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(!channel.isActive)
        channel.embeddedEventLoop.run()
        #expect(throws: ChannelError.self) {
            try gate.accept(request, subprotocol: nil, headers: [:]).wait()
        }
    }
}
