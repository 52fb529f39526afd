import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Synchronization

/// The deployment's end of a socket that passes through the proxy.
enum UpstreamSocket: Sendable {
    case open(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>, subprotocol: String?, token: String?)
    case refused(PassingReply)

    private enum Result: Sendable {
        case open(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>, subprotocol: String?)
        case refused(AsyncStream<Reply>)
    }

    static func dial(_ base: String, _ request: PassingRequest) async -> UpstreamSocket {
        let unreachable = UpstreamSocket.refused(PassingReply(status: 502, headers: PassingHeaders([]), body: []))
        guard let address = URLComponents(string: base), let host = address.host else { return unreachable }
        let isSecure = address.scheme == "https"
        let port = address.port ?? (isSecure ? 443 : 80)
        let headers =
            [("Host", address.port.map { "\(host):\($0)" } ?? host)]
            + request.headers.fields.map { ($0.name, $0.value) }
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: address.percentEncodedPath + request.target,
            headers: HTTPHeaders(headers))
        do {
            let tls = isSecure ? try NIOSSLContext(configuration: .makeClientConfiguration()) : nil
            let upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let tls {
                            try channel.pipeline.syncOperations.addHandler(
                                NIOSSLClientHandler(context: tls, serverHostname: host))
                        }
                        return try pipeline(of: channel, head)
                    }
                }
            switch try await upgrade.get() {
            case .open(let channel, let subprotocol):
                return .open(channel, subprotocol: subprotocol, token: request.token)
            case .refused(let replies):
                for await reply in replies {
                    return .refused(
                        PassingReply(
                            status: reply.status,
                            headers: PassingHeaders(
                                reply.headers.filter { !MutatingProxy.hopByHop.contains($0.key) }.map {
                                    ($0.key, $0.value)
                                }),
                            body: reply.body))
                }
                return unreachable
            }
        } catch {
            return unreachable
        }
    }

    private static func pipeline(of channel: any Channel, _ head: HTTPRequestHead) throws -> EventLoopFuture<Result> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Result>(
            maxFrameSize: 1 << 24, enableAutomaticErrorHandling: false
        ) { channel, response in
            channel.eventLoop.makeCompletedFuture {
                .open(
                    try NIOAsyncChannel(wrappingChannelSynchronously: channel),
                    subprotocol: response.headers.first(name: "Sec-WebSocket-Protocol"))
            }
        }
        let upgrading = NIOTypedHTTPClientUpgradeConfiguration<Result>(
            upgradeRequestHead: head, upgraders: [upgrader]
        ) { channel in
            channel.eventLoop.makeCompletedFuture {
                let (stream, replies) = AsyncStream.makeStream(of: Reply.self)
                try channel.pipeline.syncOperations.addHandler(RefusalReceiver(replies))
                return .refused(stream)
            }
        }
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: upgrading)
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: configuration)
    }
}

/// What dialling for one connection has come to: known before the upgrade is answered, needed behind it.
final class DialledSocket: Sendable {
    private let upstream = Mutex<UpstreamSocket?>(nil)

    func set(_ socket: UpstreamSocket) { upstream.withLock { $0 = socket } }

    /// The headers of the upgrade's answer; nil where there is to be no upgrade.
    var headers: HTTPHeaders? {
        upstream.withLock { upstream in
            guard case .open(_, let subprotocol, _)? = upstream else { return nil }
            return HTTPHeaders(subprotocol.map { [("Sec-WebSocket-Protocol", $0)] } ?? [])
        }
    }

    /// The reply that came instead of an upgrade.
    var refusal: PassingReply? {
        upstream.withLock { if case .refused(let reply)? = $0 { reply } else { nil } }
    }

    func relay(to client: NIOAsyncChannel<WebSocketFrame, WebSocketFrame>, _ mutator: Mutator) -> SocketRelay? {
        upstream.withLock { upstream in
            guard case .open(let channel, _, let token)? = upstream else { return nil }
            return SocketRelay(client: client, deployment: channel, token: token, mutator: mutator)
        }
    }
}
