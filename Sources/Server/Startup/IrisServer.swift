import Cryptography
import Generated
import Hummingbird
import Listening
import Logging
import Postgres
import Runtime
import SMTP
import ServiceLifecycle

/// The whole server, put together from its settings.
struct IrisServer: Sendable {
    let settings: ServerSettings
    let logger: Logger
    let metrics: MetricsRegistry

    /// Serves until the process is told to stop. Requests and mails in progress are finished first.
    func run() async throws {
        let identity = try settings.tls.map {
            try TLSIdentity.load(certificate: $0.certificate, key: $0.key, logger: logger)
        }
        let backend = try await Backend.prepare(settings, logger: logger)
        do {
            try await serve(on: backend, as: identity)
        } catch {
            await backend.stop()
            throw error
        }
        await backend.stop()
    }

    /// - Parameter identity: Nil for a server without TLS of its own.
    private func serve(on backend: Backend, as identity: TLSIdentity?) async throws {
        let pool = PostgresPool(
            configuration: PostgresPool.Configuration(connectionString: backend.connectionString), logger: logger)
        let database = Database(pool: pool)
        let (wakeups, wakeup) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let site = SiteAddress(settings.site ?? "\(scheme)://\(settings.host):\(settings.port)")
        let postOffice = PostOffice(
            delivery: delivery,
            environment: settings.environment, address: site, wakeups: wakeup)
        guard let cost = ScryptParameters(logN: settings.passwordCost, r: 8, p: 1) else {
            throw SettingsError(variable: "IRIS_PASSWORD_COST", problem: "is out of bounds")
        }
        let hub = Hub(history: StoredHistory(database: database))
        let api = IrisAPI(
            database: database, passwords: PasswordHasher(parameters: cost), postOffice: postOffice,
            hub: hub)
        let gate = ServerGate(database: database, limiter: RateLimiter(factor: settings.rateFactor))

        var services: [any Service] = [
            PoolService(pool: pool), hub,
            SocketWatch(
                hub: hub, database: database, pace: .seconds(settings.socketCheckSeconds), logger: logger),
            JobRunner(
                database: database, jobs: [UsageJob(), RetentionJob()], pace: .seconds(settings.jobSeconds),
                logger: logger),
        ]
        if let carrier = try carrier(for: postOffice.delivery) {
            services.append(
                Courier(
                    database: database, carrier: carrier, wakeups: wakeups, meter: MailMeter(factory: metrics),
                    logger: logger))
        }
        let locator = ClientLocator(proxies: settings.trustedProxies)
        let headers = ReplyHeaders(isSecure: settings.isSecure)
        let sockets = SocketEndpoint(
            hub: hub, database: database, gate: gate, locator: locator, headers: headers,
            origins: PageOrigins(database: database, site: site), authTime: .seconds(settings.socketAuthSeconds),
            logger: logger)
        var application = Application(
            responder: APIResponder(
                dispatcher: Dispatcher(api: api, gate: gate),
                locator: locator, headers: headers,
                metrics: MetricsPage(registry: metrics, pool: pool, token: settings.metricsToken),
                meter: RequestMeter(factory: metrics), log: AccessLog(logger: logger)),
            server: .port(
                portConfiguration, identity: identity, webSocket: sockets.listening),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            services: services,
            onServerRunning: { channel in
                let base = "\(scheme)://\(settings.host):\(channel.localAddress?.port ?? settings.port)"
                if settings.site == nil { site.settle(base) }
                Terminal.say("Iris is ready at \(base) — next: make conformance BASE=\(base)")
            },
            logger: quietLogger)
        application.beforeServerStarts { try await SafetyCheck(pool: pool).run() }
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }

    /// What is no HTTP request gets the envelope too; who sent it is not asked, as nothing of it can be believed.
    private var portConfiguration: PortConfiguration {
        var configuration = PortConfiguration(shutdownGrace: .seconds(5))
        let headers = ReplyHeaders(isSecure: settings.isSecure)
        configuration.malformedAnswer = { reason in
            let origin = RequestOrigin(address: "", network: "", requestId: RequestId.new(), page: nil)
            let problem = FieldProblem(pointer: "", code: .malformed, message: reason)
            let response = Answer.malformed(problem, from: origin).response
            return MalformedAnswer(
                headers: headers.all(for: response, requestId: origin.requestId), body: response.body)
        }
        return configuration
    }

    /// Mails go to the SMTP server if there is one; without, a development server with its own database keeps them.
    private var delivery: PostOffice.Delivery {
        if settings.smtp != nil { return .smtp }
        return settings.databaseURL == nil ? .folder(path: settings.dataFolder + "/mail") : .none
    }

    private func carrier(for delivery: PostOffice.Delivery) throws -> (any Carrier)? {
        switch delivery {
        case .smtp: settings.smtp.map { SMTPCarrier(client: SMTPClient(server: $0), sender: settings.mailSender) }
        case .folder(let path): try MailFolder(path: path)
        case .none: nil
        }
    }

    private var scheme: String { settings.tls == nil ? "http" : "https" }

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
