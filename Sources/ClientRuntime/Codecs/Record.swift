import Runtime

/// An object of a reply or an event, read field by field and strictly: the first field that is missing or breaks its
/// rules ends the reading. Fields that the contract does not know are passed over.
public protocol Record: JSONReadable, ReplyBody {
    init(_ fields: inout ObjectReader) throws(BrokenRecord)
}

/// Thrown once a problem was noted in the reader.
public struct BrokenRecord: Error, Sendable {
    @inlinable
    public init() {}
}

extension Record {
    @inlinable
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readObject(&problems) { fields in try? Self(&fields) }
    }
}

extension ObjectReader {
    /// The value of a field that is always there.
    @inlinable
    public mutating func take<Value: JSONReadable>(_ name: StaticString) throws(BrokenRecord) -> Value {
        guard let value: Value = required(name) else { throw BrokenRecord() }
        return value
    }

    /// The value of a field that is always there and may be null.
    @inlinable
    public mutating func takeOrNull<Value: JSONReadable>(_ name: StaticString) throws(BrokenRecord) -> Value? {
        guard let value: Value? = nullable(name) else { throw BrokenRecord() }
        return value
    }

    /// The value of a field that may be left out.
    @inlinable
    public mutating func takeIfPresent<Value: JSONReadable>(_ name: StaticString) throws(BrokenRecord) -> Value? {
        let known = problems.count
        let value: Value? = optional(name)
        guard problems.count == known else { throw BrokenRecord() }
        return value
    }

    /// The value of a field that may be left out and may be null.
    @inlinable
    public mutating func takeIfAny<Value: JSONReadable>(_ name: StaticString) throws(BrokenRecord) -> Value? {
        let known = problems.count
        let value: Value? = absentOrNull(name)
        guard problems.count == known else { throw BrokenRecord() }
        return value
    }
}
