import Contract
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// Opens sockets of one deployment.
struct SocketDialer: Sendable {
    let base: String
    let socket: Socket
    /// How long an answer may take.
    let patience: Duration

    /// What became of a wish for a socket.
    enum Answer: Sendable {
        case open(SocketWire)
        /// An HTTP reply instead of the upgrade.
        case refused(Reply)
    }

    /// No answer came, or none that is HTTP.
    struct Unanswered: Error, CustomStringConvertible {
        let description: String
    }

    private enum Result: Sendable {
        case open(SocketWire)
        case refused(AsyncStream<Reply>)
    }

    func dial(_ opening: Opening) async throws -> Answer {
        guard let address = URLComponents(string: base), let host = address.host else {
            throw Unanswered(description: "the deployment's address has no host")
        }
        let isSecure = address.scheme == "https"
        let port = address.port ?? (isSecure ? 443 : 80)
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: address.percentEncodedPath + opening.target(socket),
            headers: HTTPHeaders([("Host", address.port.map { "\(host):\($0)" } ?? host)] + opening.headers(socket)))
        let tls = isSecure ? try NIOSSLContext(configuration: .makeClientConfiguration()) : nil
        do {
            let (result, deadline) = try await bootstrap.connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        let name = host.contains { !"0123456789.:[]".contains($0) } ? host : nil
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: tls, serverHostname: name))
                    }
                    let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(patience)) {
                        channel.close(promise: nil)
                    }
                    return (try upgrade(channel, head), deadline)
                }
            }
            defer { deadline.cancel() }
            return try await answer(result.get())
        } catch let unanswered as Unanswered {
            throw unanswered
        } catch {
            throw Unanswered(description: "the upgrade got no answer that is HTTP")
        }
    }

    private var bootstrap: ClientBootstrap {
        ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(10))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
    }

    private func answer(_ result: Result) async throws -> Answer {
        switch result {
        case .open(let wire): return .open(wire)
        case .refused(let replies):
            for await reply in replies { return .refused(reply) }
            throw Unanswered(description: "the connection ended before the upgrade was answered")
        }
    }

    /// The socket's frames may be larger than the contract allows: that is for the checks to find.
    private func upgrade(_ channel: any Channel, _ head: HTTPRequestHead) throws -> EventLoopFuture<Result> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Result>(
            maxFrameSize: 1 << 24, enableAutomaticErrorHandling: false
        ) { channel, response in
            channel.eventLoop.makeCompletedFuture {
                let (stream, inputs) = AsyncStream.makeStream(of: SocketInput.self)
                try channel.pipeline.syncOperations.addHandler(SocketReceiver(inputs))
                return .open(
                    SocketWire(
                        channel: channel, inputs: stream, continuation: inputs,
                        subprotocol: response.headers.first(name: "Sec-WebSocket-Protocol")))
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
        // What comes together with the 101 belongs to the socket.
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: configuration)
    }
}
