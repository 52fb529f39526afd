import Foundation

/// Where the server is: scheme, host, port, and a path in front of the contract's own if there is one.
public struct BaseAddress: Sendable, Hashable {
    /// Without a closing slash.
    let text: String

    /// Takes an address as people write it. What stands in it of user, query and fragment is left out.
    public init(_ url: URL) {
        let scheme = url.scheme?.lowercased() ?? "https"
        let port = url.port.map { ":\($0)" } ?? ""
        let host = url.host(percentEncoded: true) ?? ""
        let path = url.path(percentEncoded: true)
        text = "\(scheme)://\(host)\(port)" + (path.hasSuffix("/") ? String(path.dropLast()) : path)
    }

    /// The same place for a socket: `ws` for `http`, `wss` for `https`.
    var socket: String { text.hasPrefix("http") ? "ws" + text.dropFirst(4) : text }
}
