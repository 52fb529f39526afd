import Foundation
import Postgres
import Testing

@testable import Server

@Suite("the audit log", .serialized)
struct AuditTests {
    @Test("provisioning, team and key actions are written down with who, what and where from")
    func written() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let rows = try await deployment.asSuperuser { session in
                try await session.run(
                    """
                    SELECT action, actor_type, actor_id IS NOT NULL AS has_actor, address, request_id::text AS request
                    FROM iris.audit_log WHERE tenant_id = \(a.tenant)::text::uuid ORDER BY number
                    """
                ).map { row in
                    #expect(try row.value("address") == "127.0.0.1")
                    #expect((try row.value("request") as String).count == 36)
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

    @Test("each row follows from the one before, and whatever is done to a chain is found at its first wrong row")
    func chained() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            _ = try await TestWorkspace.make("b", in: deployment)
            #expect(try await verify(deployment) == [])

            let tampering: [(script: String, says: String)] = [
                ("UPDATE iris.audit_log SET action = 'nothing' WHERE number = 3", "row 3: it was changed"),
                ("UPDATE iris.audit_log SET at = at - interval '1 second' WHERE number = 2", "row 2: it was changed"),
                ("DELETE FROM iris.audit_log WHERE number = 4", "row 5: row 4 before it is missing"),
                ("DELETE FROM iris.audit_log WHERE number = 6", "row 6: it is missing"),
                ("UPDATE iris.audit_log SET hash = sha256('x') WHERE number = 1", "row 1: it was changed"),
                ("DELETE FROM iris.audit_log WHERE number > 0", "row 1: it is missing"),
            ]
            for (script, says) in tampering {
                let found = try await deployment.asSuperuser { session in
                    // Somebody who may do anything, and puts everything back afterwards.
                    try await session.runScript(
                        """
                        CREATE TABLE saved AS SELECT * FROM iris.audit_log;
                        SET session_replication_role = replica;
                        \(script.replacing("WHERE", with: "WHERE tenant_id = '\(a.tenant)' AND"));
                        """)
                    let found = try await verify(deployment)
                    try await session.runScript(
                        """
                        DELETE FROM iris.audit_log;
                        INSERT INTO iris.audit_log SELECT * FROM saved;
                        DROP TABLE saved;
                        """)
                    return found
                }
                #expect(found.count == 1 && found.first?.contains("workspace \(a.tenant), \(says)") == true, "\(found)")
            }
            #expect(try await verify(deployment) == [])
        }
    }

    @Test("what is written while a chain is verified is no breach, and a row behind the chain's end is one")
    func growing() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let found = try await deployment.withPool { pool in
                let verifier = AuditVerifier(database: Database(pool: pool))
                let heads = try await verifier.heads()
                _ = try await deployment.send("GET", "/api/v1/admin/audit/export", token: a.owner)
                var outcome = AuditVerifier.Outcome()
                for head in heads {
                    if let breach = try await verifier.walk(head, &outcome) { outcome.breaches.append(breach) }
                }
                return outcome
            }
            #expect(found.breaches.isEmpty && found.rows == 6, "\(found)")

            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    SET session_replication_role = replica;
                    INSERT INTO iris.audit_log (tenant_id, number, at, action, actor_type, previous_hash, hash)
                    SELECT tenant_id, number + 1, now(), 'nothing', 'job', hash, hash FROM iris.audit_heads;
                    """)
            }
            #expect(
                try await verify(deployment) == ["workspace \(a.tenant), row 8: it stands behind the end of the chain"])
        }
    }

    @Test("admins list and export it, page by page, with the hashes")
    func read() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let newest = try await deployment.send("GET", "/api/v1/admin/audit?limit=2", token: a.owner)
            #expect(newest.status == 200 && newest.text.contains(#""has_more":true"#))
            #expect(newest["action"] == "channel.created")
            let filtered = try await deployment.send("GET", "/api/v1/admin/audit?action=key.created", token: a.owner)
            #expect(filtered.text.components(separatedBy: #""action":"#).count == 2)
            let export = try await deployment.send("GET", "/api/v1/admin/audit/export?limit=2", token: a.owner)
            #expect(export["action"] == "signup.requested" && export["hash"].count == 64)
            let again = try await deployment.send("GET", "/api/v1/admin/audit?limit=1", token: a.owner)
            #expect(again["action"] == "audit.exported")
            let foreign = try await deployment.send(
                "GET", "/api/v1/admin/audit?cursor=\(export["next_cursor"])", token: a.owner)
            #expect(foreign.code == "invalid_cursor")
        }
    }

    /// What the verifier finds, with the server's own role.
    private func verify(_ deployment: Deployment) async throws -> [String] {
        try await deployment.withPool { pool in
            try await AuditVerifier(database: Database(pool: pool)).verify().breaches.map(\.description)
        }
    }
}
