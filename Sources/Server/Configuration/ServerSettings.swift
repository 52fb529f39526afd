import Configuration
import Cryptography

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
            try Self.number(config, "iris.password.cost", variable: "IRIS_PASSWORD_COST", in: 10...20) ?? 17
        rateFactor = try Self.number(config, "iris.rate.factor", variable: "IRIS_RATE_FACTOR", in: 1...100_000) ?? 1
        try checkSafety()
    }

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
    }
}

/// A setting that the server does not start with.
struct SettingsError: Error, CustomStringConvertible {
    let variable: String
    let problem: String

    var description: String { "\(variable) \(problem)" }
}
