import Logging
import Postgres

/// A numbered step of the schema. Once released, a step never changes.
struct SchemaMigration: Sendable {
    let number: Int
    let name: String
    let script: String

    /// Every step, in order.
    static let all: [SchemaMigration] = [
        SchemaMigration(1, "tenancy", PackageResources._001_tenancy_sql),
        SchemaMigration(2, "people", PackageResources._002_people_sql),
        SchemaMigration(3, "keys", PackageResources._003_keys_sql),
        SchemaMigration(4, "chat", PackageResources._004_chat_sql),
        SchemaMigration(5, "audit and mail", PackageResources._005_audit_and_mail_sql),
        SchemaMigration(6, "widget", PackageResources._006_widget_sql),
        SchemaMigration(7, "retries", PackageResources._007_retries_sql),
        SchemaMigration(8, "jobs", PackageResources._008_jobs_sql),
        SchemaMigration(9, "closing", PackageResources._009_closing_sql),
    ]

    private init(_ number: Int, _ name: String, _ script: [UInt8]) {
        self.number = number
        self.name = name
        self.script = String(decoding: script, as: UTF8.self)
    }
}

/// Brings a database's schema up to date. Any number of servers may try at once: an advisory lock lets one through.
struct Migrator {
    /// The lock's key: "iris" as a number.
    private static let lockKey = 0x6972_6973
    let session: PostgresSession
    let logger: Logger

    /// Runs the steps that are missing, each in a transaction of its own.
    func run() async throws {
        _ = try await session.run("SELECT pg_advisory_lock(\(Self.lockKey))")
        try await prepare()
        let newest: Int =
            try await session.run(
                "SELECT coalesce(max(number), 0) AS number FROM iris_schema.migrations"
            ).first?.value("number") ?? 0
        guard newest <= SchemaMigration.all.count else {
            throw StartupError(
                problem:
                    "the database's schema is at step \(newest), and this server knows \(SchemaMigration.all.count)",
                remedy: "start the newer server that made it")
        }
        for step in SchemaMigration.all where step.number > newest {
            logger.info("migrating", metadata: ["step": "\(step.number)", "name": "\(step.name)"])
            try await session.runScript(
                """
                BEGIN;
                \(step.script)
                INSERT INTO iris_schema.migrations (number, name) VALUES (\(step.number), '\(step.name)');
                COMMIT;
                """)
        }
        _ = try await session.run("SELECT pg_advisory_unlock(\(Self.lockKey))")
    }

    /// The role that the server works as, the one that it takes on for background jobs, and the list of steps that
    /// have been taken. They stand outside the steps, as these need them.
    private func prepare() async throws {
        try await session.runScript(
            """
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'iris_server') THEN
                    CREATE ROLE iris_server LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
                END IF;
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'iris_jobs') THEN
                    CREATE ROLE iris_jobs NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
                END IF;
                IF NOT pg_has_role('iris_server', 'iris_jobs', 'MEMBER') THEN
                    GRANT iris_jobs TO iris_server;
                END IF;
            END $$;
            CREATE SCHEMA IF NOT EXISTS iris_schema;
            CREATE TABLE IF NOT EXISTS iris_schema.migrations (
                number integer PRIMARY KEY,
                name text NOT NULL,
                at timestamptz NOT NULL DEFAULT now()
            );
            """)
    }
}
