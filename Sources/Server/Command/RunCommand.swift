import ArgumentParser
import CoreMetrics
import Logging

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Serve the API.",
        discussion: """
            Settings come from the environment:
              PORT, HOST           where to listen (8080 on 127.0.0.1)
              IRIS_DATA            the folder of the embedded database and its mails (.iris)
              DATABASE_URL         a PostgreSQL to use instead, as a role that owns nothing
              DATABASE_ADMIN_URL   with it: a role that may bring the schema up to date
              IRIS_ENVIRONMENT     development or production (production with DATABASE_URL)
              IRIS_SITE            the address that links in mails begin with
              IRIS_PASSWORD_COST   scrypt's cost as a power of two (17; less in development only)
              IRIS_RATE_FACTOR     what rate limits are multiplied by (1; more in development only)
              IRIS_TRUSTED_PROXIES proxies whose X-Forwarded-For is believed: addresses and ranges, by commas
              IRIS_METRICS_TOKEN   the bearer token for /metrics from other machines (this one needs none)
              SMTP_URL             the server that mails are handed to, such as smtp://user:password@host:587
              IRIS_MAIL_FROM       the address that mails come from (no-reply@localhost)
              IRIS_JOB_SECONDS     how often to look whether a background job is due (30)
              IRIS_TLS_CERTIFICATE the file of the server's certificate and its chain in PEM, for TLS 1.3
              IRIS_TLS_KEY         with it: the file of its private key
              IRIS_SOCKET_CHECK_SECONDS  how often to look whether what open sockets live on still holds (30)
              IRIS_SOCKET_AUTH_SECONDS   how long a socket may be without a token (10; else in development only)

            In production the server speaks TLS itself, or stands behind a proxy that does: then IRIS_SITE begins with \
            https://, or IRIS_TRUSTED_PROXIES names the proxy. Otherwise it does not start.
            """
    )

    func run() async throws {
        let settings = try Environment.settings()
        let logger = Logger(label: "iris")
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        try await Environment.run { try await IrisServer(settings: settings, logger: logger, metrics: metrics).run() }
    }
}
