import Contract
import Testing

@testable import Conformance

@Suite("judging replies")
struct ReplyTests {
    private func exchange(
        _ operation: String, _ status: Int, _ body: String, headers: [String: String] = [:], sent: String = "{}"
    ) throws -> Exchange {
        let contract = try OwnContract.load()
        var attempt = Attempt(try #require(contract.operation(named: operation)))
        attempt.body = try JSONParser.parse(Array(sent.utf8))
        let headers = ["content-type": "application/json"].merging(headers) { $1 }
        return Exchange(attempt: attempt, reply: Reply(status: status, headers: headers, body: Array(body.utf8)))
    }

    private func checker() throws -> ReplyChecker { ReplyChecker(contract: try OwnContract.load()) }

    @Test("a refusal must have the right code, the right status for it, the envelope and the content type")
    func refusals() throws {
        let good = #"{"error":{"code":"not_found","message":"No."}}"#
        let checker = try checker()
        #expect(checker.refusalProblems(try exchange("getChannel", 404, good), code: "not_found").isEmpty)
        let wrong: [Exchange] = [
            try exchange("getChannel", 403, good), try exchange("getChannel", 404, "not found"),
            try exchange("getChannel", 404, #"{"error":"not_found"}"#),
            try exchange("getChannel", 404, #"{"error":{"code":"not_found"}}"#),
            try exchange("getChannel", 404, #"{"error":{"code":"gone","message":"No."}}"#),
            try exchange("getChannel", 401, #"{"error":{"code":"unauthenticated","message":"No."}}"#),
            try exchange("getChannel", 404, good, headers: ["content-type": "text/html"]),
            try exchange("getChannel", 200, #"{"data":{}}"#),
        ]
        for exchange in wrong {
            #expect(!checker.refusalProblems(exchange, code: "not_found").isEmpty, "\(exchange.reply.status)")
        }
    }

    @Test("a refusal must not repeat a password")
    func echo() throws {
        let body = #"{"error":{"code":"invalid_credentials","message":"hunter2-hunter2 is wrong"}}"#
        let sent = #"{"email":"ada@example.com","password":"hunter2-hunter2"}"#
        let problems = try checker().refusalProblems(
            try exchange("login", 401, body, sent: sent), code: "invalid_credentials")
        #expect(problems == ["the error repeats the value of 'password'"])
    }

    @Test("a limit must say when to try again")
    func retryAfter() throws {
        let body = #"{"error":{"code":"rate_limited","message":"Later."}}"#
        let checker = try checker()
        #expect(!checker.refusalProblems(try exchange("login", 429, body), code: "rate_limited").isEmpty)
        let right = try exchange("login", 429, body, headers: ["retry-after": "7"])
        #expect(checker.refusalProblems(right, code: "rate_limited").isEmpty)
    }

    @Test("a page must agree with itself about whether it goes on")
    func pages() throws {
        let checker = try checker()
        #expect(
            checker.successProblems(
                try exchange("listChannels", 200, #"{"data":[],"next_cursor":null,"has_more":false}"#)
            ).isEmpty)
        for body in [
            #"{"data":[]}"#, #"{"data":[],"next_cursor":null,"has_more":true}"#,
            #"{"data":[],"next_cursor":"x","has_more":false}"#, #"{"data":{},"next_cursor":null,"has_more":false}"#,
        ] {
            #expect(!checker.successProblems(try exchange("listChannels", 200, body)).isEmpty, "\(body)")
        }
    }

    @Test("a value that is shown once is found when it comes again")
    func shownOnce() throws {
        let watch = SecretWatch(try OwnContract.load())
        let issued = #"{"data":{"secret":"iris_sk_abc"}}"#
        #expect(watch.problems(try exchange("createKey", 201, issued)).isEmpty)
        #expect(watch.problems(try exchange("listKeys", 200, #"{"data":[]}"#)).isEmpty)
        #expect(watch.problems(try exchange("listKeys", 200, #"{"data":[{"x":"iris_sk_abc"}]}"#)).count == 1)
        let header = try exchange("listKeys", 200, #"{"data":[]}"#, headers: ["x-debug": "iris_sk_abc"])
        #expect(watch.problems(header).count == 1)
        #expect(watch.hidden(in: #"→ 200 {"x":"iris_sk_abc"}"#) == #"→ 200 {"x":"‹secret›"}"#)
    }

    @Test("what is shown of a failure has no sensitive value in it")
    func redaction() throws {
        let contract = try OwnContract.load()
        let sent = #"{"email":"ada@example.com","password":"hunter2-hunter2"}"#
        let exchange = try exchange("login", 401, "{}", sent: sent)
        var attempt = exchange.attempt
        attempt.credential = PresentedToken(token: "iris_ses_secret")
        var redactor = Redactor(contract, SecretWatch(contract))
        let line = Curl(base: "http://x").line(for: redactor.request(attempt))
        for secret in ["ada@example.com", "hunter2", "iris_ses_secret"] { #expect(!line.contains(secret)) }
        #expect(line.contains("$TOKEN"))
    }
}
