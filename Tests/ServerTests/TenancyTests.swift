import Foundation
import Postgres
import Testing

@Suite("tenants are kept apart by the database", .serialized)
struct TenancyTests {
    /// Tables in which every tenant has rows after the journey.
    private static let populated = [
        "api_keys", "audit_log", "channel_members", "channels", "chat_sessions", "end_users", "handles", "invitations",
        "messages", "retention_policies", "sessions", "signups", "tenants", "users",
    ]

    @Test("every table shows a tenant its own rows only, and nobody any without a tenant")
    func rows() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let tables = try await tables(deployment)
            #expect(Set(Self.populated).isSubset(of: Set(tables)))
            for table in tables {
                let own = try await count(table, of: a.tenant, deployment.database.connectionString, as: nil)
                let other = try await count(table, of: b.tenant, deployment.database.connectionString, as: nil)
                if Self.populated.contains(table) { #expect(own > 0 && other > 0, "\(table) has nothing to hide") }

                let server = deployment.database.connectionString(user: "iris_server", database: "postgres")
                #expect(try await count(table, of: a.tenant, server, as: a.tenant) == own, "\(table)")
                #expect(try await count(table, of: b.tenant, server, as: a.tenant) == 0, "\(table)")
                #expect(try await count(table, of: nil, server, as: a.tenant) == own, "\(table)")
                #expect(try await count(table, of: nil, server, as: nil) == 0, "\(table)")
            }
        }
    }

    @Test("nobody changes another tenant's rows, or writes rows in another's name")
    func writes() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            try await deployment.asServer { session in
                _ = try await session.run("SELECT set_config('iris.tenant', \(a.tenant), false)")
                for table in ["handles", "users", "sessions", "api_keys", "channels", "end_users", "invitations"] {
                    let update = "UPDATE iris.\(table) SET tenant_id = tenant_id WHERE tenant_id = '\(b.tenant)'"
                    #expect(try await session.run(SQL(stringLiteral: update)).affected == 0, "\(table)")
                }
                let insert =
                    """
                    INSERT INTO iris.channels (tenant_id, channel_id, name, channel_type)
                    VALUES ('\(b.tenant)', gen_random_uuid(), 'intruder', 'support')
                    """
                await #expect(throws: PostgresError.self) { try await session.run(SQL(stringLiteral: insert)) }
                let steal = "UPDATE iris.channels SET tenant_id = '\(b.tenant)'"
                await #expect(throws: PostgresError.self) { try await session.run(SQL(stringLiteral: steal)) }
            }
        }
    }

    @Test("a presented token, address or handle opens its own row and nothing else")
    func presented() async throws {
        try await Deployment.with { deployment in
            _ = try await TestWorkspace.make("a", in: deployment)
            _ = try await TestWorkspace.make("b", in: deployment)
            try await deployment.asServer { session in
                _ = try await session.run("SELECT set_config('iris.presented_email', 'owner-a@example.com', false)")
                #expect(try await session.run("SELECT FROM iris.users").count == 1)
                _ = try await session.run("SELECT set_config('iris.presented_handle', 'slug-b', false)")
                #expect(try await session.run("SELECT FROM iris.handles").count == 1)
                #expect(try await session.run("SELECT FROM iris.tenants").isEmpty)
                // The address opens the signup that it was used for, too.
                #expect(try await session.run("SELECT FROM iris.signups").count == 1)
                _ = try await session.run("SELECT set_config('iris.presented_email', '', false)")
                _ = try await session.run("SELECT set_config('iris.presented_hash', repeat('00', 32), false)")
                for table in ["sessions", "api_keys", "chat_sessions", "invitations", "signups"] {
                    #expect(try await session.run(SQL(stringLiteral: "SELECT FROM iris.\(table)")).isEmpty, "\(table)")
                }
            }
        }
    }

    @Test("no secret is stored: no table has a token, a key or a password in it")
    func secrets() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let secrets = [a.owner, a.key, a.chat, a.invitation, a.verification, TestWorkspace.password]
            let tables = try await tables(deployment)
            try await deployment.asSuperuser { session in
                for table in tables {
                    let rows = try await session.run(SQL(stringLiteral: "SELECT t::text AS row FROM iris.\(table) t"))
                    for row in rows {
                        let text: String = try row.value("row")
                        #expect(!secrets.contains(where: text.contains), "\(table)")
                    }
                }
                let hash: String =
                    try await session.run("SELECT password_hash FROM iris.users").first?
                    .value("password_hash") ?? ""
                #expect(hash.hasPrefix("$scrypt$ln=12,r=8,p=1$"))
            }
        }
    }

    private func tables(_ deployment: Deployment) async throws -> [String] {
        try await deployment.asSuperuser { session in
            try await session.run(
                """
                SELECT c.relname::text AS name
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'iris' AND a.attname = 'tenant_id' AND c.relkind = 'r' ORDER BY 1
                """
            ).map { try $0.value("name") }
        }
    }

    /// How many rows of a tenant, or of anybody, somebody sees who works for a tenant, or for nobody.
    private func count(
        _ table: String, of tenant: String?, _ connectionString: String, as viewer: String?
    ) async throws -> Int {
        try await Deployment.session(connectionString) { session in
            if let viewer { _ = try await session.run("SELECT set_config('iris.tenant', \(viewer), false)") }
            let condition = tenant.map { " WHERE tenant_id = '\($0)'" } ?? ""
            let rows = try await session.run(SQL(stringLiteral: "SELECT count(*) AS n FROM iris.\(table)\(condition)"))
            return try rows.first?.value("n") ?? -1
        }
    }
}
