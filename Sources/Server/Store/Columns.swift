import Postgres

/// A list of columns that several statements yield, so that one reader understands the rows of all.
struct Columns: Sendable {
    /// Static, so that nothing that a client sent can ever be part of a statement's text.
    let list: StaticString

    init(_ list: StaticString) {
        self.list = list
    }
}

extension SQL.StringInterpolation {
    mutating func appendInterpolation(_ columns: Columns) { appendLiteral(columns.list.description) }
}
