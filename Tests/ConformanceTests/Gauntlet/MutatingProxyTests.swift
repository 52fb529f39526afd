import Contract
import Hummingbird
import NIOCore
import Testing

@testable import Conformance

@Suite("the proxy that puts faults in", .timeLimit(.minutes(5)))
struct MutatingProxyTests {
    /// Sends a request through a proxy with a deed, to a peer that tells what reached it.
    private func send(_ attempt: Attempt, _ deed: Deed?) async throws -> (reply: Conformance.Reply, isReached: Bool) {
        let contract = try OwnContract.load()
        let mutant = deed.map { Mutant(id: "m", kind: "a fault", promises: [], about: .everything, deed: $0) }
        let mutator = Mutator(mutant, contract)
        let client = MutatingProxy.makeClient()
        var reply: Conformance.Reply?
        try await ScriptedPeer.with { request in
            let body = try await request.body.collect(upTo: 1 << 20)
            let told = "\(request.method.rawValue) \(request.uri.string) \(request.headers[.authorization] ?? "") "
            return ScriptedPeer.json(.created, JSON.string(told + String(buffer: body)).description)
        } _: { base in
            let proxy = MutatingProxy(upstream: base, client: client, socket: contract.socket, mutator: mutator)
            reply = try await proxy.listen { address in
                let target = Target(base: address, patience: 0)
                let reply = try await target.send(attempt, meaning: .anything).reply
                await target.shutdown()
                return reply
            }
        }
        try await client.shutdown()
        return (try #require(reply), mutator.hasReached)
    }

    private func attempt() throws -> Attempt {
        var attempt = Attempt(try #require(try OwnContract.load().operation(named: "createKey")))
        attempt.body = .object([JSON.Member(key: "name", value: .string("n"))])
        attempt.credential = PresentedToken(token: "iris_ses_a")
        attempt.query = ["q": "1 2"]
        return attempt
    }

    @Test("without a fault, everything passes as it is, and nothing was reached")
    func transparent() async throws {
        let (reply, isReached) = try await send(try attempt(), nil)
        #expect(reply.status == 201 && !isReached)
        #expect(
            reply.json?.text == #"POST /api/v1/admin/keys?q=1%202 Bearer iris_ses_a {"name":"n"}"#)
    }

    @Test("a request is edited before it is sent on, and a reply before it is handed back")
    func edits() async throws {
        let (reply, isReached) = try await send(
            try attempt(),
            Deed(
                request: { request, passage in
                    guard passage.calls("createKey") else { return }
                    request.present("iris_ses_b")
                    request.setQuery("q", to: nil)
                    request.json = request.json?.setting("name", to: .string("other"))
                }, reply: { reply, _ in reply.status = 202 }))
        #expect(reply.status == 202 && isReached)
        #expect(reply.json?.text == #"POST /api/v1/admin/keys Bearer iris_ses_b {"name":"other"}"#)
    }

    @Test("a deed that fits nothing has reached nothing")
    func unreached() async throws {
        let (_, isReached) = try await send(
            try attempt(), Deed(request: { request, passage in if passage.calls("login") { request.body = [] } }))
        #expect(!isReached)
    }

    @Test("what the proxy answers in the peer's place does not reach the peer")
    func answers() async throws {
        let (reply, isReached) = try await send(
            try attempt(), Deed(answer: { _, _ in .success(200, .object([])) }))
        #expect(reply.status == 200 && reply.data == .object([]) && isReached)
    }

    @Test("sockets pass as they are, also with a story's fragments, pings and closes")
    func sockets() async throws {
        let outcomes = try await through(nil)
        let ids = ["posted", "order", "ping", "fragments", "goodbye", "binary", "unmasked", "unknown.first-frame"]
        for id in ids {
            let isVerified = if case .verified? = outcomes["socket.\(id)"]?.verdict { true } else { false }
            #expect(isVerified, "\(id)")
        }
    }

    @Test(
        "a socket's faults are found",
        arguments: [
            ("socket.event.doubled.message.created", "socket.posted"),
            ("socket.event.reordered.message.created", "socket.order"),
            ("socket.resume.nothing", "socket.resumed"), ("socket.close.code.unsupported_data", "socket.binary"),
        ])
    func faults(_ id: String, _ check: String) async throws {
        let mutants = MutantPlan(contract: try OwnContract.load()).mutants()
        let mutant = mutants.first { $0.id == id }
        #expect(mutant != nil)
        let outcomes = try await through(mutant)
        #expect(outcomes[check]?.isViolated == true)
    }

    /// The socket's stories against a small chat service that is right, with a mutant in between.
    private func through(_ mutant: Mutant?) async throws -> [String: Outcome] {
        let contract = try OwnContract.load()
        let peer = ChatPeer(.none)
        let client = MutatingProxy.makeClient()
        let mutator = Mutator(mutant, contract)
        var outcomes: [Outcome] = []
        try await ScriptedPeer.with({ try await peer.answer($0) }, webSocket: peer.endpoint) { base in
            let proxy = MutatingProxy(upstream: base, client: client, socket: contract.socket, mutator: mutator)
            outcomes = try await proxy.listen { address in
                let target = Target(base: address, patience: 0)
                let run = Run(contract: contract, target: target, mailbox: nil, seed: 7, patience: .seconds(2))
                let checks = try await CheckPlan(world: SocketWorld.make(run)).checks().filter {
                    $0.group == "realtime"
                }
                let found = await CheckRunner(run: run, width: 8).perform(checks)
                await target.shutdown()
                return found
            }
        }
        try await client.shutdown()
        #expect(mutator.hasReached == (mutant != nil))
        return Dictionary(outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
