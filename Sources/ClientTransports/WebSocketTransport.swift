import ClientRuntime
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// Opens sockets with SwiftNIO: HTTP/1.1 with the upgrade of RFC 6455, over TLS for `wss`.
public struct WebSocketTransport: SocketTransport {
    private let group: any EventLoopGroup
    private let tls: TLSConfiguration
    private let limit: Int
    private let silence: TimeAmount
    private let patience: TimeAmount

    /// - Parameters:
    ///   - tls: Whom to trust under `wss`; by default whom the machine trusts.
    ///   - limit: The largest frame and the largest message that are taken, in bytes.
    ///   - silence: A server that sends nothing for so long, not even a ping, is taken for lost.
    ///   - patience: How long to connect may take, and how long the upgrade may.
    public init(
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        tls: TLSConfiguration = .makeClientConfiguration(), limit: Int = 16 << 20,
        silence: Duration = .seconds(75), patience: Duration = .seconds(10)
    ) {
        self.group = group
        // The upgrade is one of HTTP/1.1.
        var tls = tls
        tls.applicationProtocols = ["http/1.1"]
        self.tls = tls
        self.limit = limit
        self.silence = TimeAmount(silence)
        self.patience = TimeAmount(patience)
    }

    public func connect(
        to url: String, offering subprotocols: [String]
    ) async throws(TransportFailure) -> any SocketConnection {
        guard let address = URLComponents(string: url), let host = address.host else {
            throw TransportFailure(.unreachable, "the address has no host")
        }
        let isSecure = address.scheme == "wss"
        let port = address.port ?? (isSecure ? 443 : 80)
        var headers = HTTPHeaders([("Host", address.port.map { "\(host):\($0)" } ?? host)])
        if !subprotocols.isEmpty {
            headers.add(name: "Sec-WebSocket-Protocol", value: subprotocols.joined(separator: ", "))
        }
        let path = address.percentEncodedPath.isEmpty ? "/" : address.percentEncodedPath
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: path, headers: headers)
        do {
            let tls = isSecure ? try NIOSSLContext(configuration: self.tls) : nil
            let bootstrap = ClientBootstrap(group: group).connectTimeout(patience)
            let upgraded = try await bootstrap.connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        let name = host.contains { !"0123456789.:[]".contains($0) } ? host : nil
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: tls, serverHostname: name))
                    }
                    let upgraded = try upgrade(channel, head)
                    let deadline = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
                    upgraded.whenComplete { _ in deadline.cancel() }
                    return upgraded
                }
            }
            guard let connection = try await upgraded.get() else {
                throw TransportFailure(.unreachable, "the server does not upgrade")
            }
            return connection
        } catch let failure as TransportFailure {
            throw failure
        } catch {
            throw TransportFailure(of: error)
        }
    }

    /// Nil where the server answers without an upgrade.
    private func upgrade(
        _ channel: any Channel, _ head: HTTPRequestHead
    ) throws -> EventLoopFuture<WebSocketConnection?> {
        let upgrader = NIOTypedWebSocketClientUpgrader<WebSocketConnection?>(maxFrameSize: limit) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try WebSocketConnection(on: channel, limit: limit, silence: silence)
            }
        }
        let upgrading = NIOTypedHTTPClientUpgradeConfiguration<WebSocketConnection?>(
            upgradeRequestHead: head, upgraders: [upgrader]
        ) { channel in
            channel.close().map { nil }
        }
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: upgrading)
        // What comes together with the 101 belongs to the socket.
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: configuration)
    }
}
