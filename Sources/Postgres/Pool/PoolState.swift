extension PostgresPool {
    /// What a pool is doing at one moment.
    public struct State: Sendable {
        /// Connections that work can be sent over.
        public let open: Int
        /// Those that a transaction has for itself.
        public let leased: Int
        /// Units and transactions that wait for a connection.
        public let waiting: Int
    }

    /// What the pool is doing just now, for those who watch over it.
    public func state() async -> State { await core.state }
}
