import NIOCore

/// An outbound event that ends a connection at once: no flush, no TLS goodbye.
struct DropConnection: Sendable {}

/// Stands at the socket, before TLS, and sees to it that no connection outlives its welcome.
final class ConnectionDeadlines: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer

    private let shutdownGrace: TimeAmount
    private var handshake: Scheduled<Void>?
    private var shutdown: Scheduled<Void>?
    private let handshakeTimeout: TimeAmount?

    /// - Parameter handshakeTimeout: Nil where there is no TLS.
    init(handshakeTimeout: Duration?, shutdownGrace: Duration) {
        self.handshakeTimeout = handshakeTimeout.map { TimeAmount($0) }
        self.shutdownGrace = TimeAmount(shutdownGrace)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        handshake = handshakeTimeout.map { schedule(in: $0, context: context) }
    }

    func handshakeCompleted() {
        handshake?.cancel()
        handshake = nil
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        handshake?.cancel()
        shutdown?.cancel()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, shutdown == nil {
            // Before the handshake is done nobody behind it would hear of the shutdown.
            guard handshake == nil else { return context.close(promise: nil) }
            shutdown = schedule(in: shutdownGrace, context: context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is DropConnection else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        context.close(promise: promise)
    }

    private func schedule(in delay: TimeAmount, context: ChannelHandlerContext) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: delay) { context.close(promise: nil) }
    }
}
