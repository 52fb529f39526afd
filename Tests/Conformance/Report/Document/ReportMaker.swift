import Contract
import Foundation

/// Makes the document of a run, in which no secret stands.
struct ReportMaker {
    let contract: Contract
    let record: RunRecord
    let secrets: SecretWatch

    func document(_ outcomes: [Outcome]) -> ReportDocument {
        let checks = outcomes.map { entry($0) }
        let promises = PromiseStandings(contract: contract, checks: checks).entries
        return ReportDocument(
            run: head(checks),
            summary: ReportDocument.Summary(
                checks: Dictionary(grouping: checks, by: \.verdict).mapValues(\.count),
                promises: Dictionary(grouping: promises, by: \.standing).mapValues(\.count)),
            promises: promises, checks: checks)
    }

    func entry(_ outcome: Outcome) -> CheckEntry {
        let (verdict, reason): (CheckEntry.Verdict, String?) =
            switch outcome.verdict {
            case .verified: (.verified, nil)
            case .violated: (.violated, nil)
            case .notExercised(let reason): (.notExercised, reason)
            case .notTestable(let reason): (.notTestable, reason)
            }
        var failure: FailureEntry?
        if case .violated(let finding) = outcome.verdict {
            failure = FailureMaker(contract: contract, base: record.target, secrets: secrets).entry(finding)
        }
        return CheckEntry(
            id: secrets.hidden(in: outcome.id), group: outcome.group, title: secrets.hidden(in: outcome.title),
            promises: outcome.promises, verdict: verdict, reason: reason.map { secrets.hidden(in: $0) },
            durationMs: Int(outcome.duration / .milliseconds(1)), failure: failure)
    }

    private func head(_ checks: [CheckEntry]) -> RunEntry {
        RunEntry(
            target: secrets.hidden(in: record.target),
            contract: RunEntry.Named(
                name: record.contractName, version: record.contractVersion, digest: record.specDigest),
            suiteDigest: record.suiteDigest, seed: record.seed, tier: record.tier, profile: record.profile,
            rung: record.rung, started: Self.time(record.started), ended: record.ended.map(Self.time),
            durationMs: record.duration.map { Int($0 / .milliseconds(1)) },
            counts: RunEntry.Counts(
                requests: record.counts.requests, accounts: record.counts.accounts, mails: record.counts.mails,
                messages: record.counts.messages),
            stopped: record.stopped.map { secrets.hidden(in: $0) }, exitCode: record.exitCode,
            result: Self.result(record.exitCode))
    }

    private static func result(_ exitCode: Int32) -> String {
        switch exitCode {
        case 0: "conformant"
        case 1: "violated"
        case 3: "budget_spent"
        default: "not_trusted"
        }
    }

    private static func time(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
