import Generated
import Runtime
import Synchronization
import Testing

@testable import Listening
@testable import Server

@Suite("what the hub promises to those who listen", .timeLimit(.minutes(2)))
struct HubTests {
    @Test("places are let out in their order, each once")
    func order() async throws {
        let hub = Hub(history: FakeHistory())
        let listener = Listener()
        try await listener.subscribe(to: hub)
        for place in [2, 1, 2, 4, 3, 1] { hub.post(place) }
        #expect(listener.sink.places == [1, 2, 3, 4])
    }

    @Test("a place that does not come is fetched, and what waits behind it follows")
    func gap() async throws {
        let history = FakeHistory()
        let hub = Hub(history: history, patience: .milliseconds(1))
        let listener = Listener()
        try await listener.subscribe(to: hub)
        let running = Task { await hub.run() }
        history.commit(through: 3)
        hub.post(2)
        await listener.sink.reaches(2)
        hub.post(3)
        #expect(listener.sink.places == [1, 2, 3])
        hub.post(1)
        #expect(listener.sink.places == [1, 2, 3])
        running.cancel()
        await running.value
    }

    @Test("what cannot be let out yet is held up to a limit, and beyond it is fetched as what has not come")
    func hoarding() {
        var room = Room()
        for place in 1...1_000 { room.take(.text("{}"), at: place) }
        room.begin(after: 0)
        #expect(room.delivered == Room.heldLimit && room.lacksPlaces)
        // The next one in turn is never one too many.
        for place in (Room.heldLimit + 2)...1_000 { room.take(.text("{}"), at: place) }
        room.take(.text("{}"), at: Room.heldLimit + 1)
        #expect(room.delivered == 2 * Room.heldLimit + 1)
    }

    @Test("a place that nothing is left of is passed over")
    func voidPlace() async throws {
        let history = FakeHistory()
        let hub = Hub(history: history, patience: .milliseconds(1))
        let listener = Listener()
        try await listener.subscribe(to: hub)
        let running = Task { await hub.run() }
        history.commit(through: 3)
        history.forget(2)
        hub.post(1)
        hub.post(3)
        await listener.sink.reaches(3)
        #expect(listener.sink.places == [1, 3])
        running.cancel()
        await running.value
    }

    @Test("what another server has posted is fetched once it is noticed")
    func notice() async throws {
        let history = FakeHistory()
        let hub = Hub(history: history, patience: .milliseconds(1))
        let listener = Listener()
        try await listener.subscribe(to: hub)
        let running = Task { await hub.run() }
        history.commit(through: 1_200)
        hub.notice(1_200, in: testKey)
        await listener.sink.reaches(1_200)
        #expect(listener.sink.places == Array(1...1_200))
        running.cancel()
        await running.value
    }

    @Test("what happens while a subscription reads what it missed comes after it, and once")
    func catchingUp() async throws {
        let history = FakeHistory()
        history.commit(through: 5)
        let hub = Hub(history: history)
        let listener = Listener()
        history.whileReading { place in
            guard place == 2 else { return }
            history.commit(through: 7)
            hub.post(7)
            hub.post(6)
            hub.post(5)
        }
        try await listener.subscribe(to: hub, after: 2)
        hub.post(8)
        #expect(listener.sink.texts == ["3", "4", "5", "subscribed 5 true", "6", "7", "8"])
    }

    @Test("a subscription that has read less than was let out meanwhile reads again")
    func behind() async throws {
        let history = FakeHistory()
        let hub = Hub(history: history)
        let (early, late) = (Listener(), Listener())
        // The later one has read further by the time that the earlier one is done.
        let readings = Mutex(0)
        history.whileReading { _ in
            guard
                readings.withLock({
                    $0 += 1; return $0
                }) == 1
            else { return }
            history.commit(through: 2)
            _ = try? await late.subscribe(to: hub, after: 0)
        }
        try await early.subscribe(to: hub, after: 0)
        #expect(late.sink.places == [1, 2])
        #expect(early.sink.places == [1, 2])
        hub.post(1)
        hub.post(3)
        #expect(early.sink.places == [1, 2, 3] && late.sink.places == [1, 2, 3])
    }

    @Test("more than a subscription makes up for is not made up for at all")
    func tooMuch() async throws {
        let history = FakeHistory()
        history.commit(through: 501)
        let hub = Hub(history: history)
        let (some, all) = (Listener(), Listener())
        try await some.subscribe(to: hub, after: 1)
        try await all.subscribe(to: hub, after: 0)
        #expect(some.sink.places == Array(2...501))
        #expect(some.sink.texts[500] == "subscribed 501 true")
        #expect(all.sink.texts.first == "subscribed 501 false" && all.sink.places.isEmpty)
        hub.post(502)
        #expect(all.sink.places == [502])
    }

