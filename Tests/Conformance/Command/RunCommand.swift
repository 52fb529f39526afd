import ArgumentParser
import Contract
import Foundation

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Replay the documented journeys against a deployment, then try everything that must be refused.",
        discussion: """
            Exit codes: 0 conformant, 1 a promise is violated, 2 the run cannot be trusted, 3 the budget was spent.
            """
    )

    @Argument(help: "The deployment's address, such as http://127.0.0.1:8080.")
    var url: String

    @OptionGroup
    var spec: SpecOptions

    @Option(help: "How many seconds a 429 may ask to wait.")
    var patience = 30

    @Option(help: "Makes the run's values the same as those of an earlier run.")
    var seed: UInt64 = .random(in: 1...999_999_999)

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

    @Option(
        help:
            "safe: what disturbs nobody. limits: using limits up, and nothing else. full: a workspace for each journey."
    )
    var tier = Tier.safe

    @OptionGroup(title: "What is left behind")
    var traces: StateOptions

    @OptionGroup(title: "How much at most")
    var most: BudgetOptions

    func run() async throws {
        let contract = try spec.load()
        let selection = try choice.selection(of: contract, flowsOnly: flowsOnly)
        guard let scheme = URL(string: url)?.scheme, ["http", "https"].contains(scheme) else {
            throw ValidationError("'\(url)' is not an http or https address")
        }
        let mailbox = try await mailboxes.mailbox()
        let admission = try reach.admission(hasMailbox: mailbox != nil, isByHand: mailboxes.paste)
        let plan = try await Plan.rehearse(
            contract, tier: tier, profile: reach.profile, admission: admission
        ) { run in
            let silent = TerminalReport(contract: contract, base: run.guard.base, say: { _ in })
            return try await Judge(run: run, report: silent, selection: selection).judge()
        }
        let folder = try traces.make(base: url, seed: seed)
        let journal = try Journal(contract, folder: folder)
        let target = Target(base: url, patience: patience)
        let gate = Guard(
            target, contract: contract, budget: most.budget(unless: plan.budget), patience: patience, journal: journal)
        let run = Run(
            contract: contract, target: target, mailbox: mailbox, seed: seed,
            admission: admission, profile: reach.profile, addresses: mailboxes.mailAddress,
            guard: gate, tier: tier)
        Terminal.say("\(contract.name) \(contract.version) against \(target.base), seed \(seed)")
        Terminal.say("Reached with \(run.admission.rung.words), held to the \(run.profile.rawValue)")
        let code = await judge(run, selection, folder, journal)
        await target.shutdown()
        await mailbox?.close()
        if code != 0 { throw ExitCode(code) }
    }

    private func judge(
        _ run: Run, _ selection: Selection, _ folder: StateFolder, _ journal: Journal
    ) async -> Int32 {
        var record = RunRecord(
            target: run.target.base, contractName: run.contract.name, contractVersion: run.contract.version,
            seed: seed, tier: tier.rawValue, profile: run.profile.rawValue,
            rung: run.admission.rung.words, started: Date(),
            specDigest: spec.digest, suiteDigest: FileDigest.executable())
        let report = TerminalReport(
            contract: run.contract, base: run.target.base, secrets: run.secrets, screen: .standard,
            requests: { run.guard.meter.spent[.requests] })
        let interruption = await Interruption.signals {
            Terminal.say("\nEnded at once. To clean up: iris-conformance sweep \(folder.path)")
            Foundation.exit(ExitStatus.untrusted.rawValue)
        }
        defer { interruption.ignore() }
        let judge = Judge(
            run: run, report: report, selection: selection, stopsAtFirstViolation: stopAtFirst,
            keepsWorkspaces: traces.keep)
        let session = RunSession(run: run, interruption: interruption.requests)
        let result: Result<[Outcome], any Error>
        do {
            result = .success(try await report.live { try await session.outcomes { try await judge.judge() } })
        } catch {
            result = .failure(error)
        }
        await deferExpiry(run, folder)
        await tearDown(run, folder, journal)
        do {
            let outcomes = try result.get()
            record.ended = Date()
            record.take(run.guard)
            record.exitCode = ExitStatus(Tally(outcomes), stop: run.guard.stop).rawValue
            let document = ReportMaker(contract: run.contract, record: record, secrets: run.secrets).document(outcomes)
            TerminalSummary(screen: .standard).tell(document)
            try reports.write(document)
            return record.exitCode
        } catch {
            Terminal.say("\n\(error)")
            return ExitStatus.untrusted.rawValue
        }
    }

    /// Sets up what only time can show. A run of some checks only does not.
    private func deferExpiry(_ run: Run, _ folder: StateFolder) async {
        guard run.guard.stop == nil, !flowsOnly, choice.isEmpty else { return }
        let deferrals = DeferExpiry(run: run, deferrals: Deferrals(folder), keepsWorkspaces: traces.keep)
        for deferral in await deferrals.perform() {
            Terminal.say(
                "Deferred: \(deferral.title), due \(deferral.due.ISO8601Format()): iris-conformance resume \(folder.path)"
            )
        }
    }

    /// However judging has ended, what it made is ended too.
    private func tearDown(_ run: Run, _ folder: StateFolder, _ journal: Journal) async {
        if traces.keep {
            Terminal.say("\nEverything is left as it is. To clean up: iris-conformance sweep \(folder.path)")
            return
        }
        let account = await Teardown(contract: run.contract, guard: run.guard, journal: journal).perform()
        Terminal.say("")
        TeardownReport(account).lines.forEach { Terminal.say(run.withoutSecrets($0)) }
        if !account.leftovers.isEmpty {
            Terminal.say("To try again: iris-conformance sweep \(folder.path)")
        }
    }
}

extension RunRecord {
    /// What the guard has counted, and why it has stopped the run.
    fileprivate mutating func take(_ gate: Guard) {
        let spent = gate.meter.spent
        counts = Counts(
            requests: spent[.requests], accounts: spent[.accounts], mails: spent[.mails], messages: spent[.messages])
        stopped = gate.stop?.reason
    }
}
