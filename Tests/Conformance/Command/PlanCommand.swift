import ArgumentParser
import Contract

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what a run would send, and how much at most, without sending anything."
    )

    @OptionGroup
    var spec: SpecOptions

    @Flag(help: "The journeys only.")
    var flowsOnly = false

    @OptionGroup(title: "Which checks")
    var choice: SelectionOptions

    @Option(help: "How much the run may ask: safe, limits, or full.")
    var tier = Tier.safe

    @OptionGroup(title: "What opens the deployment")
    var reach: ReachOptions

    @Flag(help: "Every operation once, instead of every check.")
    var brief = false

    func run() async throws {
        let contract = try spec.load()
        let selection = try choice.selection(of: contract, flowsOnly: flowsOnly)
        let plan = try await Plan.rehearse(
            contract, tier: tier, profile: reach.profile,
            admission: try reach.admission(hasMailbox: true, isByHand: false)
        ) { run in
            let silent = TerminalReport(contract: contract, base: run.guard.base, say: { _ in })
            return try await Judge(run: run, report: silent, selection: selection).judge()
        }
        let report = PlanReport(plan: plan)
        for line in brief ? report.operations : report.checks { Terminal.say(line) }
        Terminal.say("")
        for line in report.bounds { Terminal.say(line) }
    }
}
