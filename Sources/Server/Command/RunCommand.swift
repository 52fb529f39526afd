import ArgumentParser
import Logging

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Serve the API.",
        discussion: """
            Settings come from the environment:
              PORT, HOST           where to listen (8080 on 127.0.0.1)
              IRIS_DATA            the folder of the embedded database and its mails (.iris)
              DATABASE_URL         a PostgreSQL to use instead, as a role that owns nothing
              DATABASE_ADMIN_URL   with it: a role that may bring the schema up to date
              IRIS_ENVIRONMENT     development or production (production with DATABASE_URL)
              IRIS_SITE            the address that links in mails begin with
              IRIS_PASSWORD_COST   scrypt's cost as a power of two (17; less in development only)
              IRIS_RATE_FACTOR     what rate limits are multiplied by (1; more in development only)
            """
    )

    func run() async throws {
        let settings = try Environment.settings()
        let logger = Logger(label: "iris")
        try await Environment.run { try await IrisServer(settings: settings, logger: logger).run() }
    }
}
