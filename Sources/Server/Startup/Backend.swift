import EmbeddedPostgres
import Logging
import Postgres

/// The database that a server works on: one of its own, or one that it was pointed to.
struct Backend: Sendable {
    /// The connection string of the server's role.
    let connectionString: String
    /// Nil for a database that somebody else runs.
    let embedded: EmbeddedPostgres?

    /// Starts the embedded database, or takes the given one, and brings its schema up to date where it may.
    static func prepare(_ settings: ServerSettings, logger: Logger) async throws -> Backend {
        if let url = settings.databaseURL {
            if let admin = settings.adminDatabaseURL { try await migrate(admin, logger: logger) }
            return Backend(connectionString: url, embedded: nil)
        }
        let embedded = try await EmbeddedPostgres.start(folder: settings.dataFolder + "/postgres", logger: logger)
        do {
            try await migrate(embedded.connectionString, logger: logger)
        } catch {
            await embedded.stop()
            throw error
        }
        return Backend(
            connectionString: embedded.connectionString(user: "iris_server", database: "postgres"),
            embedded: embedded)
    }

    /// Brings the schema up to date with a role that may change it.
    static func migrate(_ connectionString: String, logger: Logger) async throws {
        let session = try await PostgresSession.connect(
            PostgresPool.Configuration(connectionString: connectionString))
        do {
            try await Migrator(session: session, logger: logger).run()
            await session.close()
        } catch {
            await session.close()
            throw error
        }
    }

    func stop() async { await embedded?.stop() }
}
