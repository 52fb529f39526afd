import AsyncHTTPClient
import Contract
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// Stands between the suite and a deployment, HTTP/1.1 and sockets alike, and lets a mutator do its deed.
struct MutatingProxy: Sendable {
    let upstream: String
    let client: HTTPClient
    let socket: Socket?
    let mutator: Mutator

    typealias RequestChannel = NIOAsyncChannel<HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>>

    /// What a connection has become.
    enum Connection: Sendable {
        case requests(RequestChannel, DialledSocket)
        case socket(SocketRelay)
    }

    /// What carries requests on; many proxies may share one. Whoever made it shuts it down.
    static func makeClient() -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        configuration.httpVersion = .http1Only
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Listens on a port of its own while the body runs, which gets the proxy's address.
    func listen<Result: Sendable>(_ body: @Sendable (String) async throws -> Result) async throws -> Result {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture { try pipeline(of: channel) }
            }
        let port = server.channel.localAddress?.port ?? 0
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.executeThenClose { inbound in
                    try await withThrowingDiscardingTaskGroup { connections in
                        for try await connection in inbound { connections.addTask { await serve(connection) } }
                    }
                }
            }
            defer { group.cancelAll() }
            return try await body("http://127.0.0.1:\(port)")
        }
    }

    private func pipeline(of channel: any Channel) throws -> EventLoopFuture<Connection> {
        let dialled = DialledSocket()
        let upgrader = NIOTypedWebSocketServerUpgrader<Connection>(
            maxFrameSize: 1 << 24, enableAutomaticErrorHandling: false,
            shouldUpgrade: { channel, head in
                channel.eventLoop.makeFutureWithTask { await dial(head, dialled) }
            },
            upgradePipelineHandler: { channel, _ in
                channel.eventLoop.makeCompletedFuture {
                    let client = try NIOAsyncChannel<WebSocketFrame, WebSocketFrame>(
                        wrappingChannelSynchronously: channel)
                    guard let relay = dialled.relay(to: client, mutator) else { throw ChannelError.ioOnClosedChannel }
                    return .socket(relay)
                }
            })
        let upgrading = NIOTypedHTTPServerUpgradeConfiguration<Connection>(upgraders: [upgrader]) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(ReplyPartHandler())
                return .requests(try RequestChannel(wrappingChannelSynchronously: channel), dialled)
            }
        }
        return try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
            configuration: NIOUpgradableHTTPServerPipelineConfiguration(upgradeConfiguration: upgrading))
    }

    /// Opens the deployment's socket before the client's upgrade is answered. Nil where it refuses: then the request is
    /// answered as it answered.
    private func dial(_ head: HTTPRequestHead, _ dialled: DialledSocket) async -> HTTPHeaders? {
        guard let socket, head.uri.prefix(while: { $0 != "?" }) == socket.path else { return nil }
        let request = mutator.open(PassingRequest(head))
        dialled.set(await UpstreamSocket.dial(upstream, request))
        return dialled.headers
    }

    private func serve(_ upgrade: EventLoopFuture<Connection>) async {
        // A connection that breaks ends by itself; what the suite makes of it is the suite's business.
        do {
            switch try await upgrade.get() {
            case .socket(let relay): try await relay.run()
            case .requests(let channel, let dialled): try await answer(channel, dialled)
            }
        } catch {}
    }

    private func answer(_ channel: RequestChannel, _ dialled: DialledSocket) async throws {
        try await channel.executeThenClose { inbound, outbound in
            // A wish for a socket that was refused: its parts are not handed on, and nothing follows.
            if let refusal = dialled.refusal { return try await write(refusal, to: outbound) }
            var request: PassingRequest?
            for try await part in inbound {
                switch part {
                case .head(let head): request = PassingRequest(head)
                case .body(let buffer): request?.body.append(contentsOf: buffer.readableBytesView)
                case .end:
                    guard let whole = request else { continue }
                    try await write(try await mutator.pass(whole) { try await forward($0) }, to: outbound)
                    request = nil
                }
            }
        }
    }

    private func write(
        _ reply: PassingReply, to outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
    ) async throws {
        var headers = HTTPHeaders(reply.headers.fields.map { ($0.name, $0.value) })
        headers.replaceOrAdd(name: "Content-Length", value: String(reply.body.count))
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status), headers: headers)
        try await outbound.write(.head(head))
        try await outbound.write(.body(ByteBuffer(bytes: reply.body)))
        try await outbound.write(.end(nil))
    }

    private func forward(_ request: PassingRequest) async throws -> PassingReply {
        var onward = HTTPClientRequest(url: upstream + request.target)
        onward.method = HTTPMethod(rawValue: request.method)
        for field in request.headers.fields { onward.headers.add(name: field.name, value: field.value) }
        if !request.body.isEmpty || request.headers["Content-Type"] != nil {
            onward.body = .bytes(ByteBuffer(bytes: request.body))
        }
        let response = try await client.execute(onward, timeout: .seconds(60))
        let body = try await response.body.collect(upTo: 1 << 25)
        return PassingReply(
            status: Int(response.status.code),
            headers: PassingHeaders(
                response.headers.filter { !Self.hopByHop.contains($0.name.lowercased()) }.map { ($0.name, $0.value) }),
            body: Array(body.readableBytesView))
    }

    /// What belongs to a connection and not to what passes over it.
    static let hopByHop: Set<String> = [
        "host", "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "sec-websocket-key",
        "sec-websocket-version", "sec-websocket-extensions", "sec-websocket-accept",
    ]
}

extension PassingRequest {
    init(_ head: HTTPRequestHead) {
        self.init(
            method: head.method.rawValue, target: head.uri,
            headers: PassingHeaders(
                head.headers.filter { !MutatingProxy.hopByHop.contains($0.name.lowercased()) }.map {
                    ($0.name, $0.value)
                }))
    }
}
