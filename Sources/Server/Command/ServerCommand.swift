import ArgumentParser
import Configuration
import Logging

@main
struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iris-server",
        abstract: "The Iris messaging server.",
        subcommands: [RunCommand.self, MigrateCommand.self, AuditCommand.self, DoctorCommand.self, EchoCommand.self],
        defaultSubcommand: RunCommand.self
    )
}

/// What every subcommand begins with.
enum Environment {
    /// The settings from the environment; what is wrong with them is said, and the command ends.
    static func settings() throws -> ServerSettings {
        do {
            return try ServerSettings(ConfigReader(provider: EnvironmentVariablesProvider()))
        } catch {
            Terminal.complain("iris-server cannot start: \(error)")
            throw ExitCode(78)
        }
    }

    /// Runs a command; an error that knows what to do next is shown as that.
    static func run(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            Terminal.complain("iris-server stopped: \(error)")
            throw ExitCode(1)
        }
    }
}
