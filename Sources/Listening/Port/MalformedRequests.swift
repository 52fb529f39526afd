import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Answers what is no HTTP request with 400, in the server's own words, and ends the connection.
///
/// It stands behind the decoder, whose errors are fatal. A response that has begun is not spoilt: then the connection
/// just ends.
final class MalformedRequests: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The answer to what is wrong.
    let answer: @Sendable (String) -> MalformedAnswer
    private var isResponding = false

    init(answer: @escaping @Sendable (String) -> MalformedAnswer) {
        self.answer = answer
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError, !isResponding else { return context.fireErrorCaught(error) }
        isResponding = true
        let answer = answer("this is no HTTP/1.1 request")
        var fields = answer.headers
        fields[.connection] = "close"
        fields[.contentLength] = String(answer.body.count)
        let head = HTTPResponseHead(HTTPResponse(status: .badRequest, headerFields: fields))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        let written = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
        let channel = context.channel
        written.futureResult.whenComplete { _ in channel.close(mode: .all, promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isResponding = !head.isInformational
        case .body: break
        case .end: isResponding = false
        }
        context.write(data, promise: promise)
    }
}

extension HTTPResponseHead {
    fileprivate var isInformational: Bool { (100..<200).contains(status.code) && status.code != 101 }
}
