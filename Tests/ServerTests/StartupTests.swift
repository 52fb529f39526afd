import EmbeddedPostgres
import Postgres
import Testing

@Suite("refusing to start when unsafe", .serialized)
struct StartupTests {
    /// Starts a server on a migrated database after somebody has tampered with it, and answers what it says.
    private func refusal(
        tampering script: String, user: String = "iris_server", settings: [String: String] = [:]
    ) async throws -> String {
        var said = ""
        try await Deployment.withDatabase { _, database in
            let right = Deployment.settings(for: database)
            await (try RunningServer.start(right)).stop()
            try await Deployment.session(database.connectionString) { try await $0.runScript(script) }
            var wrong = right.merging(settings) { $1 }
            wrong["DATABASE_URL"] = database.connectionString(user: user, database: "postgres")
            wrong["DATABASE_ADMIN_URL"] = nil
            do {
                await (try RunningServer.start(wrong)).stop()
            } catch let error as RunningServer.DidNotStart {
                said = error.description
            }
        }
        return said
    }

    @Test("with a superuser")
    func superuser() async throws {
        let said = try await refusal(tampering: "SELECT 1", user: "postgres")
        #expect(said.contains("the database role 'postgres' bypasses row-level security"))
    }

    @Test("with a role that bypasses row-level security")
    func bypass() async throws {
        let said = try await refusal(tampering: "ALTER ROLE iris_server BYPASSRLS")
        #expect(said.contains("the database role 'iris_server' bypasses row-level security"))
    }

    @Test("with a role that owns a table")
    func owner() async throws {
        let said = try await refusal(tampering: "ALTER TABLE iris.messages OWNER TO iris_server")
        #expect(said.contains("owns Iris's tables"))
    }

    @Test(
        "with a table that is not protected",
        arguments: [
            "ALTER TABLE iris.messages DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE iris.messages NO FORCE ROW LEVEL SECURITY", "DROP POLICY own ON iris.messages",
        ])
    func unprotected(_ script: String) async throws {
        let said = try await refusal(tampering: script)
        #expect(said.contains("row-level security is not in force on messages"))
    }

    @Test("with a schema that is newer than the server, or with none")
    func schema() async throws {
        let none = try await refusal(tampering: "DROP SCHEMA iris CASCADE")
        #expect(none.contains("the database has no Iris schema"))
        try await Deployment.withDatabase { _, database in
            let settings = Deployment.settings(for: database)
            await (try RunningServer.start(settings)).stop()
            try await Deployment.session(database.connectionString) {
                try await $0.runScript("INSERT INTO iris_schema.migrations VALUES (999, 'from the future')")
            }
            await #expect { try await RunningServer.start(settings) } throws: { "\($0)".contains("at step 999") }
        }
    }

    @Test(
        "with settings that are unsafe or make no sense",
        arguments: [
            (["IRIS_ENVIRONMENT": "production"], "DATABASE_URL must be set in production"),
            (["IRIS_ENVIRONMENT": "staging"], "IRIS_ENVIRONMENT must be development or production"),
            (["PORT": "eighty"], "PORT must be a whole number from 0 to 65535"),
            (["DATABASE_URL": "x"], "IRIS_SITE must be set in production"),
            (["DATABASE_URL": "x", "IRIS_SITE": "https://x.example"], "IRIS_PASSWORD_COST must be at least 17"),
        ])
    func settings(_ settings: [String: String], _ expected: String) async throws {
        await #expect { try await RunningServer.start(settings) } throws: { "\($0)".contains(expected) }
    }

    @Test("a database that cannot be reached is said within seconds, without its password")
    func unreachable() async throws {
        let settings = [
            "DATABASE_URL": "postgres://iris_server:hunter2secret@127.0.0.1:1/none", "IRIS_ENVIRONMENT": "development",
        ]
        await #expect { try await RunningServer.start(settings) } throws: {
            "\($0)".contains("the database cannot be reached") && !"\($0)".contains("hunter2secret")
        }
    }
}
