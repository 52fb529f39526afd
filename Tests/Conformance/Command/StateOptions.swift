import ArgumentParser

/// The options of a command that say where a run keeps its state, and what it leaves behind.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the run writes down what it makes, for `sweep` and `resume`. (default: a new folder in \(StateFolder.all))",
            valueName: "folder"))
    var state: String?

    @Flag(help: "Leave everything that the run makes; `sweep` ends it later.")
    var keep = false

    /// The folder of a run that begins now.
    func make(base: String, seed: UInt64) throws -> StateFolder {
        try StateFolder.make(
            state ?? StateFolder.fresh(), StateFolder.About(base: base, seed: seed, started: .now))
    }
}
