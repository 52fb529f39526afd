import Testing

@testable import Contract

@Suite("the socket of a spec")
struct SocketTests {
    @Test("a spec without a socket is whole")
    func absent() throws {
        #expect(try ContractLoader.load([SpecFile(path: "demo.yaml", text: SpecFixture.valid)]).get().socket == nil)
    }

    @Test("what the spec says of the socket is resolved")
    func agreement() throws {
        let socket = try #require(try SocketFixture.load().get().socket)
        #expect(socket.path == "/live")
        #expect(socket.access.requirements.map(\.credential) == ["session", "key"])
        #expect(socket.subprotocol == "demo.v1")
        #expect(socket.tokenSubprotocolPrefix == "token.")
        #expect(socket.tokenParameter == "token")
        #expect(socket.ref == .named("Title"))
        #expect(
            [socket.frameLimit, socket.authSeconds, socket.heartbeatSeconds, socket.replayLimit] == [
                65536, 10, 25, 500,
            ])
        #expect(socket.promises == ["A-1"])
    }

    @Test("frames carry their own fields and the scope that they need")
    func frames() throws {
        let socket = try #require(try SocketFixture.load().get().socket)
        #expect(socket.frames.map(\.name) == ["auth", "watch", "ping"])
        let watch = try #require(socket.frame(named: "watch"))
        #expect(watch.fields.map(\.name) == ["note_id", "title"])
        #expect(watch.fields.map(\.isOptional) == [false, true])
        #expect(watch.scope == "notes.read")
        #expect(socket.frame(named: "ping")?.fields.isEmpty == true)
    }

    @Test("an event that answers frames begins with the ref, and no other has one")
    func events() throws {
        let socket = try #require(try SocketFixture.load().get().socket)
        let pong = try #require(socket.event(named: "pong"))
        #expect(pong.fields.map(\.name) == ["ref"])
        #expect(pong.fields.map(\.type) == [.named("Title")])
        #expect(pong.fields.map(\.isOptional) == [true])
        #expect(socket.event(named: "problem")?.answers == ["auth", "watch", "ping"])
        #expect(socket.event(named: "problem")?.fields.map(\.name) == ["ref", "title"])
        let changed = try #require(socket.event(named: "note.changed"))
        #expect(changed.fields.map(\.name) == ["note"])
        #expect(changed.isReplayed && !pong.isReplayed)
    }

    @Test("closes tell by their code whether to try again")
    func closes() throws {
        let socket = try #require(try SocketFixture.load().get().socket)
        #expect(socket.close(coded: 1001)?.mayRetry == true)
        #expect(socket.close(coded: 4401)?.mayRetry == false)
        #expect(socket.close(coded: 4401)?.errors == ["unauthenticated", "forbidden"])
        #expect(socket.close(coded: 4000) == nil)
    }

    @Test("a promise that only the socket carries counts as cited")
    func promises() throws {
        let text = SpecFixture.valid.replacing("promises: [A-1]", with: "promises: []")
        let files = [SpecFile(path: "demo.yaml", text: text), SpecFile(path: "live.yaml", text: SocketFixture.valid)]
        #expect(try ContractLoader.load(files).get().socket?.promises == ["A-1"])
    }
}
