import Runtime

/// Tells where requests come from, for whatever kind of connection they came over.
struct ClientLocator: Sendable {
    let proxies: TrustedProxies

    /// What is kept of a new request's origin.
    ///
    /// - Parameters:
    ///   - peer: The address of the other end of the connection; nil where it has none, as over a Unix socket.
    ///   - forwarded: All values of `X-Forwarded-For`, joined by commas.
    ///   - page: The header `Origin`.
    func origin(peer: String?, forwarded: String?, page: String?) -> RequestOrigin {
        let requestId = RequestId.new()
        guard let peer, let peer = IPAddress(peer) else {
            return RequestOrigin(address: "unknown", network: "unknown", requestId: requestId, page: page)
        }
        let client = proxies.client(of: peer, forwarded: forwarded)
        return RequestOrigin(address: client.text, network: client.network, requestId: requestId, page: page)
    }
}
