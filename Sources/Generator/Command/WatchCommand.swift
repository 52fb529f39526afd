import ArgumentParser
import Contract
import FolderWatch

/// Generates again whenever the spec changes.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Generates whenever a file of the spec changes, and says what is wrong with it; Ctrl-C ends."
    )

    @OptionGroup var spec: SpecOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        #if os(Linux)
            // Watched before it is read: what changes meanwhile is not missed.
            let watcher = try FolderWatcher(folder: spec.spec)
            try withExtendedLifetime(StopSignals(watcher.stop)) {
                try generate()
                Output.say("Watching \(spec.spec). Ctrl-C ends.")
                while watcher.next() == .changed { try generate() }
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
