/// A point in time, in milliseconds since 1970 in UTC.
struct Moment: Hashable, CustomStringConvertible {
    let milliseconds: Int

    init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Reads RFC 3339 in the years from 1970 to 9999, without leap seconds.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let day = CivilDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            day.year >= 1970, let hour = CivilDay.number(bytes[11..<13]), hour < 24,
            let minute = CivilDay.number(bytes[14..<16]), minute < 60,
            let second = CivilDay.number(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix(while: NumberGrammar.isDigit)
            guard 1...9 ~= digits.count else { return nil }
            fraction = CivilDay.number((Array(digits.prefix(3)) + [0x30, 0x30])[..<3]) ?? 0
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = Self.offset(Array(rest)) else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
        guard 0..<253_402_300_800 ~= seconds else { return nil }
        milliseconds = seconds * 1_000 + fraction
    }

    /// RFC 3339 in UTC with milliseconds.
    var description: String {
        let seconds = milliseconds / 1_000
        let time = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map { CivilDay.padded($0, to: 2) }
        let day = CivilDay(daysSince1970: seconds / 86_400)
        return "\(day)T\(time.joined(separator: ":")).\(CivilDay.padded(milliseconds % 1_000, to: 3))Z"
    }

    /// Seconds east of Greenwich.
    private static func offset(_ bytes: [UInt8]) -> Int? {
        if bytes.count == 1, bytes[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard bytes.count == 6, "+-".utf8.contains(bytes[0]), bytes[3] == UInt8(ascii: ":"),
            let hours = CivilDay.number(bytes[1..<3]), hours < 24, let minutes = CivilDay.number(bytes[4..<6]),
            minutes < 60
        else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
