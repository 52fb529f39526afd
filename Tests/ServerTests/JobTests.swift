import Foundation
import Logging
import Postgres
import Testing

@testable import Server

@Suite("jobs", .serialized)
struct JobTests {
    @Test("usage counts each day's messages, people, sessions and channels, once, and forgets nothing")
    func usage() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            _ = try await deployment.send(
                "POST", "/api/v1/channels/\(a.conversation)/messages", #"{"content":"Hello"}"#, token: a.chat)
            for _ in 0..<2 { try await perform(UsageJob(), deployment) }
            let usage = try await deployment.send("GET", "/api/v1/admin/usage", token: a.owner)
            #expect(usage.status == 200)
            for (metric, value) in [
                ("messages_posted", 2), ("active_end_users", 1), ("chat_sessions_opened", 1), ("channels_created", 2),
            ] {
                #expect(usage.text.contains(#""metric":"\#(metric)","value":\#(value)"#), "\(usage.text)")
            }
            try await deployment.asSuperuser { try await $0.runScript("DELETE FROM iris.messages") }
            try await perform(UsageJob(), deployment)
            let later = try await deployment.send("GET", "/api/v1/admin/usage", token: a.owner)
            #expect(later.text == usage.text)
            let past = try await deployment.send("GET", "/api/v1/admin/usage?to=2020-01-01", token: a.owner)
            #expect(past.text == #"{"data":[]}"#)
        }
    }

    @Test("an expired message is hidden from that instant, then deleted for good, and that is audited")
    func retention() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let list = "/api/product/v1/channels/\(a.channel)/messages"
            let put = try await deployment.send(
                "PUT", "/api/v1/admin/retention-policy", #"{"message_days":7,"audit_days":400}"#, token: a.owner)
            #expect(put.text == #"{"data":{"message_days":7,"audit_days":400}}"#)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.messages SET created_at = now() - interval '7 days' + interval '1 hour';
                    """)
            }
            #expect(try await deployment.send("GET", list, token: a.key).text.contains("Hello a"))
            try await perform(RetentionJob(), deployment)
            #expect(try await deployment.send("GET", list, token: a.key).text.contains("Hello a"))
            try await deployment.asSuperuser { session in
                try await session.runScript("UPDATE iris.messages SET created_at = now() - interval '7 days'")
            }
            #expect(try await deployment.send("GET", list, token: a.key).text.contains(#""data":[]"#))
            #expect(try await count("iris.messages", deployment) == 2)
            try await perform(RetentionJob(), deployment)
            // The other workspace keeps its messages for longer.
            #expect(try await count("iris.messages", deployment) == 1)
            let other = "/api/product/v1/channels/\(b.channel)/messages"
            #expect(try await deployment.send("GET", other, token: b.key).text.contains("Hello b"))
            let audit = try await deployment.send("GET", "/api/v1/admin/audit?limit=1", token: a.owner)
            #expect(audit["action"] == "retention.purged" && audit["actor_type"] == "job")
            let untouched = try await deployment.send("GET", "/api/v1/admin/audit?limit=1", token: b.owner)
            #expect(untouched["action"] != "retention.purged")
        }
    }

    @Test("more than a batch is deleted in one round, and leftovers go too")
    func batches() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    INSERT INTO iris.messages (tenant_id, channel_id, seq, message_id, sender_type, sender_id, content,
                                               content_type, created_at)
                    SELECT '\(a.tenant)', '\(a.channel)', n + 100, gen_random_uuid(), 'key', gen_random_uuid(), 'old',
                           'text', now() - interval '3000 days' FROM generate_series(1, 2500) n;
                    UPDATE iris.chat_sessions SET expires_at = now() - interval '2 days';
                    UPDATE iris.sessions SET expires_at = now() - interval '2 days';
                    """)
            }
            try await perform(RetentionJob(), deployment)
            #expect(try await count("iris.messages", deployment) == 1)
            #expect(try await count("iris.chat_sessions", deployment) == 0)
            #expect(try await count("iris.sessions", deployment) == 0)
        }
    }

    @Test("the audit log is kept as long as the policy says, and its chain stays whole")
    func auditRetention() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.retention_policies SET audit_days = 365;
                    SET session_replication_role = replica;
                    UPDATE iris.audit_log SET at = now() - interval '366 days' WHERE number <= 3;
                    """)
            }
            try await perform(RetentionJob(), deployment)
            let export = try await deployment.send("GET", "/api/v1/admin/audit/export", token: a.owner)
            #expect(export.text.contains(#""number":4"#) && !export.text.contains(#""number":3"#))
            let breaches = try await deployment.withPool {
                try await AuditVerifier(database: Database(pool: $0)).verify().breaches
            }
            #expect(breaches.isEmpty, "\(breaches)")
        }
    }

    @Test("a row of the audit log that is too young keeps those behind it, whatever their clock said")
    func auditRetentionWithClockSetBack() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.retention_policies SET audit_days = 365;
                    SET session_replication_role = replica;
                    UPDATE iris.audit_log SET at = now() - interval '366 days' WHERE number IN (1, 3);
                    """)
            }
            for _ in 1...2 { try await perform(RetentionJob(), deployment) }
            let export = try await deployment.send("GET", "/api/v1/admin/audit/export", token: a.owner)
            #expect(!export.text.contains(#""number":1,"#))
            #expect(export.text.contains(#""number":2,"#) && export.text.contains(#""number":3,"#))
            // The second round found nothing, and wrote nothing down.
            #expect(export.text.components(separatedBy: "retention.purged").count == 2)
        }
    }

    @Test("servers that look at once do a job's round once between them")
    func shared() async throws {
        try await Deployment.with(["IRIS_RATE_FACTOR": "10000", "IRIS_JOB_SECONDS": "3600"]) { deployment in
            _ = try await TestWorkspace.make("a", in: deployment)
            try await makeDue("probe", deployment, insert: true)
            let rounds = try await deployment.withPool { pool in
                let runner = Self.runner(pool)
                let probe = ProbeJob()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<8 { group.addTask { while try await runner.performPart(of: probe) {} } }
                    try await group.waitForAll()
                }
                return try await pool.run(
                    Unit(
                        settings: Database.Subject.job("probe").settings,
                        statements: ["SELECT count(*) AS n FROM iris.jobs WHERE name = 'probe' AND due_at > now()"])
                ).first?.first?.value("n") as Int?
            }
            #expect(rounds == 1)
            #expect(try await count("probes", deployment) == 1)
        }
    }

    /// Leaves one row for every round, and none of a round that was rolled back.
    private struct ProbeJob: Job {
        let name = "probe"
        let interval = 600

        func perform(in transaction: Transaction, since: PostgresTimestamp?) async throws -> Bool {
            _ = try await transaction.run("INSERT INTO probes DEFAULT VALUES")
            return false
        }
    }

    private static func runner(_ pool: PostgresPool) -> JobRunner {
        JobRunner(
            database: Database(pool: pool), jobs: [], pace: .seconds(60),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Does a job's round now, as the server's own role.
    private func perform(_ job: some Job, _ deployment: Deployment) async throws {
        try await makeDue(job.name, deployment)
        try await deployment.withPool { pool in
            let runner = Self.runner(pool)
            while try await runner.performPart(of: job) {}
        }
    }

    private func makeDue(_ name: String, _ deployment: Deployment, insert: Bool = false) async throws {
        try await deployment.asSuperuser { session in
            if insert {
                try await session.runScript(
                    """
                    CREATE TABLE probes (n int GENERATED ALWAYS AS IDENTITY);
                    GRANT INSERT ON probes TO iris_jobs;
                    INSERT INTO iris.jobs (name) VALUES ('\(name)');
                    """)
            }
            try await session.runScript("UPDATE iris.jobs SET due_at = now() WHERE name = '\(name)'")
        }
    }

    private func count(_ table: String, _ deployment: Deployment) async throws -> Int {
        try await deployment.asSuperuser { session in
            try await session.run(SQL(stringLiteral: "SELECT count(*) AS n FROM \(table)")).first?.value("n") ?? -1
        }
    }
}
