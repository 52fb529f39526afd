import NIOCore

/// One client's WebSocket, as the server's code sees it.
public final class WebSocketConnection: Sendable {
    /// Where the client connects from.
    public let peer: SocketAddress?
    /// The subprotocol that was agreed upon.
    public let subprotocol: String?
    /// What the client sends. One consumer only.
    public let messages: WebSocketMessages

    private let outbox: Outbox
    private let eventLoop: any EventLoop
    private let handler: NIOLoopBound<WebSocketHandler>
    private let end: EventLoopFuture<WebSocketEnd>

    init(handler: WebSocketHandler, messages: WebSocketMessages, peer: SocketAddress?, subprotocol: String?) {
        self.peer = peer
        self.subprotocol = subprotocol
        self.messages = messages
        outbox = handler.outbox
        eventLoop = handler.eventLoop
        end = handler.end.futureResult
        self.handler = NIOLoopBound(handler, eventLoop: handler.eventLoop)
    }

    /// Sends a frame, from any thread and without waiting: what is sent until the event loop comes round leaves in one
    /// write.
    ///
    /// A client that lets more than `WebSocketLimits.outboxSize` gather is cut. On a connection that closes or is closed
    /// nothing happens.
    public func send(_ frame: EncodedFrame) {
        switch outbox.offer(frame) {
        case .queued, .shut: break
        case .flushNeeded: eventLoop.execute { self.handler.value.flush() }
        case .overflow: eventLoop.execute { self.handler.value.cut() }
        }
    }

    /// Returns once at least half of the outbox is free, or the connection is closing: for senders that can wait.
    public func room() async { await outbox.room() }

    /// Sends what waits, then a Close frame, and ends the connection when the client has answered it or its time is up.
    ///
    /// - Parameter reason: For the developer at the other end; cut to 123 bytes.
    public func close(_ code: CloseCode, reason: String = "") {
        let payload = ClosePayload(code, reason: reason)
        eventLoop.execute { self.handler.value.close(payload) }
    }

    /// How it ended, once the connection is gone.
    public var closed: WebSocketEnd {
        get async {
            // The promise is never failed; were it, the connection would be gone all the same.
            (try? await end.get()) ?? .dropped
        }
    }
}
