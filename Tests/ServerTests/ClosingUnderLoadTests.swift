import Foundation
import Postgres
import Testing

@testable import Server

@Suite("closing a workspace while it is in use", .serialized, .timeLimit(.minutes(5)))
struct ClosingUnderLoadTests {
    @Test("what is under way when a workspace is closed is refused as by a stranger, and leaves nothing")
    func underWay() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let replies = try await deployment.standoff(over: "SELECT FROM iris.channels FOR UPDATE", waiting: 5) {
                async let closed = deployment.close(a)
                try await deployment.untilWaiting(1)
                async let post = deployment.send(
                    "POST", "/api/product/v1/channels/\(a.channel)/messages", #"{"content":"Late"}"#, token: a.key)
                async let channel = deployment.send(
                    "POST", "/api/product/v1/channels", #"{"name":"Late","channel_type":"support"}"#, token: a.key)
                async let again = deployment.send(
                    "POST", "/api/v1/admin/keys", #"{"name":"Late","key_type":"secret"}"#, token: a.owner,
                    headers: ["Idempotency-Key": "late"])
                async let second = deployment.close(a)
                return try await [closed, post, channel, again, second]
            }
            #expect(replies.map(\.status) == [200, 404, 401, 401, 401], "\(replies.map(\.text))")
            let left = try await deployment.rows(of: a.tenant)
            #expect(Set(left.keys) == ["audit_log", "audit_heads"], "\(left)")
        }
    }

    @Test("a chain that a closed workspace has left takes no more rows")
    func lastRow() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            #expect(try await deployment.close(a).status == 200)
            try await deployment.asServer { session in
                _ = try await session.run("SELECT set_config('iris.tenant', \(a.tenant), false)")
                let late: SQL = """
                    INSERT INTO iris.audit_log (tenant_id, action, actor_type) VALUES (iris.tenant(), 'late', 'job')
                    """
                await #expect { try await session.run(late) } throws: {
                    ($0 as? PostgresError)?.state == .foreignKeyViolation
                }
            }
        }
    }

    @Test("under an Idempotency-Key it is closed as well, and asked again the token is unknown")
    func idempotent() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let replies = [
                try await deployment.close(a, headers: ["Idempotency-Key": "close"]),
                try await deployment.close(a, headers: ["Idempotency-Key": "close"]),
            ]
            #expect(replies.map(\.status) == [200, 401])
            #expect(try await deployment.count("tenants") == 0)
            #expect(try await deployment.count("retries") == 0)
        }
    }

    @Test("a workspace that is too large for one request is unusable at once, and the job deletes the rest")
    func large() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    INSERT INTO iris.messages (tenant_id, channel_id, seq, message_id, sender_type, sender_id, content,
                                               content_type)
                    SELECT '\(a.tenant)', '\(a.channel)', n + 100, gen_random_uuid(), 'key', gen_random_uuid(), 'much',
                           'text' FROM generate_series(1, 22000) n
                    """)
            }
            #expect(try await deployment.close(a).status == 200)
            #expect(try await deployment.count("messages") > 0)
            #expect(try await deployment.send("GET", "/api/product/v1/me", token: a.key).status == 401)
            let branding = try await deployment.send("GET", "/api/v1/widget-config?tenant_id=\(a.tenant)")
            #expect(branding.code == "not_found")
            // Another workspace takes the handle while the old one is still being cleared away.
            _ = try await TestWorkspace.make("a", in: deployment)
            try await deployment.perform(RetentionJob())
            let left = try await deployment.rows(of: a.tenant)
            #expect(Set(left.keys) == ["audit_log", "audit_heads"], "\(left)")
        }
    }
}
