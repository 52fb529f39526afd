/// Everything that a run has found out, as it may be told: no secret stands in it. The JSON report is its encoding, and
/// the other reports are made of nothing else.
struct ReportDocument: Encodable, Sendable {
    /// The form of the JSON; a new number when a field goes away or changes its meaning.
    var schema = "iris-conformance-report/1"
    let run: RunEntry
    let summary: Summary
    let promises: [PromiseEntry]
    let checks: [CheckEntry]

    /// How many checks and promises ended how.
    struct Summary: Encodable, Sendable {
        let checks: [CheckEntry.Verdict: Int]
        let promises: [PromiseEntry.Standing: Int]

        enum CodingKeys: CodingKey {
            case checks, promises
        }

        /// Each verdict stands there, also with zero.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(
                Dictionary(uniqueKeysWithValues: CheckEntry.Verdict.allCases.map { ($0.rawValue, checks[$0] ?? 0) }),
                forKey: .checks)
            try container.encode(
                Dictionary(
                    uniqueKeysWithValues: PromiseEntry.Standing.allCases.map { ($0.rawValue, promises[$0] ?? 0) }),
                forKey: .promises)
        }
    }
}

/// The head of a report.
struct RunEntry: Encodable, Sendable {
    let target: String
    let contract: Named
    let suiteDigest: String?
    let seed: UInt64
    let tier: String
    let profile: String
    let rung: String?
    /// RFC 3339 in UTC.
    let started: String
    let ended: String?
    let durationMs: Int?
    let counts: Counts
    let stopped: String?
    let exitCode: Int32
    /// `conformant`, `violated`, `not_trusted` or `budget_spent`.
    let result: String

    struct Named: Encodable, Sendable {
        let name: String
        let version: String
        let digest: String?
    }

    struct Counts: Encodable, Sendable {
        let requests: Int
        let accounts: Int?
        let mails: Int?
        let messages: Int?
    }
}

/// A promise, and where it stands.
struct PromiseEntry: Encodable, Sendable {
    let id: String
    let text: String
    let standing: Standing
    /// Why not all of it was seen, each reason once, the commonest first; empty where all was.
    let reasons: [String]
    /// How many of its checks found nothing out.
    let unseen: Int
    /// The ids of the checks that cite it.
    let checks: [String]

    enum Standing: String, Encodable, CaseIterable {
        case verified
        /// Something of it was verified, and something was not seen.
        case partlyVerified = "partly_verified"
        case violated
        case notTestable = "not_testable"
        case notExercised = "not_exercised"
        case notObservable = "not_observable"
        case notClaimed = "not_claimed"
    }
}

/// A check, and what came of it.
struct CheckEntry: Encodable, Sendable {
    let id: String
    let group: String
    let title: String
    let promises: [String]
    let verdict: Verdict
    /// Why nothing was found out; nil where something was.
    let reason: String?
    let durationMs: Int
    let failure: FailureEntry?

    enum Verdict: String, Encodable, CaseIterable {
        case verified, violated
        case notTestable = "not_testable"
        case notExercised = "not_exercised"
    }
}
