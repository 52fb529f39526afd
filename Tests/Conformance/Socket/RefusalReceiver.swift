import NIOCore
import NIOHTTP1

/// Collects the HTTP reply that came instead of an upgrade.
///
/// It lives on its channel's event loop alone.
final class RefusalReceiver: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let replies: AsyncStream<Reply>.Continuation
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []

    init(_ replies: AsyncStream<Reply>.Continuation) {
        self.replies = replies
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let part): if body.count < 1 << 20 { body += part.readableBytesView }
        case .end: finish(context)
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        if let head {
            let headers = Dictionary(
                head.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { "\($0), \($1)" })
            replies.yield(Reply(status: Int(head.status.code), headers: headers, body: body))
        }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        replies.finish()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
