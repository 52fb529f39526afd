extension Timestamp {
    /// Reads RFC 3339: a date, a time with or without a fraction, and `Z` or an offset. Years 1970 to 9999. Nil for
    /// anything else, and for moments that do not exist.
    public init?(text: String) {
        var text = text
        guard let time = text.withUTF8({ Self.read($0) }) else { return nil }
        self = time
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard (20...35).contains(bytes.count), bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
            let second = number(bytes[17..<19]), year >= 1970, hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        guard let fraction = takeFraction(from: &rest), let offset = offset(rest),
            let days = CivilDate.daysSince1970(year: year, month: month, day: day)
        else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
        // An offset must not lead out of those years either: what is written must be readable again.
        guard (0..<253_402_300_800).contains(seconds) else { return nil }
        return Timestamp(microseconds: seconds * 1_000_000 + fraction)
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// Microseconds; further digits are dropped. Nil for a point without digits.
    private static func takeFraction(from rest: inout Bytes) -> Int64? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest = rest.dropFirst()
        var (count, fraction): (Int, Int64) = (0, 0)
        while let byte = rest.first, (0x30...0x39).contains(byte) {
            if count < 6 { fraction = fraction * 10 + Int64(byte - 0x30) }
            count += 1
            rest = rest.dropFirst()
        }
        guard (1...9).contains(count) else { return nil }
        for _ in count..<max(6, count) { fraction *= 10 }
        return fraction
    }

    /// Seconds east of Greenwich.
    private static func offset(_ rest: Bytes) -> Int64? {
        let start = rest.startIndex
        if rest.count == 1 { return rest[start] == UInt8(ascii: "Z") || rest[start] == UInt8(ascii: "z") ? 0 : nil }
        guard rest.count == 6, rest[start] == UInt8(ascii: "+") || rest[start] == UInt8(ascii: "-"),
            rest[start + 3] == UInt8(ascii: ":"), let hours = number(rest[(start + 1)..<(start + 3)]),
            let minutes = number(rest[(start + 4)...]), hours < 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (rest[start] == UInt8(ascii: "-") ? -1 : 1)
    }

    private static func number(_ digits: Bytes) -> Int64? {
        var value: Int64 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        return value
    }
}

extension Timestamp: JSONReadable {
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Timestamp? {
        guard let time = json.readString(as: { read($0) }) else {
            json.refuseType("a string", &problems)
            return nil
        }
        if let time { return time }
        problems.add(.malformed, "must be a time such as 2026-01-31T09:30:00Z")
        return nil
    }
}

extension CivilDate {
    /// Nil for days that no calendar has.
    static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        // The year begins on 1 March, so that the leap day comes last.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredDivision(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        let back = CivilDate(daysSince1970: days)
        return back.month == month && back.day == day ? days : nil
    }
}
