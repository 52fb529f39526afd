import Foundation
import IrisClient
import Testing

@Suite("the client's socket")
struct SocketTests {
    private let channel = ChannelId(high: 1, low: 2)
    private static let ready = SocketMessage.event(
        ReadyEvent(caller: .example, heartbeatSeconds: HeartbeatSeconds(trusted: 25)))

    private func subscribed(_ last: Int, recovered: Bool = true) -> SocketMessage {
        .event(SubscribedEvent(channelId: channel, lastSeq: Seq(trusted: last), recovered: recovered))
    }

    private func created(_ seq: Int) -> SocketMessage {
        .event(MessageCreatedEvent(channelId: channel, seq: Seq(trusted: seq), message: .example))
    }

    private func socket(
        _ peer: ScriptedPeer, retries: RetryPolicy = RetryPolicy(attempts: .max), waits: Waits = Waits()
    ) throws -> SocketClient<IrisSocket> {
        let url = try #require(URL(string: "https://iris.example"))
        return SocketClient(
            base: BaseAddress(url), token: KnowingGate.chat, transport: peer, retries: retries,
            surroundings: waits.surroundings)
    }

    /// Every notice until the last, in short.
    private func story(_ socket: SocketClient<IrisSocket>) async -> [String] {
        var story: [String] = []
        for await notice in socket.notices {
            switch notice {
            case .event(.messageCreated(let event)): story.append("created \(event.seq)")
            case .event(.subscribed(let event)): story.append("subscribed \(event.lastSeq)")
            case .event(.ready): story.append("ready")
            case .event: story.append("another event")
            case .missed(.subscribed(let event)): story.append("missed before \(event.lastSeq)")
            case .missed: story.append("missed")
            case .lost(let code): story.append("lost \(code ?? 0)")
            case .contractBroken(let breach): story.append("\(breach.operation) \(breach.pointer)")
            case .ended(.refused(let code)): story.append("refused \(code)")
            case .ended(.unreachable): story.append("unreachable")
            case .ended(.closed): story.append("closed")
            }
        }
        return story
    }

    private func subscribe(after seq: Int? = nil) -> ClientFrame {
        .subscribe(SubscribeFrame(channelId: channel, afterSeq: seq.map(Seq.init(trusted:))))
    }

    @Test("authenticates first, subscribes once it is ready, comes back, resumes and tells nothing twice")
    func resumes() async throws {
        let peer = ScriptedPeer(
            [Self.ready, subscribed(3), created(4), created(4), .closed(code: 1001)], nil,
            [Self.ready, created(4), created(5), subscribed(5), .closed(code: 4401)])
        let waits = Waits()
        let socket = try socket(peer, waits: waits)
        try await socket.send(subscribe())
        #expect(
            await story(socket) == [
                "ready", "subscribed 3", "created 4", "lost 1001", "ready", "created 5", "subscribed 5", "refused 4401",
            ])
        let name = #""channel_id":"\#(channel)""#
        #expect(
            await peer.sent == [
                [#"{"type":"auth","token":"iris_chat_known"}"#, #"{"type":"subscribe",\#(name)}"#],
                [#"{"type":"auth","token":"iris_chat_known"}"#, #"{"type":"subscribe",\#(name),"after_seq":4}"#],
            ])
        #expect(waits.all == [.milliseconds(200), .milliseconds(400)])
    }

    @Test("the token stands neither in the address nor in a subprotocol")
    func token() async throws {
        let peer = ScriptedPeer([.closed(code: 4401)])
        _ = await story(try socket(peer))
        #expect(await peer.urls == ["wss://iris.example/ws"])
        #expect(await peer.subprotocols == [["iris.v1"]])
    }

    @Test("a gap that the server cannot close is told")
    func missed() async throws {
        let peer = ScriptedPeer([Self.ready, subscribed(900, recovered: false), created(901), .closed(code: 4403)])
        let socket = try socket(peer)
        try await socket.send(subscribe(after: 7))
        #expect(await story(socket) == ["ready", "missed before 900", "created 901", "refused 4403"])
        #expect(await peer.sent[0][1].hasSuffix(#","after_seq":7}"#))
    }

    @Test("a subscription that was ended is not made again")
    func unsubscribed() async throws {
        let peer = ScriptedPeer([Self.ready, .closed(code: 4430)], [Self.ready, .closed(code: 4410)])
        let socket = try socket(peer)
        try await socket.send(subscribe())
        for await notice in socket.notices {
            if case .event(.ready) = notice, await peer.sent.count == 1 {
                try await socket.send(.unsubscribe(UnsubscribeFrame(channelId: channel)), ref: "f-1")
            }
        }
        #expect(await peer.sent.map(\.count) == [3, 1])
        #expect(await peer.sent[0][2].hasPrefix(#"{"type":"unsubscribe","ref":"f-1","#))
    }

    @Test("an unknown event is passed over, and one that is not as promised is told without its values")
    func strange() async throws {
        let peer = ScriptedPeer([
            Self.ready, .raw(#"{"type":"later.added","x":1}"#), .raw(#"{"type":"pong","ref":5}"#), .raw("no"),
            .raw(#"{"seq":"secret","type":"message.created","channel_id":"\#(channel)"}"#), .closed(code: 4401),
        ])
        #expect(
            await story(try socket(peer)) == [
                "ready", "pong /ref", "the socket ", "message.created /seq", "refused 4401",
            ])
    }

    @Test("a frame other than a subscription must wait until the socket is ready")
    func early() async throws {
        let socket = try socket(ScriptedPeer())
        await #expect(throws: TransportFailure.self) { try await socket.send(.ping) }
    }

    @Test("attempts can be bounded, and a socket that became ready begins to count anew")
    func bounded() async throws {
        let peer = ScriptedPeer(nil, [Self.ready], nil, nil)
        let waits = Waits()
        let socket = try socket(peer, retries: RetryPolicy(attempts: 3, base: .seconds(1)), waits: waits)
        #expect(await story(socket) == ["ready", "lost 0", "unreachable"])
        #expect(waits.all == [.seconds(1), .seconds(1), .seconds(2)])
    }

    @Test("a close code that the contract does not know is no reason to give up")
    func unknownCode() async throws {
        let peer = ScriptedPeer([.closed(code: 4999)], [.closed(code: 4401)])
        #expect(await story(try socket(peer)) == ["lost 4999", "refused 4401"])
    }

    @Test("a socket that is closed ends its notices")
    func closed() async throws {
        let socket = try socket(ScriptedPeer([Self.ready]))
        await socket.close()
        #expect(await story(socket) == ["closed"])
    }
}
