import Foundation

/// What a run was: the same head stands on every report.
struct RunRecord: Sendable {
    /// The deployment's address.
    let target: String
    let contractName: String
    let contractVersion: String
    let seed: UInt64
    /// What the run was allowed to touch.
    var tier = "default"
    /// What the deployment was asked to keep: `contract` or `reference`.
    var profile = "contract"
    /// How far into the deployment the run could reach.
    var rung: String?
    let started: Date
    /// Nil while it is under way.
    var ended: Date?
    /// SHA-256 of the spec's files, in hexadecimal.
    var specDigest: String?
    /// SHA-256 of the suite's own executable, in hexadecimal.
    var suiteDigest: String?
    var counts = Counts()
    /// Why the run stopped before its end: a bound of the meter, the circuit breaker, Ctrl-C.
    var stopped: String?
    /// The command's exit code.
    var exitCode: Int32 = 0

    /// What the run has asked of the deployment. Nil is what nobody has counted.
    struct Counts: Sendable {
        var requests = 0
        var accounts: Int?
        var mails: Int?
        var messages: Int?
    }

    var duration: Duration? {
        ended.map { .milliseconds(Int64(($0.timeIntervalSince(started) * 1_000).rounded())) }
    }
}
