import NIOCore
import NIOSSL

/// A connection to the sink: cuts what comes into lines, and carries out what the conversation wants.
final class SMTPSinkHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let arrivals: MailArrivals
    private let tls: NIOSSLContext?
    private let hasRoom: Bool
    private var session: SMTPSession
    private var pending = ByteBuffer()
    private var isClosing = false

    /// - Parameter hasRoom: Whether the client may stay; else it is told to come later.
    init(arrivals: MailArrivals, tls: NIOSSLContext?, hasRoom: Bool) {
        self.hasRoom = hasRoom
        self.arrivals = arrivals
        self.tls = tls
        session = SMTPSession(offersTLS: tls != nil)
    }

    func channelActive(context: ChannelHandlerContext) {
        let acts = hasRoom ? [.reply(SMTPSession.greeting)] : SMTPSession.full
        for act in acts { perform(act, context) }
        context.flush()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        var bytes = unwrapInboundIn(data)
        pending.writeBuffer(&bytes)
        while !isClosing, let line = nextLine() {
            for act in session.take(line) { perform(act, context) }
        }
        if pending.readableBytes > SMTPSession.maximumLine {
            for act in SMTPSession.overlong { perform(act, context) }
        }
        pending.discardReadBytes()
        context.flush()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// Lines end with CR LF and nothing else: where two programs differ in that, mails can be smuggled in.
    private func nextLine() -> [UInt8]? {
        var searched = pending.readableBytesView
        while let feed = searched.firstIndex(of: UInt8(ascii: "\n")) {
            let length = feed - pending.readerIndex
            if length > 0, pending.getInteger(at: feed - 1, as: UInt8.self) == UInt8(ascii: "\r") {
                let line = pending.readBytes(length: length - 1)
                pending.moveReaderIndex(forwardBy: 2)
                return line
            }
            searched = searched[(feed + 1)...]
        }
        return nil
    }

    private func perform(_ act: SMTPSession.Act, _ context: ChannelHandlerContext) {
        switch act {
        case .reply(let text): reply(text, context)
        case .take(let bytes, let recipients): arrivals.add(ReceivedMail(bytes, envelope: recipients))
        case .startTLS: startTLS(context)
        case .close:
            isClosing = true
            context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        }
    }

    private func reply(_ text: String, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
    }

    private func startTLS(_ context: ChannelHandlerContext) {
        // What came in the clear behind the command is nobody's: it could have been put there on the way.
        pending.clear()
        context.flush()
        guard let tls else { return }
        session = SMTPSession(offersTLS: false)
        do {
            try context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .first)
        } catch {
            context.close(promise: nil)
        }
    }
}
