/// A point in time, in microseconds since 1970 in UTC: the resolution of PostgreSQL.
public struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    /// The moment that lies so many seconds later.
    public func adding(seconds: Int64) -> Timestamp { Timestamp(microseconds: microseconds + seconds * 1_000_000) }

    /// RFC 3339 in UTC with milliseconds: `2026-05-04T09:30:00.000Z`.
    public var description: String {
        String(unsafeUninitializedCapacity: Self.textLength) { buffer in
            write(to: buffer)
            return Self.textLength
        }
    }

    /// The number of characters of a time's text, for the years 0 to 9999.
    static var textLength: Int { 24 }

    /// Writes the text into room for ``textLength`` bytes.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        let seconds = microseconds.flooredDivision(by: 1_000_000)
        let day = seconds.flooredDivision(by: 86_400)
        let second = seconds - day * 86_400
        let date = CivilDate(daysSince1970: day)
        var digits = DigitWriter(buffer)
        digits.write(date.year, digits: 4, then: "-")
        digits.write(date.month, digits: 2, then: "-")
        digits.write(date.day, digits: 2, then: "T")
        digits.write(second / 3600, digits: 2, then: ":")
        digits.write(second / 60 % 60, digits: 2, then: ":")
        digits.write(second % 60, digits: 2, then: ".")
        digits.write((microseconds - seconds * 1_000_000) / 1_000, digits: 3, then: "Z")
    }
}

extension Timestamp: JSONWritable {
    public func write(to json: inout JSONWriter) { json.plain(Self.textLength) { write(to: $0) } }
}

/// Writes numbers with leading zeros, each with a sign behind it.
private struct DigitWriter {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var position = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func write(_ value: Int64, digits: Int, then sign: Unicode.Scalar) {
        var rest = value
        for offset in (0..<digits).reversed() {
            buffer[position + offset] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        buffer[position + digits] = UInt8(ascii: sign)
        position += digits + 1
    }
}

/// A day of the proleptic Gregorian calendar.
struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    /// Counts in eras of 400 years that begin on 1 March, so that the leap day comes last.
    init(daysSince1970: Int64) {
        let shifted = daysSince1970 + 719_468
        let era = shifted.flooredDivision(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
