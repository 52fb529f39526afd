import ArgumentParser
import Logging
import Postgres

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Look after the audit log.",
        subcommands: [VerifyAuditCommand.self]
    )
}

struct VerifyAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether any row of the audit log was changed, taken out or slipped in.",
        discussion: """
            Reads the database that the server's settings name (DATABASE_URL, or the embedded one of IRIS_DATA, whose \
            server must not be running). Exit codes: 0 every chain is whole, 1 a chain is broken.
            """
    )

    func run() async throws {
        let settings = try Environment.settings()
        var isWhole = true
        try await Environment.run {
            let backend = try await Backend.prepare(settings, logger: Logger(label: "iris"))
            do {
                isWhole = try await verify(backend)
            } catch {
                await backend.stop()
                throw error
            }
            await backend.stop()
        }
        if !isWhole { throw ExitCode(1) }
    }

    private func verify(_ backend: Backend) async throws -> Bool {
        let pool = PostgresPool(
            configuration: PostgresPool.Configuration(connectionString: backend.connectionString),
            logger: Logger(label: "iris"))
        async let running: Void = pool.run()
        defer { pool.beginShutdown() }
        let outcome = try await AuditVerifier(database: Database(pool: pool)).verify { outcome in
            if outcome.chains.isMultiple(of: 100) {
                Terminal.say("\(outcome.chains) workspaces, \(outcome.rows) rows …")
            }
        }
        for breach in outcome.breaches { Terminal.say(breach.description) }
        Terminal.say(
            "\(outcome.chains) workspaces, \(outcome.rows) rows: "
                + (outcome.breaches.isEmpty ? "every chain is whole." : "\(outcome.breaches.count) chains are broken."))
        pool.beginShutdown()
        await running
        return outcome.breaches.isEmpty
    }
}
