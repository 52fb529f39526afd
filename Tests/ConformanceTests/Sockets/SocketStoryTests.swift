import Contract
import Listening
import Testing

@testable import Conformance

@Suite("judging sockets", .timeLimit(.minutes(10)))
struct SocketStoryTests {
    /// The checks that a peer must fail for each of its faults.
    static let faults: [ChatPeer.Fault: Set<String>] = [
        .doubled: ["posted", "order", "subscribed-twice", "while-posting", "from-now"],
        .reordered: ["posted", "order", "subscribed-twice"],
        .lossy: ["order", "while-posting"],
        .misaddressed: ["chat-isolation"],
        .unguarded: ["chat-isolation", "stranger"],
        .replaysSeen: ["resumed"],
        .replaysNothing: ["resumed", "while-posting"],
        .rewritten: ["posted"],
        .selfish: ["typing"],
        .credulous: ["unknown.header", "unknown.first-frame"],
    ]

    /// What an honest peer is found to keep: without that, the faults would prove nothing.
    static let honest: Set<String> = Set(faults.values.joined()).union([
        "carried.header", "carried.first-frame", "early", "not-json", "unknown-type", "ping", "fragments", "goodbye",
        "binary", "unmasked", "largest-frame",
    ])

    private func named(_ ids: Set<String>) -> Set<String> { Set(ids.map { "socket.\($0)" }) }

    private func isVerified(_ outcome: Outcome?) -> Bool {
        if case .verified? = outcome?.verdict { true } else { false }
    }

    private func isViolated(_ outcome: Outcome?) -> Bool {
        if case .violated? = outcome?.verdict { true } else { false }
    }

    @Test("a peer without faults keeps everything that it offers")
    func none() async throws {
        let ids = named(Self.honest)
        let outcomes = try await SocketWorld.outcomes(of: .none, patience: .seconds(60), only: ids)
        for id in ids.sorted() {
            #expect(
                isVerified(outcomes[id]), "\(id): \(outcomes[id].map { "\($0.verdict)" } ?? "there is no such check")")
        }
    }

    @Test("each fault is found by the checks that are there for it", arguments: ChatPeer.Fault.allCases)
    func each(_ fault: ChatPeer.Fault) async throws {
        guard fault != .none else { return }
        let ids = named(Self.faults[fault] ?? [])
        #expect(!ids.isEmpty)
        let outcomes = try await SocketWorld.outcomes(of: fault, patience: .seconds(2), only: ids)
        for id in ids.sorted() { #expect(isViolated(outcomes[id]), "\(id) has not found that the peer is \(fault)") }
    }

    @Test("nothing is verified on a socket that sends back what it gets")
    func echo() async throws {
        let endpoint = WebSocketEndpoint(path: "/ws") { request in
            .accept(subprotocol: request.subprotocols.first) { connection in
                for await message in connection.messages { connection.send(EncodedFrame(message)) }
            }
        }
        try await expectNothing(on: endpoint)
    }

    @Test("nothing is verified where every upgrade is refused, and where every socket is closed, whatever the reason")
    func refusing() async throws {
        for (status, code) in [(HTTPStatus.unauthorized, "unauthenticated"), (.forbidden, "origin_not_allowed")] {
            let body = Array(#"{"error":{"code":"\#(code)","message":"No."}}"#.utf8)
            try await expectNothing(
                on: WebSocketEndpoint(path: "/ws") { _ in
                    .refuse(status, headers: [.contentType: "application/json"], body: body)
                })
        }
        for code in [4400, 4401, 4403, 4410] as [UInt16] {
            try await expectNothing(
                on: WebSocketEndpoint(path: "/ws") { _ in
                    .accept { $0.close(CloseCode(rawValue: code) ?? .normal) }
                })
        }
    }

    @Test("a socket that says yes to everything and delivers nothing keeps the protocol below, and no promise more")
    func agreeable() async throws {
        let outcomes = try await SocketWorld.outcomes(
            of: .none, endpoint: AgreeableSocket.endpoint, patience: .seconds(2))
        let verified = Set(outcomes.values.filter(isVerified).map(\.id))
        let below = named(["ping", "fragments", "goodbye", "binary", "unmasked", "largest-frame"])
        #expect(verified.subtracting(below) == [])
        #expect(!outcomes.isEmpty)
    }

    private func expectNothing(on endpoint: WebSocketEndpoint) async throws {
        let outcomes = try await SocketWorld.outcomes(of: .none, endpoint: endpoint, patience: .seconds(2))
        #expect(outcomes.count > 30)
        #expect(outcomes.values.filter(isVerified).map(\.id) == [])
        #expect(outcomes.values.contains { isViolated($0) })
    }
}
