import Postgres

/// Counts what was used on each day, from what is stored anyway: nothing is counted while messages are posted.
///
/// Each round counts anew the days that have changed since the last one, so a round that is repeated or late makes no
/// difference. A count never goes down: what retention deletes was used all the same.
struct UsageJob: Job {
    let name = "usage"
    let interval = 300

    func perform(in transaction: Transaction, since: PostgresTimestamp?) async throws -> Bool {
        _ = try await transaction.run(
            """
            WITH changed AS (
                -- A message may be stamped before midnight and committed after it.
                SELECT coalesce(date_trunc('day', \(since) - interval '1 hour', 'UTC'), '-infinity') AS since
            ), counts AS (
                SELECT tenant_id, (created_at AT TIME ZONE 'UTC')::date AS day, 'messages_posted' AS metric,
                       count(*) AS value
                FROM iris.messages, changed WHERE created_at >= since GROUP BY 1, 2
                UNION ALL
                SELECT tenant_id, (created_at AT TIME ZONE 'UTC')::date, 'active_end_users', count(DISTINCT sender_id)
                FROM iris.messages, changed WHERE created_at >= since AND sender_type = 'end_user' GROUP BY 1, 2
                UNION ALL
                SELECT tenant_id, (created_at AT TIME ZONE 'UTC')::date, 'chat_sessions_opened', count(*)
                FROM iris.chat_sessions, changed WHERE created_at >= since GROUP BY 1, 2
                UNION ALL
                SELECT tenant_id, (created_at AT TIME ZONE 'UTC')::date, 'channels_created', count(*)
                FROM iris.channels, changed WHERE created_at >= since GROUP BY 1, 2
            )
            INSERT INTO iris.usage_days AS known (tenant_id, day, metric, value)
            SELECT tenant_id, day, metric, value FROM counts
            ON CONFLICT (tenant_id, day, metric) DO UPDATE SET value = excluded.value
            WHERE excluded.value > known.value
            """)
        return false
    }
}
