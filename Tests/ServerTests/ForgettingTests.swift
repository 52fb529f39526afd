import Foundation
import Postgres
import Testing

@testable import Server

@Suite("what the retention job forgets", .serialized)
struct ForgettingTests {
    @Test("audit rows and usage of a closed workspace are kept as long as its policy said, and then all go")
    func closed() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            _ = try await deployment.send(
                "PUT", "/api/v1/admin/retention-policy", #"{"message_days":7,"audit_days":400}"#, token: a.owner)
            try await deployment.perform(UsageJob())
            #expect(try await deployment.close(a).status == 200)
            let kept = try await deployment.rows(of: a.tenant)

            try await age(a, by: 399, in: deployment)
            try await deployment.perform(RetentionJob())
            #expect(try await deployment.rows(of: a.tenant) == kept)
            try await age(a, by: 1, in: deployment)
            try await deployment.perform(RetentionJob())
            #expect(try await deployment.rows(of: a.tenant).isEmpty)
            #expect(try await deployment.rows(of: b.tenant)["usage_days"] ?? 0 > 0)
        }
    }

    @Test("of a signup that nobody verified nothing is left a week after it has expired")
    func unverified() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let signup = try await deployment.send(
                "POST", "/api/v1/signup",
                """
                {"full_name":"Nobody","email":"nobody@example.com","password":"\(TestWorkspace.password)",
                 "company_name":"Nothing","slug":"nothing","plan":"trial"}
                """)
            let tenant = signup["tenant_id"]
            #expect(
                Set(try await deployment.rows(of: tenant).keys) == ["audit_log", "audit_heads", "handles", "signups"])
            let others = try await deployment.rows(of: a.tenant)
            for (days, isLeft) in [(7, true), (1, false)] {
                try await deployment.asSuperuser { session in
                    try await session.runScript(
                        """
                        SET session_replication_role = replica;
                        UPDATE iris.audit_log SET at = at - interval '\(days) days' WHERE tenant_id = '\(tenant)';
                        UPDATE iris.signups SET expires_at = expires_at - interval '\(days) days'
                        WHERE tenant_id = '\(tenant)';
                        UPDATE iris.handles SET held_until = held_until - interval '\(days) days'
                        WHERE tenant_id = '\(tenant)';
                        """)
                }
                try await deployment.perform(RetentionJob())
                #expect(try await deployment.rows(of: tenant).isEmpty != isLeft)
            }
            #expect(try await deployment.rows(of: a.tenant) == others)
        }
    }

    @Test("a letter that was being delivered when its workspace was closed is not tried for ever")
    func letter() async throws {
        try await Deployment.with { deployment in
            _ = try await TestWorkspace.make("a", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    INSERT INTO iris.outbox (tenant_id, mail_id, recipient, subject, text_body, html_body)
                    SELECT tenant_id, gen_random_uuid(), 'mate@example.com', '', '', '' FROM iris.tenants
                    UNION ALL SELECT gen_random_uuid(), gen_random_uuid(), 'gone@example.com', '', '', '';
                    """)
            }
            try await deployment.perform(RetentionJob())
            #expect(try await deployment.count("outbox", "recipient = 'gone@example.com'") == 0)
            #expect(try await deployment.count("outbox", "recipient = 'mate@example.com'") == 1)
        }
    }

    private func age(_ workspace: TestWorkspace, by days: Int, in deployment: Deployment) async throws {
        try await deployment.asSuperuser { session in
            try await session.runScript(
                """
                SET session_replication_role = replica;
                UPDATE iris.audit_log SET at = at - interval '\(days) days' WHERE tenant_id = '\(workspace.tenant)';
                """)
        }
    }
}
