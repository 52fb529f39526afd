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
        let seconds = microseconds.flooredDivision(by: 1_000_000)
        let day = seconds.flooredDivision(by: 86_400)
        let second = seconds - day * 86_400
        let date = CivilDate(daysSince1970: day)
        let time = "\(second / 3600, digits: 2):\(second / 60 % 60, digits: 2):\(second % 60, digits: 2)"
        let milliseconds = (microseconds - seconds * 1_000_000) / 1_000
        return "\(date)T\(time).\(milliseconds, digits: 3)Z"
    }
}

extension Timestamp: JSONWritable {
    public func write(to json: inout JSONWriter) { json.string(description) }
}

/// A day of the proleptic Gregorian calendar.
struct CivilDate: CustomStringConvertible {
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

    var description: String { "\(year, digits: 4)-\(month, digits: 2)-\(day, digits: 2)" }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension DefaultStringInterpolation {
    mutating func appendInterpolation(_ value: Int64, digits: Int) {
        let text = String(value)
        appendLiteral(String(repeating: "0", count: Swift.max(0, digits - text.count)) + text)
    }
}
