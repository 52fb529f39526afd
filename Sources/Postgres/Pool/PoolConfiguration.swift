extension PostgresPool {
    public struct Configuration: Sendable {
        /// A libpq connection string, as a URI or as keywords. It may hold a password and is never shown.
        public var connectionString: String
        public var applicationName = "iris"
        /// Connections that are kept open.
        public var size = 8
        /// Units that may be under way on one connection.
        public var pipelineDepth = 64
        /// Work that may wait for a connection; more is refused.
        public var queueLimit = 10_000
        public var connectTimeout = Duration.seconds(5)
        /// How long work waits for a connection.
        public var acquireTimeout = Duration.milliseconds(800)
        /// What the server is told that a statement may take.
        public var statementTimeout = Duration.seconds(10)
        /// How long a shutdown waits for work in progress.
        public var shutdownTimeout = Duration.seconds(10)
        /// Off for a proxy that gives each transaction another connection, such as PgBouncer.
        public var usesPreparedStatements = true

        public init(connectionString: String) {
            self.connectionString = connectionString
        }

        /// After this time without an answer a connection counts as dead.
        var answerTimeout: Duration { statementTimeout + .seconds(2) }
    }
}
