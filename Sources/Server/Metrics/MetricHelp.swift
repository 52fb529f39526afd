/// What this server's metrics are about, by name.
enum MetricHelp {
    static let texts = [
        "iris_http_requests_total": "Requests that were answered, by operation and class of status.",
        "iris_http_request_duration_seconds": "How long requests took, by operation.",
        "iris_http_requests_in_flight": "Requests that are being answered.",
        "iris_rate_limited_total": "Requests that a limit has refused, by limit.",
        "iris_retries_replayed_total": "Requests that were answered as before, by their Idempotency-Key.",
        "iris_database_connections": "Connections to the database that are open, and those a transaction has.",
        "iris_database_waiting": "Work that waits for a connection to the database.",
        "iris_sockets_open": "WebSockets that are open.",
        "iris_socket_events_total": "Events that somebody listened to on WebSockets.",
        "iris_mails_total": "Mails, by what became of them.",
        "process_cpu_seconds_total": "Processor time that the process has taken.",
        "process_open_fds": "Files and connections that the process has open.",
        "process_resident_memory_bytes": "Memory that the process has.",
        "process_start_time_seconds": "When the process was started, since the epoch.",
    ]
}
