import Postgres
import Testing

@Suite("the audit log", .serialized)
struct AuditTests {
    @Test("provisioning, team and key actions are written down with who, what and where from")
    func written() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let rows = try await deployment.asSuperuser { session in
                try await session.run(
                    """
                    SELECT action, actor_type, actor_id IS NOT NULL AS has_actor, address, request_id
                    FROM iris.audit_log WHERE tenant_id = \(a.tenant)::text::uuid ORDER BY audit_id
                    """
                ).map { row in
                    #expect(try row.value("address") == "127.0.0.1")
                    #expect((try row.value("request_id") as String).count == 36)
                    return "\(try row.value("action") as String) \(try row.value("actor_type") as String)"
                }
            }
            #expect(
                rows == [
                    "signup.requested visitor", "tenant.provisioned member", "team.invited member",
                    "key.created member",
                    "chat.session_opened key", "channel.created key",
                ])
        }
    }

    @Test("the server's role can add rows, and not even the owner can change them")
    func appendOnly() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let attempts: [SQL] = [
                "UPDATE iris.audit_log SET action = 'nothing'", "DELETE FROM iris.audit_log", "TRUNCATE iris.audit_log",
            ]
            try await deployment.asServer { session in
                _ = try await session.run("SELECT set_config('iris.tenant', \(a.tenant), false)")
                for attempt in attempts {
                    await #expect { try await session.run(attempt) } throws: {
                        ($0 as? PostgresError)?.state == .insufficientPrivilege
                    }
                }
            }
            try await deployment.asSuperuser { session in
                for attempt in attempts {
                    await #expect { try await session.run(attempt) } throws: {
                        "\($0)".contains("append-only")
                    }
                }
            }
        }
    }
}
