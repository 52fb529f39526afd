import NIOCore

/// Speaks RFC 6455 on a connection that has been upgraded. It lives on its event loop only.
final class WebSocketHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Phase {
        case open
        /// Our Close frame is on its way or sent; the client's is awaited, or is what we answer.
        case closing
        /// The client is no longer listened to: it broke a rule, or is being cut.
        case deaf
    }

    let eventLoop: any EventLoop
    let outbox: Outbox
    let end: EventLoopPromise<WebSocketEnd>

    private let limits: WebSocketLimits
    private let opening: ByteBuffer
    private var context: ChannelHandlerContext?
    private var parser: FrameParser
    private var source: WebSocketMessages.Producer.Source?
    private var writer: FrameWriter
    private var pulse: Pulse

    private var phase = Phase.open
    private var outcome: WebSocketEnd?
    private var isReading = true
    private var isCloseReceived = false
    private var isCloseWritten = false
    private var isHungUp = false
    private var timers: [Scheduled<Void>] = []

    /// - Parameter opening: The answer to the upgrade request, which is the first thing written.
    init(opening: ByteBuffer, limits: WebSocketLimits, eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        self.limits = limits
        self.opening = opening
        outbox = Outbox(limit: limits.outboxSize)
        end = eventLoop.makePromise(of: WebSocketEnd.self)
        parser = FrameParser(messageLimit: limits.messageSize)
        writer = FrameWriter()
        pulse = Pulse(interval: limits.pingInterval, on: eventLoop)
    }

    /// The client's messages; to be called once.
    func makeMessages() -> WebSocketMessages {
        let new = WebSocketMessages.Producer.makeSequence(
            elementType: WebSocketMessage.self,
            backPressureStrategy: .init(lowWatermark: 1, highWatermark: 4),
            finishOnDeinit: true,
            delegate: WebSocketMessages.Demand(
                eventLoop: eventLoop, handler: NIOLoopBound(self, eventLoop: eventLoop)))
        source = new.source
        return WebSocketMessages(producer: new.sequence)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        context.writeAndFlush(Self.wrapOutboundOut(opening), promise: nil)
        schedulePing()
        context.read()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
    }

    /// Lets go of everything. The channel is gone, or was never ours.
    func leave() {
        timers.forEach { $0.cancel() }
        timers = []
        pulse.stop()
        finishMessages()
        outbox.shut()
        context = nil
        end.succeed(outcome ?? .dropped)
    }

    // MARK: What arrives

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        pulse.heard()
        guard phase != .deaf else { return }
        parser.feed(Self.unwrapInboundIn(data))
        do throws(ProtocolViolation) {
            while phase != .deaf, !isCloseReceived, let event = try parser.next() { take(event) }
        } catch {
            fail(error)
        }
    }

    private func take(_ event: FrameParser.Event) {
        switch event {
        case .message(let message):
            guard phase == .open, let source else { return }
            if source.yield(message) == .stopProducing { isReading = false }
        case .ping(let payload):
            send(.pong(payload))
        case .pong:
            break
        case .close(let payload):
            isCloseReceived = true
            if phase == .open {
                outcome = .closedByPeer(payload.code)
                end(.closing, with: payload)
            }
            closeIfDone()
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isReading { context.read() }
    }

    func resumeReading() {
        guard !isReading else { return }
        isReading = true
        // Meanwhile it was we who did not listen.
        pulse.heard()
        context?.read()
    }

    func consumerLeft() {
        source = nil
        resumeReading()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            close(ClosePayload(.goingAway, reason: "the server is stopping"))
        case ChannelEvent.inputClosed:
            // A client that has sent its Close frame may stop sending before it has ours.
            if !isCloseReceived || isCloseWritten { hangUp() }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        hangUp()
    }

    // MARK: What leaves

    private func send(_ frame: EncodedFrame) {
        switch outbox.offer(frame) {
        case .queued, .shut: break
        // Later in this turn of the loop, so that many pongs leave together.
        case .flushNeeded: eventLoop.assumeIsolated().execute { self.flush() }
        case .overflow: cut()
        }
    }

    func flush() {
        writer.add(outbox.take())
        writeWhileWritable()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        writeWhileWritable()
        context.fireChannelWritabilityChanged()
    }

    private func writeWhileWritable() {
        guard let context else { return }
        while context.channel.isWritable, let batch = writer.next() {
            context.writeAndFlush(Self.wrapOutboundOut(batch.bytes)).assumeIsolated().whenSuccess {
                self.outbox.written(cost: batch.cost)
                if batch.endsWithClose { self.closeWritten() }
            }
        }
    }

    private func closeWritten() {
        isCloseWritten = true
        if phase == .deaf {
            // A reset would take the Close frame from the client's hands: stop sending, and let it hang up.
            context?.close(mode: .output, promise: nil)
        }
        closeIfDone()
    }

    private func schedulePing() {
        pulse.schedule { [weak self] in
            guard let self else { return }
            // Behind a busy consumer the socket is not read, and who speaks is not heard.
            if pulse.isSilent, isReading {
                outcome = outcome ?? .silent
                drop()
            } else {
                send(.ping)
                schedulePing()
            }
        }
    }

    // MARK: How it ends

    /// Begins the closing handshake, unless the connection is ending already.
    func close(_ payload: ClosePayload) {
        guard phase == .open, context != nil, let code = payload.code else { return }
        outcome = .closed(code)
        end(.closing, with: payload)
    }

    private func fail(_ violation: ProtocolViolation) {
        // While closing, a client's garbage changes nothing: the handshake's time is limited.
        if phase == .open { outcome = .violation(violation.closeCode) }
        end(.deaf, with: ClosePayload(violation.closeCode, reason: violation.reason))
        if isCloseWritten { hangUp() }
    }

    private func end(_ phase: Phase, with payload: ClosePayload) {
        self.phase = phase
        finishMessages()
        if case .flushNeeded = outbox.close(with: .close(payload)) { flush() }
        after(limits.closeTimeout) { $0.drop() }
        resumeReading()
    }

    private func closeIfDone() {
        if isCloseReceived, isCloseWritten, !isHungUp { hangUp() }
    }

    /// The client does not keep up. What waits for it is let go at once; a Close frame is tried for a second.
    func cut() {
        guard phase != .deaf, let context else { return }
        phase = .deaf
        outcome = .slowConsumer
        finishMessages()
        writer = FrameWriter()
        resumeReading()
        after(.seconds(1)) { $0.drop() }
        let last = EncodedFrame.close(ClosePayload(limits.slowConsumer, reason: "the client reads too slowly"))
        context.writeAndFlush(Self.wrapOutboundOut(last.bytes)).assumeIsolated().whenSuccess { self.closeWritten() }
    }

    /// Closes the connection. TLS then says goodbye and waits for the client's, which one who is gone does not send.
    private func hangUp() {
        guard !isHungUp else { return drop() }
        isHungUp = true
        context?.close(promise: nil)
        // Or else nobody would see that the client is gone.
        context?.read()
    }

    /// Ends the connection without ceremony.
    private func drop() {
        context?.triggerUserOutboundEvent(DropConnection(), promise: nil)
    }

    private func finishMessages() {
        source?.finish()
        source = nil
    }

    private func after(_ duration: Duration, _ act: @escaping (WebSocketHandler) -> Void) {
        let timer = eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(duration)) { [weak self] in
            guard let self else { return }
            act(self)
        }
        timers.append(timer)
    }
}
