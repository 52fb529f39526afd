import Postgres

extension Rows {
    /// The row of a statement that yields exactly one.
    var only: Row {
        get throws {
            guard let row = first else { throw MissingRow() }
            return row
        }
    }
}

extension [Rows] {
    /// The row of the first statement.
    var only: Row {
        get throws {
            guard let rows = first else { throw MissingRow() }
            return try rows.only
        }
    }
}

/// A statement that must yield a row has yielded none: a policy or a statement is wrong.
struct MissingRow: Error {}
