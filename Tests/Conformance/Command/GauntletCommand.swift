import ArgumentParser
import AsyncHTTPClient
import Contract
import Foundation

struct GauntletCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gauntlet",
        abstract: "Judge the suite itself: put faults between it and a deployment that is right, and see each found.",
        discussion: """
            The deployment must have no limits and no other users, and take some hundred thousand requests. Exit codes: \
            0 the goals are reached, 1 they are not, 2 the suite finds something where no fault is.
            """
    )

    @Argument(help: "The deployment's address, such as http://127.0.0.1:8080.")
    var url: String

    @OptionGroup
    var spec: SpecOptions

    @Option(help: "A folder in which the deployment leaves its mails as .eml files.")
    var mailFolder: String?

    @Option(help: "Try so many mutants only, as many of one kind as of another.")
    var sample: Int?

    @Option(help: "Only mutants whose id fits, where * stands for any characters. Can be repeated.")
    var only: [String] = []

    @Option(help: "Makes the choice of a sample, and the runs' values, those of an earlier time.")
    var seed: UInt64 = 1

    @Option(help: "Runs without a fault before the first mutant. What they find is a false alarm.")
    var controlRuns = 1

    @Option(help: "Mutants under way at once.")
    var width = 4

    @Option(help: "How many seconds something on a socket may take.")
    var patience = 5.0

    @Option(help: "Writes the figures there, as Markdown.")
    var markdown: String?

    @Option(help: "Writes every mutant's fate there, as JSON.")
    var json: String?

    @Flag(help: "List the mutants, and try none.")
    var list = false

    func run() async throws {
        let contract = try spec.load()
        let all = MutantPlan(contract: contract).mutants()
        let fitting =
            only.isEmpty
            ? all
            : all.filter { mutant in
                only.contains { Selection.id($0).includes(id: mutant.id, promises: [], operation: nil) }
            }
        let chosen = sample.map { MutantSample(count: $0, seed: seed).choose(from: fitting) } ?? fitting
        if list {
            for mutant in chosen {
                Terminal.say("\(mutant.id)  [\(mutant.promises.joined(separator: ", "))]  \(mutant.kind)")
            }
            return Terminal.say("\(chosen.count) mutants")
        }
        let client = MutatingProxy.makeClient()
        let code = await judge(chosen, isWhole: chosen.count == all.count, contract, client)
        try await client.shutdown()
        if code != 0 { throw ExitCode(code) }
    }

    private func judge(_ mutants: [Mutant], isWhole: Bool, _ contract: Contract, _ client: HTTPClient) async -> Int32 {
        let trial = Trial(
            contract: contract, upstream: url.hasSuffix("/") ? String(url.dropLast()) : url, client: client,
            mailbox: mailFolder.map { MailFolder(path: $0, patience: .seconds(3)) }, seed: seed,
            patience: .seconds(patience))
        let gauntlet = Gauntlet(trial: trial, width: width, say: { Terminal.say($0) })
        Terminal.say("\(mutants.count) mutants against \(url), \(width) at once, seed \(seed)")
        do {
            let alarms = try await gauntlet.controls(controlRuns)
            if !alarms.isEmpty {
                Terminal.say("The suite finds something where no fault is: \(Set(alarms.map(\.id)).sorted())")
                return 2
            }
            let tally = GauntletTally(contract: contract, results: await gauntlet.run(mutants), isWhole: isWhole)
            return try report(tally)
        } catch {
            Terminal.say("\n\(error)\nIs the deployment running? `make gauntlet` starts one of its own.")
            return 2
        }
    }

    private func report(_ tally: GauntletTally) throws -> Int32 {
        let report = GauntletReport(tally: tally)
        if let markdown { try Data(report.markdown.utf8).write(to: URL(fileURLWithPath: markdown)) }
        if let json { try Data(report.json.description.utf8).write(to: URL(fileURLWithPath: json)) }
        for (kind, row) in tally.byKind {
            Terminal.say("  \(row.killed)/\(row.killed + row.survived + row.notReached)  \(kind)")
        }
        for result in tally.survivors { Terminal.say("  survived     \(result.mutant.id)") }
        for result in tally.unreached { Terminal.say("  \(result.fate.word)  \(result.mutant.id)") }
        for fault in tally.faults { Terminal.say("  ✗ \(fault)") }
        let total = tally.total
        Terminal.say(
            "\n\(total.killed) killed (\(report.percent(total))), \(total.survived) survived, "
                + "\(total.equivalent) equivalent, \(total.notReached) not reached")
        return tally.faults.isEmpty ? 0 : 1
    }
}
