import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// HTTP/1.1 as Hummingbird speaks it, on a connection that any request of it may turn into a WebSocket.
///
/// The pipeline is that of `HTTP1Channel` with an `UpgradeGate` in it, and requests are handled by `HTTP1Channel`.
struct UpgradableHTTP1: Sendable {
    struct Value: Sendable {
        let http: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
        let gate: NIOLoopBound<UpgradeGate>
        /// The request that ended HTTP on this connection; nil when the connection ended otherwise.
        let upgrade: EventLoopFuture<UpgradeRequest?>
    }

    private let http1: HTTP1Channel
    private let malformedAnswer: @Sendable (String) -> MalformedAnswer
    private let webSocket: WebSocketEndpoint?
    private let isSecure: Bool

    init(
        responder: @escaping HTTPChannelHandler.Responder, configuration: HTTP1Channel.Configuration,
        malformedAnswer: @escaping @Sendable (String) -> MalformedAnswer, webSocket: WebSocketEndpoint?, isSecure: Bool
    ) {
        self.malformedAnswer = malformedAnswer
        http1 = HTTP1Channel(responder: responder, configuration: configuration)
        self.webSocket = webSocket
        self.isSecure = isSecure
    }

    /// To be called on the channel's event loop.
    func setUp(_ channel: any Channel, logger: Logger) throws -> Value {
        let limits = http1.configuration.httpDecoder
        var decoderLimits = NIOHTTPDecoderLimitConfiguration()
        decoderLimits.maxHeaderFieldSize = limits.maxHeaderFieldSize
        decoderLimits.maxHeaderListSize = limits.maxHeaderListSize
        decoderLimits.maxHeaderFieldCount = limits.maxHeaderFieldCount

        let encoder = HTTPResponseEncoder()
        let decoder = ByteToMessageHandler(
            HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: decoderLimits))
        let idle = HTTPConnectionStateHandler(
            idleTimeout: http1.configuration.idleTimeout.map { Duration($0) }, logger: logger)
        let malformed = MalformedRequests(answer: malformedAnswer)
        let gate = UpgradeGate(
            webSocket: webSocket, isSecure: isSecure,
            http: .init(encoder: encoder, decoder: decoder, malformed: malformed, idle: idle),
            eventLoop: channel.eventLoop)

        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(encoder)
        try pipeline.addHandler(decoder)
        try pipeline.addHandler(malformed)
        try pipeline.addHandler(gate)
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
        try pipeline.addHandlers(http1.configuration.additionalChannelHandlers())
        try pipeline.addHandler(idle)
        return Value(
            http: try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)),
            gate: NIOLoopBound(gate, eventLoop: channel.eventLoop),
            upgrade: gate.upgrade.futureResult)
    }

    func handle(_ connection: Value, logger: Logger) async {
        await http1.handle(value: connection.http, logger: logger)
        guard let webSocket, let request = try? await connection.upgrade.get() else { return }
        let channel = connection.http.channel
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await answer(request, at: connection.gate, of: channel, webSocket) }
                _ = try? await channel.closeFuture.get()
                group.cancelAll()
            }
        } onCancel: {
            channel.triggerUserOutboundEvent(DropConnection(), promise: nil)
        }
    }

    private func answer(
        _ request: UpgradeRequest, at gate: NIOLoopBound<UpgradeGate>, of channel: any Channel,
        _ webSocket: WebSocketEndpoint
    ) async {
        switch await webSocket.decide(request) {
        case .refuse(let status, let headers, let body):
            channel.eventLoop.execute { gate.value.refuse(status, headers: headers, body: body) }
        case .accept(let subprotocol, let headers, let handler):
            let accepted = channel.eventLoop.flatSubmit {
                gate.value.accept(request, subprotocol: subprotocol, headers: headers)
            }
            guard let connection = try? await accepted.get() else { return }
            await handler(connection)
            connection.close(.normal)
        }
    }
}
