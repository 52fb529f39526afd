import Hummingbird
import Listening
import Logging
import NIOCore
import ServiceLifecycle
import Testing

/// A server of a test's own on a free port of the loopback.
struct RunningPort: Sendable {
    let number: Int
    let group: ServiceGroup

    /// Tells the server to stop. `withPort` waits until it has.
    func stop() async { await group.triggerGracefulShutdown() }
}

/// Answers every ordinary request with "plain" and its path.
let plainResponder = CallbackResponder<BasicRequestContext> { request, _ in
    Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "plain \(request.uri.path)")))
}

/// Runs the body with a server, stops the server, and waits for its end: no test leaves one behind.
func withPort<Value: Sendable>(
    _ configuration: PortConfiguration = PortConfiguration(), identity: TLSIdentity? = nil,
    responder: CallbackResponder<BasicRequestContext> = plainResponder, webSocket: WebSocketEndpoint? = nil,
    _ body: @Sendable @escaping (RunningPort) async throws -> Value
) async throws -> Value {
    let (ports, report) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
        responder: responder,
        server: .port(configuration, identity: identity, webSocket: webSocket),
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in report.yield(channel.localAddress?.port ?? 0) },
        logger: quiet)
    return try await withService(application, ports: ports, report: report, body)
}

func withService<Value: Sendable>(
    _ service: any Service, ports: AsyncStream<Int>, report: AsyncStream<Int>.Continuation,
    _ body: @Sendable @escaping (RunningPort) async throws -> Value
) async throws -> Value {
    let group = ServiceGroup(configuration: .init(services: [service], logger: quiet))
    async let served: Void = run(group, report)
    var iterator = ports.makeAsyncIterator()
    let number = try #require(await iterator.next())
    let result: Result<Value, any Error>
    do {
        result = .success(try await body(RunningPort(number: number, group: group)))
    } catch {
        result = .failure(error)
    }
    await group.triggerGracefulShutdown()
    try await served
    return try result.get()
}

/// A server that does not start reports no port.
private func run(_ group: ServiceGroup, _ report: AsyncStream<Int>.Continuation) async throws {
    defer { report.finish() }
    try await group.run()
}

let quiet: Logger = {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
}()
