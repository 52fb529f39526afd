import Generated
import Postgres
import Runtime

/// Walks the chains of all workspaces and finds the first row of each that is not what was written.
struct AuditVerifier {
    let database: Database
    /// Rows that are read at once.
    private static let batch = 1_000

    /// What is wrong with a chain.
    struct Breach: Sendable, CustomStringConvertible {
        let tenant: TenantId
        /// The first row that is wrong.
        let number: Int
        let problem: String

        var description: String { "workspace \(tenant), row \(number): \(problem)" }
    }

    struct Outcome: Sendable {
        var chains = 0
        var rows = 0
        var breaches: [Breach] = []
    }

    func verify(_ progress: (Outcome) -> Void = { _ in }) async throws -> Outcome {
        var outcome = Outcome()
        for head in try await heads() {
            if let breach = try await walk(head, &outcome) { outcome.breaches.append(breach) }
            outcome.chains += 1
            progress(outcome)
        }
        return outcome
    }

    /// Where a chain ends.
    struct Head {
        let tenant: TenantId
        let number: Int
        let hash: [UInt8]
    }

    /// The newest row of every chain as the heads say, and every workspace that has rows without a head.
    func heads() async throws -> [Head] {
        let results = try await database.unit(
            for: .job("audit"),
            """
            SELECT tenant_id, number, hash FROM iris.audit_heads
            UNION ALL
            SELECT DISTINCT ON (tenant_id) tenant_id, 0, ''::bytea FROM iris.audit_log l
            WHERE NOT EXISTS (SELECT FROM iris.audit_heads h WHERE h.tenant_id = l.tenant_id)
            """)
        return try (results.first ?? .none).map { row in
            Head(
                tenant: try row.value("tenant_id"), number: try row.value("number"), hash: try row.value("hash"))
        }
    }

    /// Retention takes rows from the beginning: the first row that is left vouches for what stood before it. Rows that
    /// are added while this reads are not looked at; they have moved the chain's end.
    func walk(_ head: Head, _ outcome: inout Outcome) async throws -> Breach? {
        var last: AuditRow?
        while true {
            let results = try await database.unit(
                for: .job("audit"),
                """
                SELECT tenant_id, number, at, action, actor_type, actor_id, target_id, address, request_id,
                       previous_hash, hash
                FROM iris.audit_log
                WHERE tenant_id = \(head.tenant) AND number > \(last?.number ?? 0) AND number <= \(head.number)
                ORDER BY number LIMIT \(Self.batch)
                """)
            let rows = try (results.first ?? .none).map(AuditRow.init)
            for row in rows {
                if let problem = problem(with: row, after: last) {
                    return Breach(tenant: head.tenant, number: row.number, problem: problem)
                }
                last = row
            }
            outcome.rows += rows.count
            if rows.count < Self.batch { break }
        }
        if let stray = try await rowBehindTheEnd(of: head.tenant) {
            return Breach(tenant: head.tenant, number: stray, problem: "it stands behind the end of the chain")
        }
        if last?.number ?? 0 != head.number || (last != nil && last?.hash != head.hash) {
            return Breach(
                tenant: head.tenant, number: (last?.number ?? 0) + 1,
                problem: "it is missing: the chain must end with row \(head.number)")
        }
        return nil
    }

    /// A row that the chain's end, as it is now, knows nothing of; one statement sees both at the same time.
    private func rowBehindTheEnd(of tenant: TenantId) async throws -> Int? {
        let results = try await database.unit(
            for: .job("audit"),
            """
            SELECT l.number FROM iris.audit_log l LEFT JOIN iris.audit_heads h USING (tenant_id)
            WHERE tenant_id = \(tenant) AND l.number > coalesce(h.number, 0) ORDER BY l.number LIMIT 1
            """)
        return try results.first?.first?.value("number")
    }

    private func problem(with row: AuditRow, after last: AuditRow?) -> String? {
        if let last, row.number != last.number + 1 { return "row \(last.number + 1) before it is missing" }
        if let last, row.previousHash != last.hash { return "it does not follow from the row before it" }
        if row.expectedHash != row.hash { return "it was changed after it was written" }
        return nil
    }
}
