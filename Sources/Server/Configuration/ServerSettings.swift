import Configuration
import Cryptography
import Generated
import SMTP

/// What an operator can set, read from the environment once at the start.
struct ServerSettings: Sendable {
    let environment: Environment
    /// The address that is listened on.
    let host: String
    /// 0 picks a free port.
    let port: Int
    /// Where the embedded database and its mails live.
    let dataFolder: String
    /// The libpq connection string of the server's own role; nil starts the embedded database.
    let databaseURL: String?
    /// The connection string of a role that may change the schema; nil leaves the schema as it is.
    let adminDatabaseURL: String?
    /// The address that links in mails begin with, without a closing slash.
    let site: String?
    /// The base-2 logarithm of scrypt's cost.
    let passwordCost: Int
    /// What rate limits are multiplied by.
    let rateFactor: Int
    /// Whose word about a client's address is believed.
    let trustedProxies: TrustedProxies
    /// What a reader of the metrics from another machine presents; nil admits none.
    let metricsToken: String?
    /// The server that mails are handed to; nil where none is.
    let smtp: SMTPServer?
    /// The address that mails come from.
    let mailSender: String
    /// How often to look whether a job is due, in seconds.
    let jobSeconds: Int
    /// The files of the server's certificate and its key; nil for a server that a proxy gives TLS, or that has none.
    let tls: TLSFiles?
    /// The time within which a socket without a token must present one, in seconds.
    let socketAuthSeconds: Int
    /// How often to look whether what open sockets live on still holds, in seconds.
    let socketCheckSeconds: Int

    struct TLSFiles: Sendable {
        let certificate: String
        let key: String
    }

    enum Environment: String, Sendable {
        /// Replies may carry what would otherwise be mailed, and hashing may be cheap.
        case development
        case production
    }

    /// Reads and checks the settings; what is unsafe or makes no sense is refused with the variable's name.
    init(_ config: ConfigReader) throws(SettingsError) {
        databaseURL = config.string(forKey: "database.url", isSecret: true)
        adminDatabaseURL = config.string(forKey: "database.admin.url", isSecret: true)
        let fallback = databaseURL == nil ? Environment.development : .production
        let named = config.string(forKey: "iris.environment") ?? fallback.rawValue
        guard let environment = Environment(rawValue: named) else {
            throw SettingsError(variable: "IRIS_ENVIRONMENT", problem: "must be development or production")
        }
        self.environment = environment
        host = config.string(forKey: "host") ?? "127.0.0.1"
        port = try Self.number(config, "port", variable: "PORT", in: 0...65_535) ?? 8080
        dataFolder = config.string(forKey: "iris.data") ?? ".iris"
        site = config.string(forKey: "iris.site")
        passwordCost =
            try Self.number(config, "iris.password.cost", variable: "IRIS_PASSWORD_COST", in: 10...17) ?? 17
        rateFactor = try Self.number(config, "iris.rate.factor", variable: "IRIS_RATE_FACTOR", in: 1...100_000) ?? 1
        jobSeconds = try Self.number(config, "iris.job.seconds", variable: "IRIS_JOB_SECONDS", in: 1...3_600) ?? 30
        do throws(SMTPURLError) {
            smtp = try config.string(forKey: "smtp.url", isSecret: true).map { url throws(SMTPURLError) in
                try SMTPServer(url: url)
            }
        } catch {
            throw SettingsError(variable: "SMTP_URL", problem: error.description)
        }
        mailSender = config.string(forKey: "iris.mail.from") ?? "no-reply@localhost"
        if smtp != nil, environment == .production, mailSender == "no-reply@localhost" {
            throw SettingsError(variable: "IRIS_MAIL_FROM", problem: "must be set in production: mails come from it")
        }
        guard let proxies = TrustedProxies(config.string(forKey: "iris.trusted.proxies") ?? "") else {
            throw SettingsError(
                variable: "IRIS_TRUSTED_PROXIES",
                problem: "must be addresses or ranges such as 10.0.0.0/8 or fd00::/8, separated by commas")
        }
        trustedProxies = proxies
        metricsToken = config.string(forKey: "iris.metrics.token", isSecret: true)
        if let metricsToken, metricsToken.utf8.count < 16 || metricsToken.contains(" ") {
            throw SettingsError(
                variable: "IRIS_METRICS_TOKEN", problem: "must have at least 16 characters and no blanks")
        }
        tls = try Self.tlsFiles(config)
        socketAuthSeconds =
            try Self.number(config, "iris.socket.auth.seconds", variable: "IRIS_SOCKET_AUTH_SECONDS", in: 1...60)
            ?? SocketContract.authSeconds
        socketCheckSeconds =
            try Self.number(config, "iris.socket.check.seconds", variable: "IRIS_SOCKET_CHECK_SECONDS", in: 1...300)
            ?? 30
        try checkSafety()
    }

    private static func tlsFiles(_ config: ConfigReader) throws(SettingsError) -> TLSFiles? {
        switch (config.string(forKey: "iris.tls.certificate"), config.string(forKey: "iris.tls.key")) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return TLSFiles(certificate: certificate, key: key)
        case (nil, _):
            throw SettingsError(variable: "IRIS_TLS_CERTIFICATE", problem: "must be set together with IRIS_TLS_KEY")
        case (_, nil):
            throw SettingsError(variable: "IRIS_TLS_KEY", problem: "must be set together with IRIS_TLS_CERTIFICATE")
        }
    }

    /// Whether clients reach the server by TLS: its own, or that of a proxy in front of it.
    var isSecure: Bool { tls != nil || site?.hasPrefix("https://") ?? false }

    private static func number(
        _ config: ConfigReader, _ key: ConfigKey, variable: String, in range: ClosedRange<Int>
    ) throws(SettingsError) -> Int? {
        guard let text = config.string(forKey: key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw SettingsError(
                variable: variable, problem: "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// What only a development server may do.
    private func checkSafety() throws(SettingsError) {
        guard environment == .production else { return }
        if databaseURL == nil {
            throw SettingsError(variable: "DATABASE_URL", problem: "must be set in production")
        }
        if site == nil {
            throw SettingsError(variable: "IRIS_SITE", problem: "must be set in production: links in mails need it")
        }
        if passwordCost < 17 {
            throw SettingsError(variable: "IRIS_PASSWORD_COST", problem: "must be at least 17 in production")
        }
        if rateFactor != 1 {
            throw SettingsError(variable: "IRIS_RATE_FACTOR", problem: "must be left out in production")
        }
        if socketAuthSeconds != SocketContract.authSeconds {
            throw SettingsError(variable: "IRIS_SOCKET_AUTH_SECONDS", problem: "must be left out in production")
        }
        if !isSecure, trustedProxies.ranges.isEmpty {
            throw SettingsError(
                variable: "IRIS_TLS_CERTIFICATE",
                problem: """
                    and IRIS_TLS_KEY must be set in production, unless a proxy speaks TLS for the server: then let \
                    IRIS_SITE begin with https://, or name the proxy in IRIS_TRUSTED_PROXIES
                    """)
        }
    }
}

/// A setting that the server does not start with.
struct SettingsError: Error, CustomStringConvertible {
    let variable: String
    let problem: String

    var description: String { "\(variable) \(problem)" }
}
