import ArgumentParser
import Contract

/// Generates again whenever the spec changes.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Generates whenever a file of the spec changes, and says what is wrong with it; Ctrl-C ends."
    )

    /// Editors save in several steps; what comes within this time is one change. In milliseconds.
    private static let quiet: Int32 = 50

    @OptionGroup var spec: SpecOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        #if os(Linux)
            // Watched before it is read: what changes meanwhile is not missed.
            let watcher = try FolderWatcher(folder: spec.spec)
            try withExtendedLifetime(StopSignals(watcher.stop)) {
                try generate()
                Output.say("Watching \(spec.spec). Ctrl-C ends.")
                while watcher.next(quiet: Self.quiet) == .changed { try generate() }
            }
            Output.say("Stopped.")
        #else
            throw ValidationError("watch needs Linux's inotify")
        #endif
    }

    private func generate() throws {
        let clock = ContinuousClock()
        let start = clock.now
        guard let contract = spec.contract() else { return }
        let summary = try GenerateCommand.generate(contract, into: output)
        let milliseconds = Int(((clock.now - start) / .milliseconds(1)).rounded())
        Output.say("\(summary) \(milliseconds) ms.")
    }
}
