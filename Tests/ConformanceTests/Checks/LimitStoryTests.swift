import Contract
import HTTPTypes
import Hummingbird
import Synchronization
import Testing

@testable import Conformance

/// The limits of a peer that answers sign-ins, right or with one fault.
@Suite("judging limits", .timeLimit(.minutes(5)))
struct LimitStoryTests {
    enum Fault: Sendable, CaseIterable {
        case none, unlimited, noWait, endlessWait, spoofable, caseful, shared
    }

    /// Counts as the contract's limits do, without refilling. A class, as requests come concurrently.
    private final class Counter: Sendable {
        let fault: Fault
        private let counts = Mutex<[String: Int]>([:])

        init(_ fault: Fault) { self.fault = fault }

        /// Whether one more may pass, of so many.
        func passes(_ key: String, of allowance: Int) -> Bool {
            counts.withLock { counts in
                counts[key, default: 0] += 1
                return fault == .unlimited || counts[key, default: 0] <= allowance
            }
        }
    }

    private func answer(_ request: Request, _ counter: Counter) async throws -> Response {
        let body = try JSONParser.parse(Array(try await request.body.collect(upTo: 1 << 20).readableBytesView))
        let email = body["email"]?.text ?? ""
        let spoofed = HTTPField.Name("X-Real-IP").flatMap { request.headers[$0] }.map { "address \($0)" }
        let address = counter.fault == .spoofable ? spoofed ?? "address" : "address"
        let account = counter.fault == .shared ? "account" : counter.fault == .caseful ? email : email.lowercased()
        guard counter.passes(address, of: 30), counter.passes(account, of: 10) else {
            var response = ScriptedPeer.json(.tooManyRequests, #"{"error":{"code":"rate_limited","message":"Later."}}"#)
            if counter.fault != .noWait {
                response.headers[.retryAfter] = counter.fault == .endlessWait ? "86400" : "90"
            }
            return response
        }
        return ScriptedPeer.json(.unauthorized, #"{"error":{"code":"invalid_credentials","message":"No."}}"#)
    }

    /// The outcomes of the checks of signing in, by the ends of their ids.
    private func verdicts(_ fault: Fault) async throws -> [String: Verdict] {
        let (contract, counter) = (try OwnContract.load(), Counter(fault))
        var verdicts: [String: Verdict] = [:]
        try await ScriptedPeer.with({ try await answer($0, counter) }) { base in
            let run = Run(
                contract: contract, target: Target(base: base, patience: 0), mailbox: nil, seed: 7, tier: .limits)
            var workspace = Workspace(run: run)
            let login = try #require(contract.operation(named: "login"))
            let attempt = run.attempt(
                login, ["email": run.fresh("Email"), "password": run.fresh("Password")], token: nil)
            workspace.take(Exchange(attempt: attempt, reply: Reply(status: 200, headers: [:], body: [])))
            let world = World(run: run, first: workspace, second: .failure(OutOfReach("one only")))
            for check in LimitStories(world: world).all() where check.id.hasPrefix("limits.login.") {
                verdicts[String(check.id.dropFirst("limits.login.".count))] = try await check.perform(run)
            }
            await run.target.shutdown()
        }
        return verdicts
    }

    private func isVerified(_ verdict: Verdict?) -> Bool { if case .verified? = verdict { true } else { false } }

    private func isViolated(_ verdict: Verdict?) -> Bool { if case .violated? = verdict { true } else { false } }

    @Test("a peer that limits as the contract says keeps it; what takes too long to wait for is not said to be kept")
    func right() async throws {
        let verdicts = try await verdicts(.none)
        for id in ["sign_in_account", "sign_in_account.value", "sign_in", "sign_in.spoofed"] {
            #expect(isVerified(verdicts[id]), "\(id): \(verdicts[id].map { "\($0)" } ?? "there is no such check")")
        }
        guard case .notExercised? = verdicts["sign_in.again"] else {
            Issue.record("\(verdicts)")
            return
        }
    }

    @Test(
        "each fault is found",
        arguments: [
            (Fault.unlimited, "sign_in"), (.unlimited, "sign_in_account"), (.noWait, "sign_in"),
            (.endlessWait, "sign_in"), (.spoofable, "sign_in.spoofed"), (.caseful, "sign_in_account.value"),
            (.shared, "sign_in_account.value"),
        ])
    func faults(_ fault: Fault, _ id: String) async throws {
        #expect(isViolated(try await verdicts(fault)[id]))
    }

    @Test("checks of limits are in no run that does not ask for them")
    func apart() async throws {
        let contract = try OwnContract.load()
        let run = Run(
            contract: contract, target: Target(base: "http://127.0.0.1:1", patience: 0), mailbox: nil, seed: 7)
        let world = World(run: run, first: Workspace(run: run), second: .failure(OutOfReach("none")))
        let checks = try await CheckPlan(world: world).checks()
        #expect(checks.count > 60 && !checks.contains { $0.id.hasPrefix("limits.") })
        await run.target.shutdown()
    }
}
