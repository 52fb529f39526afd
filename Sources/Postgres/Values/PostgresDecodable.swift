/// A value that can be read from a row.
public protocol PostgresDecodable: Sendable {
    /// Nil when the bytes are not a value of this type.
    init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32)
}

extension Bool: PostgresDecodable {
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == PostgresType.boolean, bytes.count == 1 else { return nil }
        self = bytes[0] != 0
    }
}

extension Int: PostgresDecodable {
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        let value: Int? =
            switch type {
            case PostgresType.int2: BigEndian.value(UInt16.self, bytes).map { Int(Int16(bitPattern: $0)) }
            case PostgresType.int4: BigEndian.value(UInt32.self, bytes).map { Int(Int32(bitPattern: $0)) }
            case PostgresType.int8: BigEndian.value(UInt64.self, bytes).map { Int(Int64(bitPattern: $0)) }
            default: nil
            }
        guard let value else { return nil }
        self = value
    }
}

extension Double: PostgresDecodable {
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == PostgresType.float8, let bits = BigEndian.value(UInt64.self, bytes) else { return nil }
        self.init(bitPattern: bits)
    }
}

extension String: PostgresDecodable {
    /// Every type whose binary format is its text: text, varchar, name, json and their like.
    private static let textual: Set<UInt32> = [PostgresType.text, 1043, 1042, 19, PostgresType.json, 705]

    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        var bytes = bytes[...]
        if type == PostgresType.jsonb {
            // A version number stands before the text.
            guard bytes.popFirst() == 1 else { return nil }
        } else if !Self.textual.contains(type) {
            return nil
        }
        self.init(validating: bytes, as: UTF8.self)
    }
}

extension [UInt8]: PostgresDecodable {
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == PostgresType.bytes else { return nil }
        self = Array(bytes)
    }
}

extension PostgresUUID: PostgresDecodable {
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == PostgresType.uuid, bytes.count == 16,
            let high = BigEndian.value(UInt64.self, bytes.prefix(8)),
            let low = BigEndian.value(UInt64.self, bytes.suffix(8))
        else { return nil }
        self.init(high: high, low: low)
    }
}

extension PostgresTimestamp: PostgresDecodable {
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == PostgresType.timestamptz, let bits = BigEndian.value(UInt64.self, bytes) else { return nil }
        let (microseconds, overflow) = Int64(bitPattern: bits).addingReportingOverflow(Self.epoch)
        // The extremes are the infinities, which are no points in time.
        guard !overflow, Int64(bitPattern: bits) != .min else { return nil }
        self.init(microseconds: microseconds)
    }
}
