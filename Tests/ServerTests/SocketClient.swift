import Foundation
import NIOCore
import NIOPosix
import Testing

/// A client of the realtime socket that shares no code with the server's side of it.
final class SocketClient {
    /// The upgrade was answered with something else.
    struct Refused: Error {
        let status: Int
        let text: String
    }

    /// The socket has ended; nil without a Close frame.
    struct Ended: Error {
        let code: Int?
    }

    /// What the server sent, with what tests ask of it.
    struct Event: Decodable {
        struct Message: Decodable {
            let message_id: String
            let seq: Int
            let content: String?
        }
        struct Person: Decodable {
            let sender_type: String
            let sender_id: String
            let display_name: String?
        }

        let type: String
        let ref: String?
        let channel_id: String?
        let seq: Int?
        let last_seq: Int?
        let recovered: Bool?
        let message: Either?
        let code: String?
        let pointer: String?
        let state: String?
        let is_typing: Bool?
        let expires_at: String?
        let caller: Person?
        let sender: Person?
        let reader: Person?
        let member: Person?
        fileprivate(set) var text = ""

        private enum CodingKeys: String, CodingKey {
            case type, ref, channel_id, seq, last_seq, recovered, message, code, pointer, state, is_typing, expires_at
            case caller, sender, reader, member
        }

        /// A message, or the words of an error.
        enum Either: Decodable {
            case message(Message)
            case words(String)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let words = try? container.decode(String.self) {
                    self = .words(words)
                } else {
                    self = .message(try container.decode(Message.self))
                }
            }
        }

        var content: String? { if case .message(let message) = message { message.content } else { nil } }
    }

    private let channel: any Channel
    private var received: AsyncStream<SocketBytes.Part>.Iterator
    private(set) var head = ""

    private init(_ channel: any Channel, _ received: AsyncStream<SocketBytes.Part>) {
        self.channel = channel
        self.received = received.makeAsyncIterator()
    }

    static func open(
        _ base: String, path: String = "/ws", token: String? = nil, headers: [String] = []
    ) async throws -> SocketClient {
        let url = try #require(URL(string: base))
        let (parts, part) = AsyncStream.makeStream(of: SocketBytes.Part.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SocketBytes(part))
                }
            }
            .connect(host: url.host ?? "", port: url.port ?? 80).get()
        let client = SocketClient(channel, parts)
        let lines = headers + (token.map { ["Authorization: Bearer \($0)"] } ?? [])
        let request =
            "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + lines.map { $0 + "\r\n" }.joined() + "\r\n"
        try await channel.writeAndFlush(ByteBuffer(string: request))
        guard case .head(let head) = await client.received.next() else { throw Ended(code: nil) }
        client.head = head
        guard head.hasPrefix("HTTP/1.1 101 ") else {
            var text = ""
            while case .body(let more) = await client.received.next() { text += more }
            throw Refused(status: Int(head.dropFirst(9).prefix(3)) ?? 0, text: text)
        }
        return client
    }

    /// Opens a socket with a token and waits for its `ready`.
    static func ready(_ base: String, token: String) async throws -> SocketClient {
        let client = try await open(base, token: token)
        _ = try await client.next("ready")
        return client
    }

    func send(_ text: String) async throws { try await send(SocketBytes.frame(0x81, Array(text.utf8))) }

    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    func next() async throws -> Event {
        switch await received.next() {
        case .text(let text):
            var event = try JSONDecoder().decode(Event.self, from: Data(text.utf8))
            event.text = text
            return event
        case .close(let code): throw Ended(code: code)
        default: throw Ended(code: nil)
        }
    }

    /// The next event of a type; others are passed over.
    func next(_ type: String) async throws -> Event {
        while true {
            let event = try await next()
            if event.type == type { return event }
            if event.type == "error" { Issue.record("an error instead of \(type): \(event.text)") }
        }
    }

    /// Everything that has arrived up to now: the answer to a ping stands behind it.
    func arrived() async throws -> [Event] {
        try await send(#"{"type":"ping","ref":"arrived"}"#)
        var events: [Event] = []
        while true {
            let event = try await next()
            if event.type == "pong", event.ref == "arrived" { return events }
            events.append(event)
        }
    }

    /// The code with which the server ends the socket, whatever comes before.
    func ending() async throws -> Int? {
        while true {
            do { _ = try await next() } catch let ended as Ended { return ended.code }
        }
    }

    @discardableResult
    func subscribe(_ channel: String, after: Int? = nil) async throws -> Event {
        let place = after.map { #","after_seq":\#($0)"# } ?? ""
        try await send(#"{"type":"subscribe","channel_id":"\#(channel)"\#(place)}"#)
        return try await next("subscribed")
    }

    /// Breaks the connection off.
    func hangUp() async throws { try await channel.close() }
}
