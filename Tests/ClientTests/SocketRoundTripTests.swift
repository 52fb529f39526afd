import ClientRuntime
import IrisClient
import Testing

@Suite("frames and events between the generated client and the generated server")
struct SocketRoundTripTests {
    private let channel = ChannelId(high: 1, low: 2)

    @Test("every frame that a client sends is read by the server to the same values")
    func frames() throws {
        let frames: [ClientFrame] = [
            .auth(AuthFrame(token: SocketToken(trusted: "iris_chat_x"))),
            .subscribe(SubscribeFrame(channelId: channel)),
            .subscribe(SubscribeFrame(channelId: channel, afterSeq: Seq(trusted: 7))),
            .unsubscribe(UnsubscribeFrame(channelId: channel)),
            .typing(TypingFrame(channelId: channel, isTyping: true)),
            .read(ReadFrame(channelId: channel, seq: Seq(trusted: 9))),
            .presence(PresenceFrame(state: .away)), .ping,
        ]
        for frame in frames {
            let received = ReceivedFrame(IrisSocket.bytes(of: frame, ref: "f-1"))
            #expect(received.ref?.text == "f-1")
            #expect("\(try received.content.get())" == "\(frame)")
        }
    }

    @Test("every event that the server sends is read by the client to the same values")
    func events() throws {
        let (sender, seq) = (Sender.example, Seq(trusted: 7))
        let events: [any ServerEvent] = [
            ReadyEvent(caller: sender, heartbeatSeconds: HeartbeatSeconds(trusted: 25)),
            SubscribedEvent(ref: FrameRef(trusted: "r"), channelId: channel, lastSeq: seq, recovered: false),
            UnsubscribedEvent(channelId: channel), PongEvent(),
            ErrorEvent(code: .notFound, message: ProblemMessage(trusted: "No.")),
            MessageCreatedEvent(channelId: channel, seq: seq, message: .example),
            MessageUpdatedEvent(channelId: channel, seq: seq, message: .example),
            MessageDeletedEvent(channelId: channel, seq: seq, message: .example),
            ReadMovedEvent(channelId: channel, reader: sender, seq: seq),
            TypingChangedEvent(channelId: channel, sender: sender, isTyping: false),
            PresenceChangedEvent(channelId: channel, sender: sender, state: .away),
            MemberAddedEvent(channelId: channel, member: sender),
            MemberRemovedEvent(channelId: channel, member: sender), ChannelUpdatedEvent(channel: .example),
        ]
        for event in events {
            let json = RoundTrip.json(event)
            let read = try #require(try IrisSocket.event(from: Array(json.utf8)))
            let value = try #require(Mirror(reflecting: read).children.first?.value as? any ServerEvent)
            #expect(RoundTrip.json(value) == json)
        }
        #expect(Set(events.map { type(of: $0).type }).count == 14)
    }
}
