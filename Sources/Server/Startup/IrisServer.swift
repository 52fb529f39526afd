import Cryptography
import Generated
import Hummingbird
import Logging
import Postgres
import ServiceLifecycle

/// The whole server, put together from its settings.
struct IrisServer: Sendable {
    let settings: ServerSettings
    let logger: Logger

    /// Serves until the process is told to stop. Requests and mails in progress are finished first.
    func run() async throws {
        let backend = try await Backend.prepare(settings, logger: logger)
        do {
            try await serve(on: backend)
        } catch {
            await backend.stop()
            throw error
        }
        await backend.stop()
    }

    private func serve(on backend: Backend) async throws {
        let pool = PostgresPool(
            configuration: PostgresPool.Configuration(connectionString: backend.connectionString), logger: logger)
        let database = Database(pool: pool)
        let (wakeups, wakeup) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let site = SiteAddress(settings.site ?? "http://\(settings.host):\(settings.port)")
        let postOffice = PostOffice(
            delivery: settings.databaseURL == nil ? .folder(path: settings.dataFolder + "/mail") : .none,
            environment: settings.environment, address: site, wakeups: wakeup)
        guard let cost = ScryptParameters(logN: settings.passwordCost, r: 8, p: 1) else {
            throw SettingsError(variable: "IRIS_PASSWORD_COST", problem: "is out of bounds")
        }
        let api = IrisAPI(
            database: database, passwords: PasswordHasher(parameters: cost), postOffice: postOffice)
        let gate = ServerGate(database: database, limiter: RateLimiter(factor: settings.rateFactor))

        var services: [any Service] = [PoolService(pool: pool)]
        if case .folder(let path) = postOffice.delivery {
            services.append(
                Courier(
                    database: database, folder: try MailFolder(path: path), wakeups: wakeups, logger: logger))
        }
        var application = Application(
            responder: APIResponder(
                dispatcher: Dispatcher(api: api, gate: gate), log: AccessLog(logger: logger)),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            services: services,
            onServerRunning: { channel in
                let base = "http://\(settings.host):\(channel.localAddress?.port ?? settings.port)"
                if settings.site == nil { site.settle(base) }
                Terminal.say("Iris is ready at \(base) — next: make conformance BASE=\(base)")
            },
            logger: quietLogger)
        application.beforeServerStarts { try await SafetyCheck(pool: pool).run() }
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }

    /// Hummingbird's own remarks: only what went wrong.
    private var quietLogger: Logger {
        var logger = Logger(label: "http")
        logger.logLevel = .warning
        return logger
    }
}

/// The pool's life as a service.
struct PoolService: Service {
    let pool: PostgresPool

    func run() async {
        await withGracefulShutdownHandler {
            await pool.run()
        } onGracefulShutdown: {
            pool.beginShutdown()
        }
    }
}
