import Generated
import Runtime
import Testing

@Suite("events that the server sends")
struct ServerEventTests {
    private func text(_ event: some ServerEvent) -> String {
        var json = JSONWriter()
        event.write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private let channel = ChannelId(UUIDBits(high: 0x019b_0000_0000_7000, low: 0x8000_0000_0000_0001))

    @Test("an event begins with its type and says what its channel was told")
    func answer() {
        let event = SubscribedEvent(
            ref: FrameRef(trusted: "f-1"), channelId: channel, lastSeq: Seq(trusted: 9), recovered: false)
        #expect(
            text(event)
                == #"{"type":"subscribed","ref":"f-1","channel_id":"019b0000-0000-7000-8000-000000000001","last_seq":9,"recovered":false}"#
        )
    }

    @Test("an answer to a frame without a ref has none, and a pong is nothing but itself")
    func withoutRef() {
        #expect(text(PongEvent()) == #"{"type":"pong"}"#)
        #expect(
            text(ErrorEvent(code: .notFound, message: ProblemMessage(trusted: "Nothing.")))
                == #"{"type":"error","code":"not_found","message":"Nothing."}"#)
    }

    @Test("what has a place in a channel's sequence is made up for, and nothing else")
    func replayed() {
        let replayed = [
            MessageCreatedEvent.isReplayed, MessageUpdatedEvent.isReplayed, MessageDeletedEvent.isReplayed,
        ]
        #expect(replayed == [true, true, true])
        let passing = [TypingChangedEvent.isReplayed, PresenceChangedEvent.isReplayed, SubscribedEvent.isReplayed]
        #expect(passing == [false, false, false])
    }

    @Test("a close tells by its code whether to come back")
    func closes() {
        #expect(SocketClose(rawValue: 1001)?.mayRetry == true)
        #expect(SocketClose(rawValue: 4401)?.mayRetry == false)
        #expect(SocketClose(for: .insufficientScope) == .forbidden)
        #expect(SocketClose(for: .notFound) == nil)
    }
}
