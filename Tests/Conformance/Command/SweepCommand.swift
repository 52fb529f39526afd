import ArgumentParser
import Contract
import Foundation

struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "End what a run has left behind, from its state folder, which may come from another machine.",
        discussion: "Exit codes: 0 nothing is left, 1 something is, 2 the folder or the deployment cannot be read."
    )

    @Argument(help: "The run's state folder; the newest of \(StateFolder.all) if it is left out.")
    var state: String?

    @Option(help: "The deployment's address, if it is another one than the run's.")
    var url: String?

    @OptionGroup
    var spec: SpecOptions

    @Option(help: "How many seconds a 429 may ask to wait.")
    var patience = 60

    func run() async throws {
        let contract = try spec.load()
        guard let folder = state.map({ StateFolder(path: $0) }) ?? StateFolder.latest() else {
            throw ValidationError("there is no run in \(StateFolder.all)")
        }
        let account: Teardown.Account
        do {
            account = try await sweep(folder, contract)
        } catch {
            Terminal.say("\(error)")
            throw ExitCode(ExitStatus.untrusted.rawValue)
        }
        TeardownReport(account).lines.forEach { Terminal.say($0) }
        if !account.leftovers.isEmpty { throw ExitCode(ExitStatus.violated.rawValue) }
    }

    private func sweep(_ folder: StateFolder, _ contract: Contract) async throws -> Teardown.Account {
        let base = try url ?? folder.readAbout().base
        let journal = try Journal(contract, folder: folder, record: folder.readRecord())
        let target = Target(base: base, patience: patience)
        let gate = Guard(target, contract: contract, patience: patience, journal: journal)
        let account = await Teardown(contract: contract, guard: gate, journal: journal).perform()
        await target.shutdown()
        return account
    }
}