    @Test("whoever joins whenever sees every place once and in order, in whatever order handlers publish")
    func race() async throws {
        let history = FakeHistory()
        let hub = Hub(history: history, patience: .milliseconds(5))
        let last = 2_000
        let running = Task { await hub.run() }
        let posting = Task {
            await withTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask {
                        while let place = history.commitNext(upTo: last) {
                            // Between commit and publishing anything can happen; now and then the server dies.
                            if Int.random(in: 0..<3) == 0 { await Task.yield() }
                            if Int.random(in: 0..<50) > 0 || place == last { hub.post(place) }
                        }
                    }
                }
            }
        }
        let listeners = await withTaskGroup { group in
            for _ in 0..<20 {
                group.addTask {
                    for _ in 0..<Int.random(in: 0..<200) { await Task.yield() }
                    let listener = Listener()
                    let after = max(0, history.last - Int.random(in: 0..<50))
                    do { try await listener.subscribe(to: hub, after: after) } catch { Issue.record(error) }
                    return (listener, after)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        await posting.value
        for (listener, after) in listeners {
            await listener.sink.reaches(last)
            #expect(listener.sink.places == Array(after + 1..<last + 1))
        }
        running.cancel()
        await running.value
    }

    @Test("who is removed hears of it, and of nothing after it, not even of what they were still catching up with")
    func removal() async throws {
        let history = FakeHistory()
        history.commit(through: 3)
        let hub = Hub(history: history)
        let (stays, goes, comes) = (Listener(), Listener(), Listener())
        try await stays.subscribe(to: hub)
        try await goes.subscribe(to: hub)
        hub.remove(goes.participant, from: testKey.channel, of: testKey.tenant)
        hub.post(4)
        #expect(goes.sink.texts == ["subscribed 3 true", "presence.changed online", "member.removed"])
        #expect(stays.sink.places == [4])
        history.whileReading { _ in hub.remove(comes.participant, from: testKey.channel, of: testKey.tenant) }
        #expect(try await comes.subscribe(to: hub, after: 0) == .notFound)
        hub.post(5)
        #expect(comes.sink.texts == [])
    }

    @Test("what a socket was opened with ends it, in its own workspace only")
    func end() async throws {
        let hub = Hub(history: FakeHistory())
        let listener = Listener()
        _ = hub.open(listener.socket)
        try await listener.subscribe(to: hub)
        hub.end(.chatSession(listener.session), in: TenantId.new())
        hub.end(.chatSession(ChatSessionId.new()), in: testKey.tenant)
        #expect(listener.sink.closes == [])
        hub.end(.chatSession(listener.session), in: testKey.tenant)
        hub.post(1)
        #expect(listener.sink.closes == [.sessionEnded])
        #expect(listener.sink.places == [])
        #expect(hub.openSockets.isEmpty)
        #expect(try await listener.subscribe(to: hub) == .notFound)
    }

    @Test("one token opens a hundred sockets and no more, and another one after one was closed")
    func tooMany() {
        let hub = Hub(history: FakeHistory())
        let tenant = testKey.tenant
        let session = ChatSessionId.new()
        func socket() -> OpenSocket {
            let listener = Listener()
            let credential = Credential(
                kind: .chat, tenant: tenant, mark: session.description, endsWith: [.chatSession(session)])
            return OpenSocket(
                participant: listener.socket.participant, credential: credential, sink: listener.sink,
                showsPresence: false)
        }
        let sockets = (0..<Hub.socketsPerToken).map { _ in socket() }
        #expect(sockets.allSatisfy { hub.open($0) })
        #expect(!hub.open(socket()))
        hub.close(sockets[0], with: nil)
        #expect(hub.open(socket()))
        #expect(!hub.open(socket()))
    }

    @Test("who does not read while catching up is cut before much has gathered")
    func slow() async throws {
        let history = FakeHistory()
        let hub = Hub(history: history)
        let listener = Listener()
        history.whileReading { _ in
            let frame = EncodedFrame.text(String(repeating: "x", count: 500_000))
            for _ in 0..<3 { hub.withRoom(testKey) { $0?.send(frame) } }
        }
        try await listener.subscribe(to: hub)
        #expect(listener.sink.closes == [.slowConsumer])
    }

    @Test("others hear who comes, steps away and goes, and whoever comes hears who is there")
    func presence() async throws {
        let hub = Hub(history: FakeHistory())
        let (first, second) = (Listener(), Listener())
        try await first.subscribe(to: hub)
        try await second.subscribe(to: hub)
        #expect(second.sink.texts == ["subscribed 0 true", "presence.changed online"])
        hub.show(.away, by: second.socket)
        hub.show(.away, by: second.socket)
        hub.close(second.socket, with: nil)
        #expect(
            first.sink.texts == [
                "subscribed 0 true", "presence.changed online", "presence.changed away", "presence.changed offline",
            ])
    }
}
