import ArgumentParser
import Contract

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the promises, the operations and the steps of the journeys, without a deployment."
    )

    @OptionGroup
    var spec: SpecOptions

    func run() async throws {
        let contract = try spec.load()
        Terminal.say("Promises")
        for promise in contract.promises {
            Terminal.say("  \(promise.id)\(promise.isClaimed ? "" : " (not claimed)")  \(promise.text)")
        }
        Terminal.say("\nOperations")
        for operation in contract.operations {
            Terminal.say("  \(operation.name)  \(operation.route.method.rawValue) \(operation.route.template)")
        }
        for flow in contract.flows {
            Terminal.say("\n\(flow.title)")
            for (index, step) in flow.steps.enumerated() { Terminal.say("  \(index + 1). \(step.title)") }
        }
    }
}
