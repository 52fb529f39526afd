import Hummingbird
import NIOCore

/// A request's body while it comes in.
///
/// A body can be iterated over once, and here by two in turn: who reads it, and who gets rid of the rest.
///
/// `@unchecked Sendable`: one task uses it, the connection's, which first asks for the answer and then writes it; so
/// the two are never in here at once.
final class IncomingBody: @unchecked Sendable {
    private var iterator: RequestBody.AsyncIterator
    private let declaredLength: Int?
    private let channel: any Channel

    init(of request: Request, over channel: any Channel) {
        iterator = request.body.makeAsyncIterator()
        declaredLength = request.headers[.contentLength].flatMap { Int($0) }
        self.channel = channel
    }

    /// All of it; nil when it is larger than that. The rest is then neither held in memory nor waited for.
    func bytes(upTo limit: Int) async throws -> [UInt8]? {
        if let declaredLength, declaredLength > limit { return nil }
        var bytes: [UInt8] = []
        while let buffer = try await iterator.next() {
            guard bytes.count + buffer.readableBytes <= limit else { return nil }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// Takes what is left of a body that was answered before its end.
    ///
    /// A client that writes before it reads would never see the answer if nobody took the rest, or if the connection
    /// were closed on the spot; one that never ends would hold the connection for ever if somebody did. So the rest is
    /// thrown away for a while, and then the connection is closed.
    func discard(within patience: TimeAmount = .seconds(5)) async {
        let end = channel.eventLoop.scheduleTask(in: patience) { [channel] in channel.close(promise: nil) }
        defer { end.cancel() }
        // An error is the connection's end, and just as well.
        do { while try await iterator.next() != nil {} } catch {}
    }
}
