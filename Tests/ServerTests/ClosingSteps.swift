import AsyncHTTPClient
import Foundation
import Logging
import NIOHTTP1
import Postgres
import Testing

@testable import Server

/// What tests of a workspace's end do.
extension Deployment {
    /// Asks for a workspace to be closed, as its owner with the right proof unless told otherwise.
    func close(
        _ workspace: TestWorkspace, by token: String? = nil, slug: String? = nil, password: String? = nil,
        headers: HTTPHeaders = [:]
    ) async throws -> Reply {
        try await send(
            "POST", "/api/v1/admin/workspace/close",
            #"{"slug":"\#(slug ?? "slug-\(workspace.name)")","password":"\#(password ?? TestWorkspace.password)"}"#,
            token: token ?? workspace.owner, headers: headers)
    }

    /// How many rows of a tenant each table has that has any.
    func rows(of tenant: String) async throws -> [String: Int] {
        try await asSuperuser { session in
            let tables: [String] = try await session.run(
                """
                SELECT c.relname::text AS name
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'iris' AND a.attname = 'tenant_id' AND c.relkind = 'r' ORDER BY 1
                """
            ).map { try $0.value("name") }
            var rows: [String: Int] = [:]
            for table in tables {
                let count: Int =
                    try await session.run(
                        SQL(stringLiteral: "SELECT count(*) AS n FROM iris.\(table) WHERE tenant_id = '\(tenant)'")
                    ).first?.value("n") ?? 0
                if count > 0 { rows[table] = count }
            }
            return rows
        }
    }

    /// Returns once so many transactions wait for a lock.
    func untilWaiting(_ count: Int) async throws {
        try await asSuperuser { session in
            var seen = 0
            for _ in 0..<12_000 where seen < count {
                seen = try #require(
                    try await session.run("SELECT count(*) FROM pg_locks, pg_sleep(0.01) WHERE NOT granted").first
                ).value("count")
            }
            #expect(seen == count)
        }
    }

    /// Does a job's round now, as the server's own role.
    func perform(_ job: some Job) async throws {
        try await asSuperuser { session in
            _ = try await session.run("UPDATE iris.jobs SET due_at = now() WHERE name = \(job.name)")
        }
        try await withPool { pool in
            let runner = JobRunner(
                database: Database(pool: pool), jobs: [], pace: .seconds(60),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            while try await runner.performPart(of: job) {}
        }
    }
}
