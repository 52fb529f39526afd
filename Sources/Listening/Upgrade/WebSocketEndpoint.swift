/// Where a port takes WebSockets, and who decides about each.
public struct WebSocketEndpoint: Sendable {
    /// The path, without a query; nil takes every path. Elsewhere a request to upgrade is answered like any other.
    public let path: String?
    public let limits: WebSocketLimits
    /// Asked once the handshake is known to be in order. Its task is cancelled when the connection
    /// ends meanwhile.
    public let decide: @Sendable (UpgradeRequest) async -> UpgradeDecision

    public init(
        path: String?, limits: WebSocketLimits = WebSocketLimits(),
        decide: @escaping @Sendable (UpgradeRequest) async -> UpgradeDecision
    ) {
        self.path = path
        self.limits = limits
        self.decide = decide
    }

    func isAt(_ target: String) -> Bool {
        guard let path else { return true }
        return target.prefix { $0 != "?" } == path
    }
}
