import ArgumentParser
import Contract
import Foundation

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Replay the documented journeys against a deployment, then try everything that must be refused.",
        discussion: "Exit codes: 0 conformant, 1 a promise is violated, 2 the run cannot be trusted."
    )

    @Argument(help: "The deployment's address, such as http://127.0.0.1:8080.")
    var url: String

    @OptionGroup
    var spec: SpecOptions

    @Option(help: "How many seconds a 429 may ask to wait.")
    var patience = 30

    @Option(help: "Makes the run's values the same as those of an earlier run.")
    var seed: UInt64 = .random(in: 1...999_999_999)

    @Option(help: "default: what disturbs nobody. limits: using the public limits up, and nothing else.")
    var tier = Tier.standard

    @Flag(help: "Replay the journeys only: --only 'flow.*'.")
    var flowsOnly = false

    @OptionGroup(title: "Which checks")
    var choice: SelectionOptions

    @Flag(help: "Stop at the first violation.")
    var stopAtFirst = false

    @OptionGroup(title: "What opens the deployment")
    var reach: ReachOptions

    @OptionGroup(title: "Where its mails are read")
    var mailboxes: MailboxOptions

    @OptionGroup(title: "Reports")
    var reports: ReportOptions

    func run() async throws {
        let contract = try spec.load()
        let selection = try choice.selection(of: contract, flowsOnly: flowsOnly)
        guard let scheme = URL(string: url)?.scheme, ["http", "https"].contains(scheme) else {
            throw ValidationError("'\(url)' is not an http or https address")
        }
        let target = Target(base: url, patience: patience)
        let mailbox = try await mailboxes.mailbox()
        let run = Run(
            contract: contract, target: target, mailbox: mailbox, seed: seed,
            admission: try reach.admission(hasMailbox: mailbox != nil, isByHand: mailboxes.paste),
            profile: reach.profile, addresses: mailboxes.mailAddress, tier: tier)
        Terminal.say("\(contract.name) \(contract.version) against \(target.base), seed \(seed)")
        Terminal.say("Reached with \(run.admission.rung.words), held to the \(run.profile.rawValue)")
        let code = await judge(run, selection)
        await target.shutdown()
        await mailbox?.close()
        if code != 0 { throw ExitCode(code) }
    }

    private func judge(_ run: Run, _ selection: Selection) async -> Int32 {
        var record = RunRecord(
            target: run.target.base, contractName: run.contract.name, contractVersion: run.contract.version,
            seed: seed, tier: tier.rawValue, profile: run.profile.rawValue, rung: run.admission.rung.words,
            started: Date(), specDigest: spec.digest, suiteDigest: FileDigest.executable())
        let report = TerminalReport(
            contract: run.contract, base: run.target.base, secrets: run.secrets, screen: .standard,
            requests: { run.target.sent.value })
        do {
            let judge = Judge(
                run: run, report: report, selection: selection, stopsAtFirstViolation: stopAtFirst)
            let outcomes = try await report.live { try await judge.judge() }
            record.ended = Date()
            record.counts.requests = run.target.sent.value
            record.exitCode = Tally(outcomes).exitCode
            let document = ReportMaker(contract: run.contract, record: record, secrets: run.secrets).document(outcomes)
            TerminalSummary(screen: .standard).tell(document)
            try reports.write(document)
            return record.exitCode
        } catch let failure as ReportFiles.Failure {
            Terminal.say("\n\(failure)")
            return 2
        } catch let unusable as MailboxUnusable {
            Terminal.say("\n\(unusable)")
            return 2
        } catch {
            Terminal.say("\n\(error)\nIs the deployment running? `make run` starts one here.")
            return 2
        }
    }
}
