import Hummingbird
import HummingbirdCore
import Listening
import Logging
import NIOCore
import ServiceLifecycle

/// A server that answers as a test tells it to.
struct ScriptedPeer {
    /// Runs a test against a peer, and stops the peer afterwards.
    static func with(
        _ answer: @escaping @Sendable (Request) async throws -> Response, webSocket: WebSocketEndpoint? = nil,
        _ test: (String) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "peer")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in try await answer(request) },
            server: webSocket.map { .port(PortConfiguration(), webSocket: $0) } ?? .http1(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var known = ports.makeAsyncIterator()
            if let port = await known.next() { try await test("http://127.0.0.1:\(port)") }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    static func json(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
