/// A day of the calendar, in the years from 1 to 9999.
struct CivilDay: CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// Nil for a day that no calendar has.
    init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, 1...Self.length(of: month, in: year) ~= day else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2026-01-31`, digits being those of ASCII.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that lies so many days after 1 January 1970, which is not negative.
    init(daysSince1970 days: Int) {
        var (year, month, left) = (1970, 1, days)
        while left >= Self.length(of: year) {
            left -= Self.length(of: year)
            year += 1
        }
        while left >= Self.length(of: month, in: year) {
            left -= Self.length(of: month, in: year)
            month += 1
        }
        (self.year, self.month, day) = (year, month, left + 1)
    }

    /// Negative before 1970.
    var daysSince1970: Int {
        let before = year - 1
        let years = before * 365 + before / 4 - before / 100 + before / 400
        return years + (1..<month).reduce(0) { $0 + Self.length(of: $1, in: year) } + day - 1 - 719_162
    }

    var description: String { "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))" }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.allSatisfy(NumberGrammar.isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func length(of year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
