import Hummingbird
import NIOCore

/// What is known of a request's connection: where it comes from.
struct ClientContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer's IP address, without its port; nil over a Unix socket.
    let address: String?
    /// The connection, or the request's part of one that carries several at a time.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        address = source.channel.remoteAddress?.ipAddress
    }
}
