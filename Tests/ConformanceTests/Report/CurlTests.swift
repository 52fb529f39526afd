import Contract
import Hummingbird
import Synchronization
import Testing

@testable import Conformance

@Suite("command lines of a report", .timeLimit(.minutes(2)))
struct CurlTests {
    /// What reached the peer, as far as the command line must repeat it.
    private struct Arrived: Equatable, Sendable {
        let line: String
        let headers: [String: String]
        let body: [UInt8]

        static let compared = ["authorization", "content-type", "origin", "x-api-key"]
    }

    /// Edits of a request with everything sensitive in it.
    private func attempts() throws -> [Attempt] {
        let contract = try OwnContract.load()
        var signup = Attempt(try #require(contract.operation(named: "signUp")))
        let body = #"{"email":"ada@example.com","full_name":"Ada $HOME","password":"it's `12` \u0021\u0009 chars"}"#
        signup.body = try JSONParser.parse(Array(body.utf8))
        signup.credential = PresentedToken(token: "iris_ses_abcdefghijklmnop")
        let message = Attempt(try #require(contract.operation(named: "getMessage"))).at("message_id", "ü/?#'")
        return [
            signup, signup.by(nil), signup.by("iris_ses_abcdefghijklmno"), signup.by("iris_ses_abcdefghijklmnoA"),
            signup.by("nobody-issued-this"), signup.from(page: "https://app.example.com"),
            signup.edited { $0.credential?.carrier = .header("X-API-Key") },
            signup.edited { $0.rawBody = Array("{\"a\":\"".utf8) + [0xFF, 0x80] + Array("\"}'".utf8) },
            signup.edited { $0.rawBody = ($0.bytes ?? []) + Array(" x".utf8) }, signup.edited { $0.rawBody = [] },
            signup.edited { $0.contentType = nil }, signup.edited { $0.contentType = "text/plain" },
            signup.with("padding", .string(String(repeating: "x", count: 300_000))),
            signup.edited { $0.method = "PUT" }, message, message.edited { $0.query = ["limit": "a&b=c d"] },
            message.edited { $0.method = "DELETE" }, message.edited { $0.rawPath = "//api/../x%00" },
        ]
    }

    @Test("repeat their request to the byte once the variables are set")
    func repeating() async throws {
        let attempts = try attempts()
        let arrived = Mutex<[Arrived]>([])
        try await ScriptedPeer.with { request in
            let body = try await request.body.collect(upTo: 1 << 20)
            let headers = request.headers.filter { Arrived.compared.contains($0.name.canonicalName) }
            let pairs = headers.map { ($0.name.canonicalName, $0.value) }
            arrived.withLock {
                $0.append(
                    Arrived(
                        line: "\(request.method) \(request.uri)", headers: Dictionary(uniqueKeysWithValues: pairs),
                        body: Array(body.readableBytesView)))
            }
            return ScriptedPeer.json(.ok, "{}")
        } _: { base in
            let target = Target(base: base, patience: 0)
            for attempt in attempts {
                let finding = Conformance.Finding(
                    ["it is let through"], try await target.send(attempt, meaning: .anything))
                let contract = try OwnContract.load()
                let failure = FailureMaker(contract: contract, base: base, secrets: SecretWatch(contract))
                let curl = try #require(failure.entry(finding).attempt?.curl)
                let (output, status) = try Shell.run(curl, try environment(of: attempt))
                #expect(status == 0 && output.hasPrefix("HTTP/1.1 200"), "\(curl)\n\(output)")
                let pair = arrived.withLock { arrived in
                    defer { arrived = [] }
                    return arrived
                }
                try #require(pair.count == 2, "\(curl)")
                #expect(pair[0] == pair[1], "\(curl)")
                for secret in ["ada@example.com", "it's", "abcdefghijkl"] { #expect(!curl.contains(secret)) }
            }
            await target.shutdown()
        }
    }

    /// The variables that a reader sets, by the names that the report gives them.
    private func environment(of attempt: Attempt) throws -> [String: String] {
        let contract = try OwnContract.load()
        var redactor = Redactor(contract, SecretWatch(contract))
        _ = redactor.request(attempt)
        let names = redactor.names
        return Dictionary(
            uniqueKeysWithValues: names.values.compactMap { value in names.name(of: value).map { ($0, value) } })
    }
}
