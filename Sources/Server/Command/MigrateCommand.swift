import ArgumentParser
import Logging

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the schema of the database up to date, as the role of DATABASE_ADMIN_URL."
    )

    func run() async throws {
        let settings = try Environment.settings()
        guard let url = settings.adminDatabaseURL else {
            Terminal.complain("DATABASE_ADMIN_URL must name a role that may change the schema")
            throw ExitCode(78)
        }
        try await Environment.run {
            try await Backend.migrate(url, logger: Logger(label: "iris"))
            Terminal.say("The schema is up to date.")
        }
    }
}
