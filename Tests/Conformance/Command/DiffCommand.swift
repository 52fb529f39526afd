import ArgumentParser
import Contract

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Ask two deployments the same, and say in what they differ.",
        discussion:
            "Exit codes: 0 neither breaks the contract, 1 one does, 2 a run cannot be trusted, 3 a budget was spent."
    )

    @Argument(help: "The addresses of the two deployments.")
    var urls: [String]

    @OptionGroup
    var spec: SpecOptions

    @Option(help: ArgumentHelp("A folder with the mails of the first deployment.", valueName: "folder"))
    var firstMailFolder: String?

    @Option(help: ArgumentHelp("A folder with the mails of the second deployment.", valueName: "folder"))
    var secondMailFolder: String?

    @Option(help: "How many seconds a 429 may ask to wait.")
    var patience = 30

    @Option(help: "Makes the runs' values the same as those of an earlier run.")
    var seed: UInt64 = .random(in: 1...999_999_999)

    @Option(help: "What the deployments are held to: contract, or reference.")
    var profile = Profile.contract

    @OptionGroup(title: "Which checks")
    var choice: SelectionOptions

    func validate() throws {
        if urls.count != 2 { throw ValidationError("two addresses are compared") }
    }

    func run() async throws {
        let contract = try spec.load()
        let selection = try choice.selection(of: contract)
        var sides: [Side] = []
        for (index, url) in urls.enumerated() {
            Terminal.say("Asking \(url), seed \(seed)")
            let mails = index == 0 ? firstMailFolder : secondMailFolder
            let (side, stop) = try await ask(url, mails, contract, selection)
            if let stop {
                Terminal.say("The run has ended early: \(stop.reason)")
                throw ExitCode(ExitStatus(Tally(side.outcomes), stop: stop).rawValue)
            }
            if Tally(side.outcomes).passed == 0 { throw ExitCode(ExitStatus.untrusted.rawValue) }
            sides.append(side)
        }
        let differences = Comparison(one: sides[0], other: sides[1]).differences
        for kind in Difference.Kind.allCases { tell(kind, differences.filter { $0.kind == kind }) }
        if differences.contains(where: { $0.kind == .breaks }) { throw ExitCode(ExitStatus.violated.rawValue) }
    }

    private func ask(
        _ url: String, _ mails: String?, _ contract: Contract, _ selection: Selection
    ) async throws -> (Side, Stop?) {
        let target = Target(base: url, patience: patience)
        let observation = Observation(target, contract)
        let folder = try StateFolder.make(
            StateFolder.fresh(), StateFolder.About(base: target.base, seed: seed, started: .now))
        let journal = try Journal(contract, folder: folder)
        let gate = Guard(observation, contract: contract, patience: patience, journal: journal)
        let mailbox = mails.map { MailFolder(path: $0, patience: .seconds(15)) }
        let run = Run(
            contract: contract, target: target, mailbox: mailbox, seed: seed, profile: profile, guard: gate)
        let silent = TerminalReport(contract: contract, base: target.base, say: { _ in })
        let outcomes = try await Judge(run: run, report: silent, selection: selection).judge()
        let account = await Teardown(contract: contract, guard: gate, journal: journal).perform()
        for line in TeardownReport(account).lines { Terminal.say("  \(run.withoutSecrets(line))") }
        await target.shutdown()
        return (
            Side(base: target.base, outcomes: outcomes, shapes: observation.shapes, headers: observation.headers),
            gate.stop
        )
    }

    private func tell(_ kind: Difference.Kind, _ differences: [Difference]) {
        Terminal.say("\n\(kind.rawValue): \(differences.count)")
        var told: Set<Difference> = []
        for difference in differences where told.insert(difference).inserted {
            Terminal.say("  \(difference.check.map { "\($0)  " } ?? "")\(difference.words)")
        }
    }
}
