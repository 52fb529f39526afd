import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Lets HTTP/1.1 through until a request asks for a WebSocket, and then cuts Hummingbird off from the connection.
///
/// Such a request may come at any time: its turn is when those before it are answered. From then on nothing passes the
/// gate in either direction, so that Hummingbird's handlers, which stay in the pipeline, believe themselves closed.
final class UpgradeGate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// What makes the connection one of HTTP, and leaves it with the upgrade.
    struct HTTPHandlers {
        let encoder: HTTPResponseEncoder
        let decoder: ByteToMessageHandler<HTTPRequestDecoder>
        let malformed: MalformedRequests
        let idle: HTTPConnectionStateHandler
    }

    /// Fires through Hummingbird's handlers to end their reading.
    struct HTTPEnds: Error {}

    private enum State {
        case http
        /// A request to upgrade is being read, or waits for its turn.
        case asked(HTTPRequestHead, isComplete: Bool)
        /// HTTP's last request, whose answer closes the connection: the decoder reads none after an Upgrade header.
        case last(isComplete: Bool)
        case deciding
        case shut
    }

    let upgrade: EventLoopPromise<UpgradeRequest?>

    private let webSocket: WebSocketEndpoint?
    private let isSecure: Bool
    private let http: HTTPHandlers
    private var context: ChannelHandlerContext?
    private var state = State.http
    private var unanswered = 0
    private var isQuiescing = false

    init(webSocket: WebSocketEndpoint?, isSecure: Bool, http: HTTPHandlers, eventLoop: any EventLoop) {
        self.webSocket = webSocket
        self.isSecure = isSecure
        self.http = http
        upgrade = eventLoop.makePromise(of: UpgradeRequest?.self)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        upgrade.succeed(nil)
    }

    // MARK: Inbound

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (Self.unwrapInboundIn(data), state) {
        case (.head(let head), .http):
            if let webSocket, webSocket.isAt(head.uri), Handshake.isAsked(by: head) {
                state = .asked(head, isComplete: false)
                return
            }
            unanswered += 1
            if head.headers.contains(name: "upgrade") || head.method == .CONNECT { state = .last(isComplete: false) }
        case (.end, .asked(let head, _)):
            state = .asked(head, isComplete: true)
            return beginIfItsTurn()
        case (_, .asked), (_, .deciding), (_, .shut):
            return
        case (.end, .last):
            state = .last(isComplete: true)
        default:
            break
        }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { isQuiescing = true }
        switch state {
        case .deciding where event as? ChannelEvent == .inputClosed: context.close(promise: nil)
        case .deciding, .shut: break
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch state {
        case .deciding, .shut: context.close(promise: nil)
        default: context.fireErrorCaught(error)
        }
    }

    // MARK: Outbound

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isClosedToHTTP {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch (Self.unwrapOutboundIn(data), state) {
        case (.head(var head), .last) where unanswered == 1 && head.status.code >= 200:
            head.headers.replaceOrAdd(name: "connection", value: "close")
            context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
        case (.end, _):
            unanswered -= 1
            if case .last = state, unanswered == 0 {
                let written = promise ?? context.eventLoop.makePromise(of: Void.self)
                written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
                context.write(data, promise: written)
            } else {
                context.write(data, promise: promise)
            }
            beginIfItsTurn()
        default:
            context.write(data, promise: promise)
        }
    }

    func read(context: ChannelHandlerContext) {
        switch state {
        // What a client sends here would be hoarded by the decoder.
        case .asked(_, isComplete: true), .last(isComplete: true), .deciding, .shut: break
        default: context.read()
        }
    }

    func flush(context: ChannelHandlerContext) {
        if !isClosedToHTTP { context.flush() }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if isClosedToHTTP {
            promise?.succeed()
        } else {
            context.close(mode: mode, promise: promise)
        }
    }

    private var isClosedToHTTP: Bool {
        switch state {
        case .deciding, .shut: true
        default: false
        }
    }

    // MARK: The upgrade

    private func beginIfItsTurn() {
        guard case .asked(let head, isComplete: true) = state, unanswered == 0, let context else { return }
        // The answer before it may be written but not flushed; flushes no longer pass.
        context.flush()
        state = .deciding
        context.pipeline.syncOperations.removeHandler(http.malformed, promise: nil)
        context.pipeline.syncOperations.removeHandler(http.idle, promise: nil)
        context.fireErrorCaught(HTTPEnds())
        do throws(Handshake.Refusal) {
            try Handshake.check(head)
            guard let request = try? HTTPRequest(head, secure: isSecure, splitCookie: false) else {
                throw Handshake.Refusal(status: .badRequest, reason: "the request is malformed")
            }
            upgrade.succeed(UpgradeRequest(head: request, peer: context.remoteAddress))
        } catch {
            let answer = http.malformed.answer(error.reason)
            var fields = answer.headers
            fields.append(contentsOf: error.headers)
            refuse(error.status, headers: fields, body: answer.body)
        }
    }

    /// Answers with HTTP after all, and closes the connection.
    func refuse(_ status: HTTPResponse.Status, headers: HTTPFields, body: [UInt8]) {
        guard case .deciding = state, let context else { return }
        state = .shut
        var fields = headers
        fields[.connection] = status == .upgradeRequired ? "Upgrade, close" : "close"
        fields[.contentLength] = String(body.count)
        let head = HTTPResponseHead(HTTPResponse(status: status, headerFields: fields))
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    /// Makes the connection a WebSocket. It fails when the client is gone or the server stops.
    func accept(
        _ request: UpgradeRequest, subprotocol: String?, headers: HTTPFields
    ) -> EventLoopFuture<WebSocketConnection> {
        let eventLoop = upgrade.futureResult.eventLoop
        guard case .deciding = state, let context, let webSocket else {
            return eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
        }
        guard !isQuiescing else {
            refuse(.serviceUnavailable, headers: [:], body: Array("the server is stopping\n".utf8))
            return eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
        }
        state = .shut
        // From here the WebSocket asks for what it reads. TLS has to know: of a record that is not all there it gives
        // nothing, and reads on by itself only where nobody else is thought to.
        try? context.channel.syncOptions?.setOption(.autoRead, value: false)
        let agreed = subprotocol.flatMap { request.subprotocols.contains($0) ? $0 : nil }
        let handler = WebSocketHandler(
            opening: Handshake.opening(for: request, subprotocol: agreed, headers: headers),
            limits: webSocket.limits, eventLoop: eventLoop)
        let connection = WebSocketConnection(
            handler: handler, messages: handler.makeMessages(), peer: request.peer, subprotocol: agreed)
        let pipeline = context.pipeline.syncOperations
        return pipeline.removeHandler(http.encoder).assumeIsolated().flatMapThrowing {
            do {
                try pipeline.addHandler(handler, position: .before(self))
            } catch {
                handler.leave()
                throw error
            }
            // Last, because it hands over what the client has already sent.
            pipeline.removeHandler(self.http.decoder, promise: nil)
            return connection
        }.nonisolated()
    }
}
