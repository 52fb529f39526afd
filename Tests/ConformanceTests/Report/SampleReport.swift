import Contract
import Foundation

@testable import Conformance

/// Reports of runs that did not take place, for tests.
enum SampleReport {
    static let base = "http://127.0.0.1:8080"

    static func document(_ outcomes: [Outcome], secrets: SecretWatch? = nil) throws -> ReportDocument {
        let contract = try OwnContract.load()
        var record = RunRecord(
            target: base, contractName: contract.name, contractVersion: contract.version, seed: 7,
            rung: "signups of its own", started: Date(timeIntervalSince1970: 1_790_000_000))
        record.ended = record.started.addingTimeInterval(83.5)
        record.specDigest = String(repeating: "0f", count: 32)
        record.suiteDigest = String(repeating: "a1", count: 32)
        record.counts.requests = 12
        record.exitCode = Tally(outcomes).exitCode
        return ReportMaker(contract: contract, record: record, secrets: secrets ?? SecretWatch(contract))
            .document(outcomes)
    }

    /// One check of each verdict.
    static func outcomes() throws -> [Outcome] {
        func outcome(_ id: String, _ group: String, _ promises: [String], _ verdict: Verdict) -> Outcome {
            Outcome(
                id: id, title: "the check \(id)", promises: promises, verdict: verdict,
                duration: .milliseconds(1_234), group: group)
        }
        return [
            outcome("derived.createKey.success", "createKey", ["4-1"], .verified),
            outcome("derived.createKey.no-credential", "createKey", ["G-3"], .violated(try finding())),
            outcome("story.rotate", "stories", ["4-5"], .notTestable("no key was issued")),
            outcome("story.limit", "stories", ["4-6"], .notExercised("limits are a tier of their own")),
        ]
    }

    /// A login that repeats what it was sent, next to one that succeeded. Everything sensitive begins with `hidden`.
    static func finding() throws -> Conformance.Finding {
        let contract = try OwnContract.load()
        guard let operation = contract.operation(named: "createKey") else { throw Missing() }
        var attempt = Attempt(operation)
        attempt.credential = PresentedToken(token: "iris_ses_hiddenToken0123456789")
        attempt.body = try JSONParser.parse(Array(#"{"name":"<b>Key</b>","key_type":"secret"}"#.utf8))
        let success = #"{"data":{"key_id":"k","name":"<b>Key</b>","secret":"iris_sk_hiddenSecret0123456789"}}"#
        let control = exchange(attempt, 201, success)
        let edited = attempt.edited {
            $0.credential = nil
            $0.control = Control(control)
        }
        let failure = #"{"data":{"key_id":"k"},"debug":"iris_ses_hiddenToken0123456789 & </script>"}"#
        return Conformance.Finding(
            ["the error unauthenticated was expected and status 200 came"], exchange(edited, 200, failure))
    }

    static func exchange(_ attempt: Attempt, _ status: Int, _ body: String) -> Exchange {
        let headers = ["content-type": "application/json", "set-cookie": "hiddenCookie=0123456789"]
        return Exchange(
            attempt: attempt, reply: Reply(status: status, headers: headers, body: Array(body.utf8)),
            duration: .milliseconds(56))
    }

    struct Missing: Error {}
}
