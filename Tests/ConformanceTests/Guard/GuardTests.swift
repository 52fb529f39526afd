import Contract
import Hummingbird
import Testing

@testable import Conformance

@Suite("the guard of a run")
struct GuardTests {
    private static let refusal = ScriptedPeer.json(
        .unprocessableContent, #"{"error":{"code":"weak_password","message":"No."}}"#)
    private static let success = ScriptedPeer.json(.ok, #"{"data":{}}"#)

    /// A guard in front of a peer, and what the peer was asked.
    private func with(
        _ budget: Budget = .unlimited, patience: Int = 0, breaker: Breaker = Breaker(),
        _ answer: @escaping @Sendable (Int) -> Response, _ test: (Guard, Contract, Witness) async throws -> Void
    ) async throws {
        let contract = try OwnContract.load()
        let witness = Witness()
        try await ScriptedPeer.with { request in
            answer(witness.note("\(request.method) \(request.uri.path)"))
        } _: { base in
            let target = Target(base: base, patience: patience)
            let gate = Guard(target, contract: contract, budget: budget, patience: patience, breaker: breaker)
            try await test(gate, contract, witness)
            await target.shutdown()
        }
    }

    private func attempt(_ name: String, _ contract: Contract) throws -> Attempt {
        Attempt(try #require(contract.operation(named: name)))
    }

    @Test("at the bound of requests nothing more is sent, and the first reason stays")
    func requests() async throws {
        try await with(Budget(bounds: [.requests: 2], reserve: 1)) { _ in
            Self.success
        } _: { gate, contract, witness in
            let health = try attempt("checkHealth", contract)
            for _ in 0..<2 { _ = try await gate.send(health, meaning: .success) }
            await #expect(throws: Stopped.self) { try await gate.send(health, meaning: .success) }
            #expect(witness.seen.count == 2 && gate.stop == .spent(.requests))
            gate.end(.interrupted)
            #expect(gate.stop == .spent(.requests))
        }
    }

    @Test("the teardown has an allowance of its own, and no more than that")
    func reserve() async throws {
        try await with(Budget(bounds: [.requests: 1], reserve: 2)) { _ in
            Self.success
        } _: { gate, contract, witness in
            let health = try attempt("checkHealth", contract)
            _ = try await gate.send(health, meaning: .success)
            await #expect(throws: Stopped.self) { try await gate.send(health, meaning: .success) }
            gate.beginTeardown()
            for _ in 0..<2 { _ = try await gate.send(health, meaning: .success) }
            await #expect(throws: Stopped.self) { try await gate.send(health, meaning: .success) }
            #expect(witness.seen.count == 3)
        }
    }

    @Test("a signup that is refused sends no mail; one that succeeds does, and the one too many is not sent")
    func mails() async throws {
        try await with(Budget(bounds: [.mails: 1], reserve: 0)) {
            $0 < 3 ? Self.refusal : Self.success
        } _: {
            gate, contract, witness in
            let signUp = try attempt("signUp", contract)
            _ = try await gate.send(signUp, meaning: .success)
            _ = try await gate.send(signUp, meaning: .refusal(code: nil))
            #expect(gate.meter.spent == Amounts([.requests: 2]))
            _ = try await gate.send(signUp, meaning: .success)
            #expect(gate.meter.spent == Amounts([.requests: 3, .mails: 1]))
            await #expect(throws: Stopped.self) { try await gate.send(signUp, meaning: .success) }
            _ = try? await gate.send(try attempt("checkHealth", contract), meaning: .success)
            #expect(witness.seen.count == 3 && gate.stop == .spent(.mails))
        }
    }

    @Test("what succeeds against expectation is counted as well")
    func unexpected() async throws {
        try await with(Budget(bounds: [.workspaces: 1], reserve: 0)) { _ in
            Self.success
        } _: { gate, contract, _ in
            let verify = try attempt("verifySignup", contract)
            for _ in 0..<2 { _ = try await gate.send(verify, meaning: .refusal(code: "already_used")) }
            #expect(gate.meter.spent[.workspaces] == 2 && gate.stop == nil)
            await #expect(throws: Stopped.self) { try await gate.send(verify, meaning: .success) }
        }
    }

    @Test("a server's errors in a row end the run; a refusal between them does not let it go on as if it was up")
    func outage() async throws {
        let answers: @Sendable (Int) -> Response = { count in
            count == 2
                ? Self.refusal
                : ScriptedPeer.json(.internalServerError, #"{"error":{"code":"internal","message":"No."}}"#)
        }
        try await with(breaker: Breaker(tolerance: 3), answers) { gate, contract, witness in
            let health = try attempt("checkHealth", contract)
            for _ in 0..<5 { _ = try await gate.send(health, meaning: .success) }
            await #expect(throws: Stopped.self) { try await gate.send(health, meaning: .success) }
            guard case .down = gate.stop else {
                Issue.record("\(String(describing: gate.stop))")
                return
            }
            #expect(witness.seen.count == 5)
        }
    }

    @Test("a server's error where a refusal must come is a finding, not an outage")
    func finding() async throws {
        let error = ScriptedPeer.json(.internalServerError, #"{"error":{"code":"internal","message":"No."}}"#)
        try await with(breaker: Breaker(tolerance: 2)) { _ in
            error
        } _: { gate, contract, _ in
            for _ in 0..<4 {
                _ = try await gate.send(try attempt("signUp", contract), meaning: .refusal(code: "invalid_request"))
            }
            #expect(gate.stop == nil)
        }
    }

    @Test("a limit is waited for as long as patience allows, and handed on otherwise")
    func limit() async throws {
        func limited(_ seconds: String) -> Response {
            var response = ScriptedPeer.json(
                .tooManyRequests, #"{"error":{"code":"rate_limited","message":"No."}}"#)
            response.headers[.retryAfter] = seconds
            return response
        }
        let (brief, long) = (limited("0"), limited("6"))
        try await with(patience: 5) {
            $0 < 3 ? brief : $0 == 3 ? Self.success : long
        } _: { gate, contract, witness in
            let health = try attempt("checkHealth", contract)
            #expect(try await gate.send(health, meaning: .success).reply.status == 200)
            #expect(witness.seen.count == 3)
            #expect(try await gate.send(health, meaning: .success).reply.status == 429)
            #expect(witness.seen.count == 4)
        }
    }
}
