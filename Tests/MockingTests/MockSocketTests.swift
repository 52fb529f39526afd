import Contract
import Testing

@testable import Mocking

@Suite("the mock's socket without the wire")
struct MockSocketTests {
    private static let channel = "0190a5b0-1234-7000-8000-0000000000ab"
    private static let subscribe = "{\"type\":\"subscribe\",\"channel_id\":\"\(channel)\",\"ref\":\"r1\"}"

    private func socket(
        _ token: String? = "iris_chat_x", page: String? = nil, examples: Bool = false
    ) throws -> MockSocket {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract, settings: MockSettings(usesExamples: examples))
        var socket = MockSocket(api, try #require(contract.socket), page: page)
        if let token { _ = socket.present(token) }
        return socket
    }

    private func sent(_ effects: [MockSocket.Effect]) throws -> JSON {
        guard case .send(let json)? = effects.first, effects.count == 1 else {
            Issue.record("\(effects)")
            return .null
        }
        return json
    }

    @Test("a token opens the socket, in the upgrade or in the first frame", arguments: [true, false])
    func opening(_ inUpgrade: Bool) throws {
        var socket = try socket(nil)
        let effects =
            inUpgrade
            ? socket.present("iris_chat_x") : socket.receive(#"{"type":"auth","token":"iris_chat_x","ref":"a"}"#)
        let ready = try sent(effects)
        #expect(ready["type"] == .text("ready"))
        #expect(ready["ref"] == (inUpgrade ? nil : .text("a")))
        #expect(ready["caller"]?["sender_type"]?.text != nil)
        #expect(socket.isOpen)
    }

    @Test(
        "what is no token, or comes before one, ends the socket with its own code",
        arguments: [
            (#"{"type":"auth","token":"iris_ses_unknown"}"#, 4401), (#"{"type":"auth","token":"iris_inv_x"}"#, 4401),
            (#"{"type":"auth","token":"iris_sk_only_channels_read"}"#, 4403), (#"{"type":"ping"}"#, 4400),
            (#"{"type":"auth"}"#, 4400), ("{", 4400),
        ])
    func closing(_ frame: String, _ code: Int) throws {
        var socket = try socket(nil)
        guard case .close(let told, _)? = socket.receive(frame).first else {
            Issue.record("the socket stays open")
            return
        }
        #expect(told == code)
        #expect(!socket.isOpen)
    }

    @Test("a page that is not listed may not open it with a page's key")
    func pages() throws {
        var socket = try socket(nil, page: "https://unlisted.example")
        #expect(socket.present("iris_pub_x") == [.close(code: 4403, reason: "forbidden")])
        #expect(socket.timeout == .close(code: 4408, reason: "auth_timeout"))
        #expect(socket.binary == .close(code: 1003, reason: "unsupported_data"))
    }

    @Test("each frame is answered by its event, which repeats what the frame has said")
    func answers() throws {
        var socket = try socket()
        let subscribed = try sent(socket.receive(Self.subscribe))
        #expect(subscribed["type"] == .text("subscribed"))
        #expect(subscribed["ref"] == .text("r1"))
        #expect(subscribed["channel_id"] == .text(Self.channel))
        #expect(try sent(socket.receive(#"{"type":"ping"}"#)) == .object([JSON.Member("type", .text("pong"))]))
        let typing = "{\"type\":\"typing\",\"channel_id\":\"\(Self.channel)\",\"is_typing\":true}"
        #expect(socket.receive(typing) == [])
    }

    @Test(
        "a frame that breaks a rule is told which, and the socket stays open",
        arguments: [
            ("{\"type\":\"subscribe\",\"channel_id\":\"x\",\"ref\":\"r\"}", "invalid_frame", "/channel_id"),
            ("{\"type\":\"subscribe\"}", "invalid_frame", "/channel_id"),
            ("{\"type\":\"subscribe\",\"channel_id\":\"\(channel)\",\"after_seq\":-1}", "invalid_frame", "/after_seq"),
            ("{\"type\":\"ping\",\"ref\":\"a b\"}", "invalid_frame", "/ref"),
            ("{\"type\":\"dance\"}", "unknown_type", "/type"), ("{\"type\":1}", "invalid_frame", "/type"),
            ("[", "invalid_json", nil), ("{\"type\":\"auth\",\"token\":\"iris_chat_x\"}", "invalid_frame", nil),
        ] as [(String, String, String?)])
    func problems(_ frame: String, _ code: String, _ pointer: String?) throws {
        var socket = try socket()
        let event = try sent(socket.receive(frame))
        #expect(event["type"] == .text("error"))
        #expect(event["code"] == .text(code))
        #expect(event["pointer"]?.text == pointer)
        #expect(socket.isOpen)
    }

    @Test("a key sends only the frames that its scopes allow")
    func scopes() throws {
        var socket = try socket("iris_sk_only_messages_read")
        let refused = try sent(socket.receive(#"{"type":"presence","state":"online"}"#))
        #expect(refused["code"] == .text("insufficient_scope"))
        #expect(try sent(socket.receive(Self.subscribe))["type"] == .text("subscribed"))
    }

    @Test(
        "events are made up in subscribed channels only, each kind in time, and each place in turn",
        arguments: [true, false])
    func chatter(_ examples: Bool) throws {
        let contract = try OwnContracts.iris.get()
        var socket = try socket(examples: examples)
        #expect(socket.chatter() == [])
        _ = socket.receive(Self.subscribe)
        var (kinds, places) = (Set<String>(), [Int]())
        for _ in 1...200 {
            let event = try sent(socket.chatter())
            let kind = try #require(event["type"]?.text)
            kinds.insert(kind)
            #expect(event["channel_id"] == .text(Self.channel))
            // With examples, what stands inside an event is the example's.
            if kind == "message.created", !examples {
                #expect(event["message"]?["channel_id"] == .text(Self.channel))
                #expect(event["message"]?["seq"] == event["seq"])
                places.append(event["seq"]?.integer ?? 0)
            }
            let declared = try #require(contract.socket?.event(named: kind)?.fields)
            guard case .object(let members) = event else { return }
            var checker = ValueChecker(Catalogue(contract))
            // What was written is read again, as a client would.
            guard case .object(let read)? = JSONParser.parse(event.bytes) else { return }
            #expect(checker.members(read, of: declared, at: "")?.count == members.count - 1, "\(checker.problems)")
        }
        #expect(kinds.count >= 7)
        #expect(examples || (places == places.sorted() && places.count > 5))
        _ = socket.receive("{\"type\":\"unsubscribe\",\"channel_id\":\"\(Self.channel)\"}")
        #expect(socket.chatter() == [])
    }
}
