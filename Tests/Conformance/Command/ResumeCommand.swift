import ArgumentParser
import Contract
import Foundation

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Finish what a run could not wait for: links, invitations and keys whose time is over by now.",
        discussion: """
            Exit codes: 0 what was due holds, 1 a promise is violated, 2 nothing was due or the run cannot be trusted.
            """
    )

    @Argument(help: "The run's state folder; the newest of \(StateFolder.all) if it is left out.")
    var state: String?

    @OptionGroup
    var spec: SpecOptions

    @Option(help: "How many seconds a 429 may ask to wait.")
    var patience = 60

    @OptionGroup(title: "Reports")
    var reports: ReportOptions

    func run() async throws {
        let contract = try spec.load()
        guard let folder = state.map({ StateFolder(path: $0) }) ?? StateFolder.latest() else {
            throw ValidationError("there is no run in \(StateFolder.all)")
        }
        let about = try folder.readAbout()
        let target = Target(base: about.base, patience: patience)
        let journal = try Journal(contract, folder: folder, record: folder.readRecord())
        let gate = Guard(target, contract: contract, patience: patience, journal: journal)
        let run = Run(contract: contract, target: target, mailbox: nil, seed: about.seed, guard: gate)
        let started = Date.now
        let (outcomes, waiting) = try await CarryOutDeferred(run: run, deferrals: Deferrals(folder)).perform()
        await target.shutdown()
        let report = TerminalReport(contract: contract, base: target.base, secrets: run.secrets, screen: .standard)
        for outcome in outcomes { report.step(outcome) }
        for deferral in waiting {
            Terminal.say("  ○ \(deferral.title): due \(deferral.due.ISO8601Format())  (\(deferral.id))")
        }
        var record = RunRecord(
            target: target.base, contractName: contract.name, contractVersion: contract.version, seed: about.seed,
            started: started)
        record.ended = .now
        record.counts.requests = gate.meter.spent[.requests]
        record.exitCode = ExitStatus(Tally(outcomes), stop: gate.stop).rawValue
        try reports.write(
            ReportMaker(contract: contract, record: record, secrets: run.secrets).document(outcomes))
        Terminal.say(Tally(outcomes).line)
        if waiting.isEmpty { Terminal.say("Nothing is left to wait for: iris-conformance sweep \(folder.path)") }
        if record.exitCode != 0 { throw ExitCode(record.exitCode) }
    }
}
