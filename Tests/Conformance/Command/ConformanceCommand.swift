import ArgumentParser
import Foundation

@main
struct ConformanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iris-conformance",
        abstract: "Says, promise by promise, whether a deployment keeps the contract.",
        discussion: """
            Every option is also a setting: --mail-folder is IRIS_CONFORMANCE_MAIL_FOLDER in the environment and \
            mail_folder in the file that --config names, a mapping in YAML. A flag comes before the environment, and \
            that before the file.
            """,
        version: SpecOptions.version,
        subcommands: [
            PlanCommand.self, RunCommand.self, ResumeCommand.self, SweepCommand.self, ReplayCommand.self,
            CoverageCommand.self, DiffCommand.self, GauntletCommand.self, ListCommand.self,
        ]
    )

    // Declared so that help tells of it; `Settings` takes it from wherever it stands.
    @Option(help: ArgumentHelp("A file with settings, for every command.", valueName: "file"))
    var config: String?

    static func main() async {
        do {
            let settings = try Settings(environment: ProcessInfo.processInfo.environment)
            await main(try settings.complete(Array(CommandLine.arguments.dropFirst())))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            Foundation.exit(ExitCode.validationFailure.rawValue)
        }
    }
}

extension Settings {
    /// Those of this process.
    init(environment: [String: String]) throws {
        let names = try SettingNames(help: ConformanceCommand._dumpHelp())
        self.init(names: names, environment: environment) { try SettingsFile(path: $0, names: names) }
    }
}
