import Hummingbird
import Listening
import Logging
import Mocking
import NIOCore

/// The mock on a port, until the process is told to stop.
struct MockServer: Sendable {
    let host: String
    let port: Int
    let current: CurrentAPI
    let watch: SpecWatch
    /// Between two events that are made up on each socket; nil for none.
    let chatter: Duration?

    func run() async throws {
        let sockets = SocketEndpoint(current: current, chatter: chatter)
        let application = Application(
            responder: MockResponder(current: current),
            server: .port(PortConfiguration(shutdownGrace: .seconds(2)), webSocket: sockets.listening),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            services: [SpecWatchService(watch: watch, current: current)],
            onServerRunning: { channel in
                let contract = current.value.contract
                Terminal.say(
                    """
                    \(contract.name) \(contract.version), made of \(watch.folder): \(contract.operations.count) \
                    operations at http://\(host):\(channel.localAddress?.port ?? port)
                    """)
            },
            logger: quietLogger)
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }

    /// Only what went wrong: requests have their own lines.
    private var quietLogger: Logger {
        var logger = Logger(label: "http")
        logger.logLevel = .warning
        return logger
    }
}
