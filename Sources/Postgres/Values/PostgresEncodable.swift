/// A statement's parameter: a type, and a value in its binary format; no value is NULL.
public struct Parameter: Sendable {
    let type: UInt32
    let bytes: [UInt8]?
}

/// A value that can be a parameter.
public protocol PostgresEncodable: Sendable {
    static var postgresType: UInt32 { get }
    var postgresBytes: [UInt8] { get }
}

extension Bool: PostgresEncodable {
    public static var postgresType: UInt32 { PostgresType.boolean }
    public var postgresBytes: [UInt8] { [self ? 1 : 0] }
}

extension Int: PostgresEncodable {
    public static var postgresType: UInt32 { PostgresType.int8 }
    public var postgresBytes: [UInt8] { BigEndian.bytes(Int64(self)) }
}

extension Double: PostgresEncodable {
    public static var postgresType: UInt32 { PostgresType.float8 }
    public var postgresBytes: [UInt8] { BigEndian.bytes(bitPattern) }
}

extension String: PostgresEncodable {
    public static var postgresType: UInt32 { PostgresType.text }
    public var postgresBytes: [UInt8] { Array(utf8) }
}

extension [UInt8]: PostgresEncodable {
    public static var postgresType: UInt32 { PostgresType.bytes }
    public var postgresBytes: [UInt8] { self }
}

/// A UUID.
public struct PostgresUUID: Hashable, Sendable, PostgresEncodable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public static var postgresType: UInt32 { PostgresType.uuid }
    public var postgresBytes: [UInt8] { BigEndian.bytes(high) + BigEndian.bytes(low) }
}

/// A point in time, in microseconds since 1970 in UTC.
public struct PostgresTimestamp: Hashable, Sendable, PostgresEncodable {
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// PostgreSQL counts from 2000.
    static let epoch: Int64 = 946_684_800_000_000

    public static var postgresType: UInt32 { PostgresType.timestamptz }
    /// What lies before PostgreSQL's time is sent as a time that it refuses, never as its minus infinity.
    public var postgresBytes: [UInt8] {
        let (value, overflow) = microseconds.subtractingReportingOverflow(Self.epoch)
        return BigEndian.bytes(overflow ? Int64.min + 1 : max(value, Int64.min + 1))
    }
}
