import Generated
import Runtime
import Synchronization
import Testing

@testable import Listening
@testable import Server

@Suite("what listeners hear of what is done in a channel", .serialized)
struct AnnouncementTests {
    @Test("posts, edits and deletions are told at their places, and a repetition is not told again")
    func messages() async throws {
        try await listen { channels, channel, heard in
            let draft = ChannelAccess.Draft(
                content: Content(trusted: "one"), contentType: .text, clientMessageId: ClientMessageId(trusted: "m-1"))
            guard case .posted(let message) = try await channels.post(draft, in: channel) else {
                Issue.record("not posted")
                return
            }
            _ = try await channels.post(draft, in: channel)
            _ = try await channels.edit(message.messageId, to: Content(trusted: "two"))
            _ = try await channels.delete(message.messageId)
            _ = try await channels.delete(message.messageId)
            #expect(
                heard().map(\.line) == [
                    "message.created 2 one", "message.updated 3 two", "message.deleted 4 -",
                ])
        }
    }

    @Test("a read mark is told when it has moved, typing whenever it is shown")
    func readingAndTyping() async throws {
        try await listen { channels, channel, heard in
            for seq in [0, 1, 1, 99] { _ = try await channels.read(upTo: Seq(trusted: seq), in: channel) }
            for isTyping in [true, false] { _ = try await channels.showTyping(isTyping, in: channel) }
            #expect(heard().map(\.line) == ["read.moved 1 -", "typing.changed - -", "typing.changed - -"])
        }
    }

    @Test("a channel that has changed is told, one that stays as it is not")
    func channel() async throws {
        try await listen { channels, channel, heard in
            _ = try await channels.change(channel, name: ChannelName(trusted: "New"), topic: .keep)
            for status in [ChannelStatus.archived, .archived, .open, .open] {
                _ = try await channels.turn(channel, to: status)
            }
            #expect(heard().map(\.status) == ["open", "archived", "open"])
            #expect(heard().allSatisfy { $0.line == "channel.updated - -" })
        }
    }

    @Test("who comes is told once; who is removed hears of it as the last thing")
    func people() async throws {
        try await listen { channels, channel, heard in
            let person = ChannelAccess.Person.external(ExternalUserId(trusted: "user-a"))
            for _ in 1...2 { _ = try await channels.add(person, as: .member, to: channel) }
            guard let someone = try await channels.people(in: channel)?.last else {
                Issue.record("nobody was added")
                return
            }
            #expect(try await channels.remove(someone.userId, from: channel))
            #expect(try await channels.remove(someone.userId, from: channel) == false)
            // The listener is the key itself: after its own removal there is nothing more to hear.
            #expect(try await channels.remove(ParticipantId(channels.participant.id.bits), from: channel))
            channels.announce(
                TypingChangedEvent(channelId: channel, sender: channels.participant.sender, isTyping: true),
                in: channel)
            #expect(heard().map(\.type) == ["member.added", "member.removed", "member.removed"])
        }
    }

    /// Subscribes a key to its channel, which has one message, and hands over what has happened since.
    private func listen(
        _ body: (ChannelAccess, ChannelId, () -> [Heard]) async throws -> Void
    ) async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let channel = try #require(ChannelId(text: a.channel))
            let me = try await deployment.send("GET", "/api/product/v1/me", token: a.key)
            let key = try TestKey(
                principal: KeyPrincipal(
                    keyId: #require(KeyId(text: me["key_id"])), tenantId: #require(TenantId(text: a.tenant)),
                    name: KeyName(trusted: me["name"]), keyPrefix: KeyPrefix(trusted: me["key_prefix"]),
                    kind: .secret, scopes: Set(KeyScope.allCases)))
            try await deployment.withPool { pool in
                let database = Database(pool: pool)
                let hub = Hub(history: StoredHistory(database: database))
                let channels = ChannelAccess(database: database, hub: hub, participant: Participant(key))
                let sink = RecordingSink()
                let socket = OpenSocket(
                    participant: channels.participant,
                    credential: Credential(kind: .key, tenant: key.tenantId, mark: "test", endsWith: []), sink: sink,
                    showsPresence: false)
                _ = hub.open(socket)
                let subscribing = try await hub.subscribe(socket, to: channel, after: nil) {
                    SubscribedEvent(channelId: channel, lastSeq: $0, recovered: $1)
                }
                #expect(subscribing == .live)
                let before = sink.heard.count
                try await body(channels, channel) { Array(sink.heard.dropFirst(before)) }
            }
        }
    }
}

/// A key as the gate would have recognised it.
private struct TestKey: KeyBearer {
    let principal: KeyPrincipal
    let origin = RequestOrigin(address: "127.0.0.1", network: "127.0.0.1", requestId: "test", page: nil)
}

/// An event as a client hears it.
private struct Heard {
    let reply: Reply

    var type: String { reply["type"] }
    var status: String { reply["status"] }
    /// The type, the place and the content.
    var line: String {
        let content = reply["content"]
        return "\(type) \(reply.number("seq").map(String.init) ?? "-") \(content.isEmpty ? "-" : content)"
    }
}

/// Keeps what is sent. The mutex guards the list.
private final class RecordingSink: FrameSink {
    private let frames = Mutex<[String]>([])

    var heard: [Heard] {
        frames.withLock { $0.map { Heard(reply: Reply(status: 0, headers: [:], text: $0)) } }
    }

    func send(_ frame: EncodedFrame) {
        // Behind a frame's header of a few bytes.
        let text = String(decoding: frame.bytes.readableBytesView.drop { $0 != UInt8(ascii: "{") }, as: UTF8.self)
        frames.withLock { $0.append(text) }
    }

    func room() async {}
    func end(_ close: SocketClose) {}
}
