import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// What the job has counted so far: the current day is a few minutes old.
    func getUsage(_ input: GetUsage.Input, as caller: AdminSession) async throws -> GetUsage.Outcome {
        let rows = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT day::text AS day, metric, value FROM iris.usage_days
            WHERE tenant_id = \(caller.tenantId)
              AND day BETWEEN coalesce(\(input.from)::date, (now() AT TIME ZONE 'UTC')::date - 30)
                          AND coalesce(\(input.to)::date, (now() AT TIME ZONE 'UTC')::date)
            ORDER BY iris.usage_days.day DESC, metric
            """)
        return .ok(
            try (rows.first ?? .none).map { row in
                UsageEntry(day: try row.value("day"), metric: try row.value("metric"), value: try row.value("value"))
            })
    }
}
