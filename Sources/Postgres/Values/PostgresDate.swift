/// A day of the calendar, without a time zone, from 0001-01-01 to 9999-12-31: exactly those that `YYYY-MM-DD` can name.
public struct PostgresDate: Hashable, Sendable {
    public static let first = PostgresDate(unchecked: -730_119)
    public static let last = PostgresDate(unchecked: 2_921_939)

    /// Since 2000-01-01, as PostgreSQL counts.
    public let days: Int

    /// nil outside of the years 1 to 9999.
    public init?(days: Int) {
        guard Self.first.days...Self.last.days ~= days else { return nil }
        self.init(unchecked: days)
    }

    /// nil for a day that the Gregorian calendar does not have, and outside of the years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
        self.init(unchecked: Self.days(year: year, month: month, day: day))
        // The 30th of February has become a day of March.
        guard components == (year, month, day) else { return nil }
    }

    private init(unchecked days: Int) {
        self.days = days
    }

    /// Counts from the first of March: then the leap day comes last, and the months' lengths follow one line.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - daysBefore2000
    }

    /// From the first of March of the year 0.
    private static let daysBefore2000 = 730_425

    /// The inverse: a cycle of 400 years has 146 097 days.
    var components: (year: Int, month: Int, day: Int) {
        let sinceMarch0 = days + Self.daysBefore2000
        let dayOfCycle = sinceMarch0 % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = sinceMarch0 / 146_097 * 400 + yearOfCycle
        return month < 10 ? (year, month + 3, day) : (year + 1, month - 9, day)
    }
}

extension PostgresDate: Comparable {
    public static func < (left: PostgresDate, right: PostgresDate) -> Bool { left.days < right.days }
}

extension PostgresDate: LosslessStringConvertible {
    /// Reads `YYYY-MM-DD` and nothing else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash, let year = Self.number(bytes[0..<4]),
            let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { number, digit in
            guard let number, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            return number * 10 + Int(digit - UInt8(ascii: "0"))
        }
    }

    /// `YYYY-MM-DD`
    public var description: String {
        let (year, month, day) = components
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}

extension PostgresDate: PostgresEncodable {
    public static var postgresType: UInt32 { PostgresType.date }
    public var postgresBytes: [UInt8] { BigEndian.bytes(Int32(days)) }
}

extension PostgresDate: PostgresDecodable {
    /// Nil for PostgreSQL's infinities too, which are no days, and for the years that it has beyond ours.
    public init?(postgresBytes bytes: UnsafeRawBufferPointer, type: UInt32) {
        guard type == PostgresType.date, let bits = BigEndian.value(UInt32.self, bytes) else { return nil }
        self.init(days: Int(Int32(bitPattern: bits)))
    }
}
