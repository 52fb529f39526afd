import Generated

/// Where a web page comes from: scheme, host and port. In a workspace's list, `https://*.` before a host stands for
/// every host below it, and not for the host itself.
struct PageOrigin: Sendable, Hashable {
    let scheme: String
    /// In lower case.
    let host: String
    /// Nil for the port that the scheme has by default.
    let port: Int?
    let isForAllBelow: Bool

    /// Nil for a text that names no web page's origin, such as the `null` of pages without one.
    init?(_ text: String) {
        guard let separator = text.range(of: "://") else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        guard let defaultPort = ["https": 443, "http": 80][scheme] else { return nil }
        var rest = text[separator.upperBound...].lowercased()
        isForAllBelow = rest.hasPrefix("*.")
        if isForAllBelow { rest.removeFirst(2) }
        // An IPv6 address stands in brackets, with colons of its own.
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
            guard let number = UInt16(rest[rest.index(after: colon)...]) else { return nil }
            port = Int(number) == defaultPort ? nil : Int(number)
            rest = String(rest[..<colon])
        } else {
            port = nil
        }
        guard !rest.isEmpty, !rest.contains(where: { "/?#@*".contains($0) || $0.isWhitespace }) else { return nil }
        host = rest
    }

    /// The origin as browsers write it.
    var text: String { "\(scheme)://\(isForAllBelow ? "*." : "")\(host)\(port.map { ":\($0)" } ?? "")" }

    /// Whether a page that comes from there is meant by this entry of a list.
    func admits(_ page: PageOrigin) -> Bool {
        guard !page.isForAllBelow, page.scheme == scheme, page.port == port else { return false }
        return isForAllBelow ? page.host.hasSuffix("." + host) && page.host.count > host.count + 1 : page.host == host
    }
}

/// The origins that a workspace's widget and its publishable keys may be used from.
struct AllowedOrigins: Sendable {
    /// In the order in which an admin has given them, each once.
    let origins: [PageOrigin]

    init(_ texts: some Sequence<String>) {
        var seen = Set<PageOrigin>()
        origins = texts.compactMap(PageOrigin.init).filter { seen.insert($0).inserted }
    }

    /// Whether a page may, going by the origin that its browser has told.
    func admit(_ page: String) -> Bool {
        guard let page = PageOrigin(page) else { return false }
        return origins.contains { $0.admits(page) }
    }
}
