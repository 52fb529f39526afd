import CLibPQ

/// One row of an answer.
public struct Row: Sendable {
    let answer: Answer?
    let index: Int32

    /// The value in a column.
    ///
    /// - Throws: `PostgresError.decoding` when there is no such column, the value is NULL or of another type.
    public func value<Value: PostgresDecodable>(_ column: String) throws(PostgresError) -> Value {
        guard let value: Value = try value(column) else {
            throw .decoding(column: column, expected: "\(Value.self)", problem: "it is NULL")
        }
        return value
    }

    /// The value in a column, nil for NULL.
    public func value<Value: PostgresDecodable>(_ column: String) throws(PostgresError) -> Value? {
        guard let answer else {
            throw .decoding(column: column, expected: "\(Value.self)", problem: "there is no row")
        }
        guard let number = answer.number(of: column) else {
            throw .decoding(column: column, expected: "\(Value.self)", problem: "there is no such column")
        }
        guard PQgetisnull(answer.result, index, number) == 0 else { return nil }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(answer.result, index, number), count: Int(PQgetlength(answer.result, index, number)))
        let type = PQftype(answer.result, number)
        guard let value = Value(postgresBytes: bytes, type: type) else {
            throw .decoding(column: column, expected: "\(Value.self)", problem: "it is of the type with oid \(type)")
        }
        return value
    }

    /// The elements in a column of lists, such as `text[]`.
    public func value<Element: PostgresArrayElement>(_ column: String) throws(PostgresError) -> [Element] {
        (try value(column) as PostgresArray<Element>).elements
    }

    /// The elements in a column of lists, nil for NULL.
    public func value<Element: PostgresArrayElement>(_ column: String) throws(PostgresError) -> [Element]? {
        (try value(column) as PostgresArray<Element>?)?.elements
    }
}
