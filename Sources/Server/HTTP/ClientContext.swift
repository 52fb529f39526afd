import Hummingbird
import NIOCore

/// What is known of a request's connection: where it comes from.
struct ClientContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer's IP address, without its port.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}
