import Foundation
import Generated
import Runtime
import Synchronization

@testable import Listening
@testable import Server

/// The one channel that tests of the hub are about.
let testKey = ChannelKey(tenant: TenantId.new(), channel: ChannelId.new())

/// A client that remembers what it was sent, and can be waited for.
final class FakeSink: FrameSink {
    private struct State {
        var texts: [String] = []
        var closes: [SocketClose] = []
        var awaited: (place: Int, continuation: CheckedContinuation<Void, Never>)?
    }

    private let state = Mutex(State())

    /// A place for an event with one, and the type for any other.
    var texts: [String] { state.withLock { $0.texts } }
    var places: [Int] { texts.compactMap { Int($0) } }
    var closes: [SocketClose] { state.withLock { $0.closes } }

    func send(_ frame: EncodedFrame) {
        let text = Self.summary(of: frame)
        let reached = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.texts.append(text)
            guard let awaited = state.awaited, Int(text) == awaited.place else { return nil }
            state.awaited = nil
            return awaited.continuation
        }
        reached?.resume()
    }

    func room() async { await Task.yield() }

    func end(_ close: SocketClose) { state.withLock { $0.closes.append(close) } }

    /// Returns once the event with this place was sent.
    func reaches(_ place: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.texts.contains(String(place)) { return true }
                state.awaited = (place, continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    private static func summary(of frame: EncodedFrame) -> String {
        // Behind a header of two or four bytes.
        let text = String(decoding: frame.bytes.readableBytesView.drop { $0 != UInt8(ascii: "{") }, as: UTF8.self)
        guard let event = try? JSONDecoder().decode(Event.self, from: Data(text.utf8)) else { return "?" }
        if let seq = event.seq { return String(seq) }
        let facts = [event.last_seq.map(String.init), event.recovered.map(String.init), event.state]
        return ([event.type] + facts.compactMap(\.self)).joined(separator: " ")
    }

    private struct Event: Decodable {
        let type: String
        let seq: Int?
        let last_seq: Int?
        let recovered: Bool?
        let state: String?
    }
}

/// An end user with one socket.
struct Listener: Sendable {
    let sink = FakeSink()
    let socket: OpenSocket
    let session = ChatSessionId.new()

    init() {
        let principal = ChatPrincipal(
            chatSessionId: session, tenantId: testKey.tenant, userId: EndUserId.new(), displayName: nil,
            expiresAt: Timestamp.now())
        socket = OpenSocket(
            participant: Participant(Bearer(principal: principal)),
            credential: Credential(
                kind: .chat, tenant: testKey.tenant, mark: session.description, endsWith: [.chatSession(session)]),
            sink: sink, showsPresence: true)
    }

    private struct Bearer: ChatBearer {
        let principal: ChatPrincipal
        let origin = RequestOrigin(address: "", network: "", requestId: "", page: nil)
    }

    var participant: ParticipantId { ParticipantId(socket.participant.id.bits) }

    @discardableResult
    func subscribe(to hub: Hub, after place: Int? = nil) async throws -> Hub.Subscribing {
        try await hub.subscribe(socket, to: testKey.channel, after: place.map(Seq.init(trusted:))) {
            SubscribedEvent(channelId: testKey.channel, lastSeq: $0, recovered: $1)
        }
    }
}

extension Hub {
    func post(_ place: Int) {
        publish(FakePost(seq: place), seq: Seq(trusted: place), in: testKey.channel, of: testKey.tenant)
    }
}

struct FakePost: ServerEvent {
    static let type = "message.created"
    static let isReplayed = true
    let seq: Int

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", Self.type)
        json.member("seq", Seq(trusted: seq))
        json.closeObject()
    }
}

/// A history whose every place is a post, but for those that are forgotten.
final class FakeHistory: EventHistory {
    private struct State {
        var last = 0
        var forgotten: Set<Int> = []
        var meanwhile: (@Sendable (_ after: Int?) async -> Void)?
    }

    private let state = Mutex(State())

    var last: Int { state.withLock { $0.last } }
    func commit(through place: Int) { state.withLock { $0.last = max($0.last, place) } }
    func forget(_ place: Int) { state.withLock { _ = $0.forgotten.insert(place) } }

    func commitNext(upTo last: Int) -> Int? {
        state.withLock { state in
            guard state.last < last else { return nil }
            state.last += 1
            return state.last
        }
    }

    /// What happens between reading and answering.
    func whileReading(_ act: @escaping @Sendable (_ after: Int?) async -> Void) {
        state.withLock { $0.meanwhile = act }
    }

    func events(in key: ChannelKey, after place: Int?, for reader: Participant?) async throws -> Replay? {
        let (replay, meanwhile) = state.withLock { state in
            let limit = SocketContract.replayLimit
            let places = place.map { Array(($0 + 1..<max(state.last, $0) + 1).prefix(limit + 1)) } ?? []
            let events = places.prefix(limit).filter { !state.forgotten.contains($0) }
                .map { PlacedEvent(place: $0, frame: EncodedFrame(FakePost(seq: $0))) }
            return (Replay(events: events, lastSeq: state.last, isWhole: places.count <= limit), state.meanwhile)
        }
        await meanwhile?(place)
        return replay
    }
}
