/// What went wrong between here and the database.
///
/// A description never has a parameter, a row or a password in it: it can go to a log as it is.
public enum PostgresError: Error, Sendable {
    /// The server has refused a statement.
    case server(ServerError)
    /// No connection could be had in time; nothing was sent.
    case unavailable
    /// More work waits than the pool takes; nothing was sent.
    case overloaded
    /// The answer did not come in time. Whether the work was done is not known.
    case timedOut
    /// The connection broke after the work was sent. Whether it was done is not known.
    case connectionLost
    /// The transaction is over, or was rolled back by an earlier error.
    case transactionEnded
    /// The pool has been shut down.
    case closed
    /// A value in a row is not what was asked for.
    case decoding(column: String, expected: String, problem: String)

    /// A server's refusal.
    public struct ServerError: Sendable {
        public let state: SQLState
        /// The server's sentence. For conditions whose sentence quotes input, its name instead.
        public let message: String
        public let constraint: String?
        public let table: String?
    }

    public var state: SQLState? {
        if case .server(let error) = self { error.state } else { nil }
    }

    /// Whether the server refused a statement for this reason, because of this constraint if one is named.
    public func violates(_ state: SQLState, of constraint: String?) -> Bool {
        guard case .server(let error) = self, error.state == state else { return false }
        return constraint == nil || error.constraint == constraint
    }

    /// The server no longer has a statement as it was made known: it was dropped, or a table has changed under it.
    var meansStalePlan: Bool { state == .undefinedPreparedStatement || state == .staleCachedPlan }

    /// Whether the server has refused a statement and nothing else: not the whole transaction (class 40), and not its
    /// service. Then rolling back to a savepoint undoes it.
    var isOfStatementOnly: Bool {
        guard let state else { return false }
        return !isOutage && !state.code.hasPrefix("40")
    }

    /// Whether the database cannot be worked with just now, as opposed to a mistake in what was asked of it.
    public var isOutage: Bool {
        switch self {
        case .unavailable, .overloaded, .timedOut, .connectionLost, .closed: true
        case .transactionEnded, .decoding: false
        case .server(let error):
            // Resources used up, operator intervention, system error, connection trouble.
            ["53", "57", "58", "08"].contains { error.state.code.hasPrefix($0) }
        }
    }
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .server(let error):
            let constraint = error.constraint.map { ", constraint \($0)" } ?? ""
            let table = error.table.map { ", table \($0)" } ?? ""
            return "PostgreSQL \(error.state): \(error.message)\(table)\(constraint)"
        case .unavailable: return "the database cannot be reached"
        case .overloaded: return "too much work waits for the database"
        case .timedOut: return "the database did not answer in time"
        case .connectionLost: return "the connection to the database was lost"
        case .transactionEnded: return "the transaction is over"
        case .closed: return "the database pool is shut down"
        case .decoding(let column, let expected, let problem):
            return "column '\(column)' cannot be read as \(expected): \(problem)"
        }
    }
}
