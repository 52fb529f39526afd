import Foundation
import Postgres
import Testing

@testable import Server

@Suite("closing a workspace", .serialized, .timeLimit(.minutes(5)))
struct ClosingTests {
    /// So seldom that what ends a socket in a test is not the regular look at credentials.
    private static let seldom = ["IRIS_RATE_FACTOR": "10000", "IRIS_SOCKET_CHECK_SECONDS": "300"]

    @Test("of all that a workspace had only its audit log and its usage are left, and of others everything")
    func everything() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            try await fill(a, in: deployment)
            try await deployment.perform(UsageJob())
            let before = try await deployment.rows(of: a.tenant)
            for table in ["messages", "read_marks", "guest_returns", "password_resets", "retries", "usage_days"] {
                #expect(before[table] ?? 0 > 0, "\(table) has nothing to delete")
            }
            let others = try await deployment.rows(of: b.tenant)

            let closed = try await deployment.close(a)
            #expect(closed.status == 200 && closed.text == #"{"data":{"tenant_id":"\#(a.tenant)","deleted":true}}"#)
            let left = try await deployment.rows(of: a.tenant)
            #expect(Set(left.keys) == ["audit_log", "audit_heads", "usage_days"], "\(left)")
            #expect(left["audit_log"] == (before["audit_log"] ?? 0) + 1)
            #expect(left["usage_days"] == before["usage_days"])
            #expect(try await deployment.rows(of: b.tenant) == others)
            #expect(try await deployment.send("GET", "/api/v1/admin/workspace", token: b.owner).status == 200)

