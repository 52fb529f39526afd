import Postgres
import Runtime

// How the contract's types stand in PostgreSQL: ids as uuid, texts and enumerations as text, times as timestamptz.

extension SQL.StringInterpolation {
    mutating func appendInterpolation(_ id: some Identifier) {
        appendInterpolation(PostgresUUID(high: id.bits.high, low: id.bits.low))
    }

    mutating func appendInterpolation<Id: Identifier>(_ id: Id?) {
        appendInterpolation(id.map { PostgresUUID(high: $0.bits.high, low: $0.bits.low) })
    }

    mutating func appendInterpolation(_ text: some TextScalar) { appendInterpolation(text.text) }

    mutating func appendInterpolation(_ text: (some TextScalar)?) { appendInterpolation(text.map(\.text)) }

    mutating func appendInterpolation(_ word: some Enumeration) { appendInterpolation(word.rawValue) }

    mutating func appendInterpolation(_ word: (some Enumeration)?) { appendInterpolation(word.map(\.rawValue)) }

    mutating func appendInterpolation(_ words: [some Enumeration]) { appendInterpolation(words.map(\.rawValue)) }

    mutating func appendInterpolation(_ number: some IntegerScalar) { appendInterpolation(number.value) }

    mutating func appendInterpolation(_ time: Timestamp?) {
        appendInterpolation(time.map { PostgresTimestamp(microseconds: $0.microseconds) })
    }
}

extension Row {
    func value<Value: Identifier>(_ column: String) throws -> Value {
        let uuid: PostgresUUID = try value(column)
        return Value(UUIDBits(high: uuid.high, low: uuid.low))
    }

    func value<Value: TextScalar>(_ column: String) throws -> Value {
        Value(trusted: try value(column) as String)
    }

    func value<Value: TextScalar>(_ column: String) throws -> Value? {
        (try value(column) as String?).map(Value.init(trusted:))
    }

    func value<Value: Enumeration>(_ column: String) throws -> Value {
        try Self.word(try value(column), column)
    }

    func value<Value: Enumeration>(_ column: String) throws -> [Value] {
        try (try value(column) as [String]).map { try Self.word($0, column) }
    }

    func value<Value: IntegerScalar>(_ column: String) throws -> Value {
        Value(trusted: try value(column) as Int)
    }

    func value<Value: IntegerScalar>(_ column: String) throws -> Value? {
        (try value(column) as Int?).map(Value.init(trusted:))
    }

    func value<Value: Identifier>(_ column: String) throws -> Value? {
        (try value(column) as PostgresUUID?).map { Value(UUIDBits(high: $0.high, low: $0.low)) }
    }

    func value(_ column: String) throws -> Timestamp {
        Timestamp(microseconds: (try value(column) as PostgresTimestamp).microseconds)
    }

    func value(_ column: String) throws -> Timestamp? {
        (try value(column) as PostgresTimestamp?).map { Timestamp(microseconds: $0.microseconds) }
    }

    private static func word<Value: Enumeration>(_ text: String, _ column: String) throws -> Value {
        guard let value = Value(rawValue: text) else { throw UnknownWord(column: column) }
        return value
    }
}

/// A stored word that the contract no longer has.
struct UnknownWord: Error {
    let column: String
}
