import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Testing

/// A peer that sends exactly the bytes that a test gives it, and reads frames without judging them.
final class RawClient {
    struct Frame: Equatable {
        var first: UInt8
        var payload: [UInt8]

        var opcode: UInt8 { first & 0x0F }
        var text: String { String(decoding: payload, as: UTF8.self) }
        /// The code of a Close frame; nil when it carries none, or is another frame.
        var closeCode: Int? { opcode == 8 && payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil }
    }

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let channel: any Channel
    private var received = ByteBuffer()

    private init(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ channel: any Channel
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
        self.channel = channel
    }

    static func connect<Value: Sendable>(
        to port: RunningPort, tls: NIOSSLContext? = nil, _ body: (RawClient) async throws -> Value
    ) async throws -> Value {
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port.number) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        let handler = try NIOSSLClientHandler(context: tls, serverHostname: "localhost")
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await body(RawClient(inbound, outbound, connection.channel))
        }
    }

    /// Connects and upgrades.
    static func open<Value: Sendable>(
        to port: RunningPort, path: String = "/ws", tls: NIOSSLContext? = nil, _ body: (RawClient) async throws -> Value
    ) async throws -> Value {
        try await connect(to: port, tls: tls) { client in
            try await client.send(RawClient.upgradeRequest(path))
            let head = try await client.head()
            try #require(head.hasPrefix("HTTP/1.1 101 "), "\(head)")
            return try await body(client)
        }
    }

    static func upgradeRequest(_ path: String = "/ws", extra: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\(extra)\r\n"
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }
    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Breaks the connection off, without a Close frame.
    func hangUp() async throws { try await channel.close() }

    /// Up to and with the empty line.
    func head() async throws -> String {
        while true {
            let text = String(buffer: received)
            if let end = text.range(of: "\r\n\r\n") {
                received.moveReaderIndex(forwardBy: text[..<end.upperBound].utf8.count)
                return String(text[..<end.upperBound])
            }
            try #require(await more(), "the connection ended within a head: \(text)")
        }
    }

    func text(of length: Int) async throws -> String {
        while received.readableBytes < length { try #require(await more(), "the connection ended early") }
        return received.readString(length: length) ?? ""
    }

    /// The next frame; nil when the connection has ended.
    func frame() async throws -> Frame? {
        while true {
            if let frame = takeFrame() { return frame }
            guard await more() else { return nil }
        }
    }

    private func takeFrame() -> Frame? {
        var bytes = received
        guard let first = bytes.readInteger(as: UInt8.self), let second = bytes.readInteger(as: UInt8.self) else {
            return nil
        }
        var length = Int(second)
        if second == 126 {
            guard let long = bytes.readInteger(as: UInt16.self) else { return nil }
            length = Int(long)
        } else if second == 127 {
            guard let long = bytes.readInteger(as: UInt64.self) else { return nil }
            length = Int(long)
        }
        guard let payload = bytes.readBytes(length: length) else { return nil }
        received = bytes
        return Frame(first: first, payload: payload)
    }

    /// Whether a byte comes before the end.
    func isAnswered() async -> Bool { await more() }

    /// False at the end of the connection, however it ended.
    private func more() async -> Bool {
        guard var bytes = try? await inbound.next() else { return false }
        received.discardReadBytes()
        received.writeBuffer(&bytes)
        return true
    }
}