            let last = try await deployment.audit(of: a.tenant).last ?? ""
            #expect(last.hasPrefix("workspace.closed by "))
            #expect(try await breaches(deployment).isEmpty)
        }
    }

    @Test("all its tokens, links and pages stop working at once, and its sockets are closed")
    func unusable() async throws {
        try await Deployment.with(Self.seldom) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let base = deployment.server.base
            let guest = try await deployment.send("POST", "/api/v1/session/guest", #"{"tenant_id":"\#(a.tenant)"}"#)
            var sockets: [SocketClient] = []
            for token in [a.owner, a.key, a.chat, guest["token"]] {
                sockets.append(try await SocketClient.ready(base, token: token))
            }
            let bystander = try await SocketClient.ready(base, token: b.key)
            #expect(try await deployment.close(a).status == 200)
            for socket in sockets { #expect(try await socket.ending() == 4410) }
            #expect(try await bystander.arrived().isEmpty)

            let questions = [
                ("/api/v1/owner/me", a.owner), ("/api/product/v1/me", a.key), ("/api/v1/session", a.chat),
                ("/api/v1/session", guest["token"]),
            ]
            for (path, token) in questions {
                #expect(try await deployment.send("GET", path, token: token).code == "unauthenticated", "\(path)")
            }
            #expect(try await deployment.login(a.ownerEmail).code == "invalid_credentials")
            #expect(try await deployment.accept(a.invitation, in: a.tenant).code == "not_found")
            let branding = try await deployment.send("GET", "/api/v1/widget-config?tenant_id=\(a.tenant)")
            #expect(branding.code == "not_found")
            let back = try await deployment.send(
                "POST", "/api/v1/session/guest",
                #"{"tenant_id":"\#(a.tenant)","resume_token":"\#(guest["resume_token"])"}"#)
            #expect(back.code == "not_found")
        }
    }

    @Test("its handle and its owner's address are free for another workspace, whose owner closes it as well")
    func handleIsFree() async throws {
        try await Deployment.with { deployment in
            let first = try await TestWorkspace.make("a", in: deployment)
            #expect(try await deployment.close(first).status == 200)
            let free = try await deployment.send("GET", "/api/v1/signup/slug-available?slug=slug-a")
            #expect(free.has("available", "true"))
            let second = try await TestWorkspace.make("a", in: deployment)
            #expect(second.tenant != first.tenant)
            #expect(try await deployment.close(second).status == 200)
        }
    }

    @Test("only an owner closes it, with its handle and their password, and otherwise nothing happens")
    func refused() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let mates = [
                try await a.join("admin", as: "admin", in: deployment),
                try await a.join("operator", as: "operator", in: deployment),
            ]
            let before = try await deployment.rows(of: a.tenant)
            for mate in mates {
                #expect(try await deployment.close(a, by: mate.session).code == "forbidden")
            }
            #expect(try await deployment.close(a, slug: "slug-b").code == "not_confirmed")
            #expect(try await deployment.close(a, slug: "Slug-a").code == "not_confirmed")
            #expect(try await deployment.close(a, password: "another fine phrase").code == "not_confirmed")
            #expect(try await deployment.close(a, by: b.owner).code == "not_confirmed")
            #expect(try await deployment.close(a, by: a.key).code == "unauthenticated")
            #expect(try await deployment.rows(of: a.tenant) == before)
            #expect(try await deployment.close(a).status == 200)
        }
    }

    @Test("the server's role cannot have another workspace closed, nor its own by anybody but an owner")
    func narrow() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let mate = try await a.join("admin", as: "admin", in: deployment)
            let owner = try await b.ownerId(in: deployment)
            let before = try await deployment.rows(of: b.tenant)
            try await deployment.asServer { session in
                _ = try await session.run("SELECT set_config('iris.tenant', \(a.tenant), false)")
                for closer in [owner, mate.user] {
                    let closed = try await session.run(
                        SQL(
                            stringLiteral: """
                                SELECT iris.close_workspace('\(closer)', (SELECT password_hash FROM iris.users
                                WHERE user_id = '\(closer)'), 'workspace.closed', NULL, NULL, 1000) AS closed
                                """))
                    #expect(try closed.first?.value("closed") == false)
                }
                for call in ["clear_closed(1000)", "clear_rows('\(b.tenant)', 1000)"] {
                    await #expect { try await session.run(SQL(stringLiteral: "SELECT iris.\(call)")) } throws: {
                        ($0 as? PostgresError)?.state == .insufficientPrivilege
                    }
                }
                // As the role of the jobs, in whose name more may be done: not to a workspace that is open.
                try await session.runScript("SET ROLE iris_jobs; SELECT iris.clear_closed(1000);")
            }
            #expect(try await deployment.rows(of: b.tenant) == before)
            #expect(try await deployment.count("messages") == 2)
        }
    }

    @Test("it is the same where the tables belong to a role that row-level security binds")
    func plainOwner() async throws {
        try await Deployment.withDatabase { folder, database in
            try await Deployment.session(database.connectionString) { session in
                try await session.runScript(
                    """
                    CREATE ROLE plain_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS;
                    GRANT CREATE ON DATABASE postgres TO plain_owner;
                    """)
            }
            let owner = ["DATABASE_ADMIN_URL": database.connectionString(user: "plain_owner", database: "postgres")]
            let settings = Deployment.settings(for: database).merging(["IRIS_RATE_FACTOR": "10000"]) { $1 }
            let server = try await RunningServer.start(settings.merging(owner) { $1 })
            let deployment = Deployment(folder: folder, database: database, server: server)
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            try await fill(a, in: deployment)
            try await deployment.perform(UsageJob())
            let others = try await deployment.rows(of: b.tenant)
            #expect(try await deployment.close(a).status == 200)
            #expect(Set(try await deployment.rows(of: a.tenant).keys) == ["audit_log", "audit_heads", "usage_days"])
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    SET session_replication_role = replica;
                    UPDATE iris.audit_log SET at = at - interval '2190 days' WHERE tenant_id = '\(a.tenant)';
                    """)
            }
            try await deployment.perform(RetentionJob())
            #expect(try await deployment.rows(of: a.tenant).isEmpty)
            #expect(try await deployment.rows(of: b.tenant) == others)
            await server.stop()
        }
    }

    private func breaches(_ deployment: Deployment) async throws -> [String] {
        try await deployment.withPool {
            try await AuditVerifier(database: Database(pool: $0)).verify().breaches.map(\.description)
        }
    }

    /// Adds what a fresh workspace does not have.
    private func fill(_ a: TestWorkspace, in deployment: Deployment) async throws {
        let mate = try await a.join("mate", as: "operator", in: deployment)
        _ = try await deployment.send("POST", "/api/v1/session/guest", #"{"tenant_id":"\#(a.tenant)"}"#)
        _ = try await deployment.send("POST", "/api/v1/owner/password/forgot", #"{"email":"\#(mate.email)"}"#)
        _ = try await deployment.send(
            "POST", "/api/product/v1/channels/\(a.channel)/read", #"{"seq":1}"#, token: a.key,
            headers: ["Idempotency-Key": "kept"])
        // A message that is hidden because its time is over goes as well.
        try await deployment.asSuperuser { session in
            try await session.runScript(
                """
                INSERT INTO iris.messages (tenant_id, channel_id, seq, message_id, sender_type, sender_id, content,
                                           content_type, created_at)
                VALUES ('\(a.tenant)', '\(a.channel)', 100, gen_random_uuid(), 'key', gen_random_uuid(), 'old', 'text',
                        now() - interval '3000 days')
                """)
        }
    }
}
