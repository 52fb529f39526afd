/// Forms of text that lengths and alphabets do not describe.
public enum TextFormat: Sendable {
    /// One `@`, something before it and a dotted name behind it, without white space.
    case email
    /// A day of the calendar: `2026-01-31`.
    case day
    /// Where a web page comes from: scheme, host and perhaps port, without a path; `https://*.` for all below a host.
    case origin
    /// `#` and six hexadecimal digits.
    case color
    /// An absolute address that begins with `https://`.
    case link

    /// What a text of this format is, for messages.
    var noun: String {
        switch self {
        case .email: "an email address"
        case .day: "a day such as 2026-01-31"
        case .origin: "an origin such as https://app.example.com"
        case .color: "a color such as #1A2B3C"
        case .link: "an address that begins with https://"
        }
    }

    func accepts(_ text: String, isASCII: Bool) -> Bool {
        switch self {
        case .email: isASCII ? Self.isPlainEmail(text) : Self.isEmail(text)
        case .day: Self.isDay(text)
        case .origin: Self.isOrigin(text)
        case .color: text.utf8.count == 7 && text.hasPrefix("#") && text.utf8.dropFirst().allSatisfy(\.isHexDigit)
        case .link: Self.isLink(text)
        }
    }

    /// Scalar by scalar: a sign that joins itself to an `@` makes no other character of it.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.unicodeScalars.contains(where: \.properties.isWhitespace)
        else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }

    /// The same for ASCII, in one pass over the bytes.
    private static func isPlainEmail(_ text: String) -> Bool {
        var hasAt = false
        var dots = 0
        var previous = UInt8(ascii: ".")
        var isFirst = true
        for byte in text.utf8 {
            defer { isFirst = false }
            switch byte {
            case 0x20, 0x09...0x0D: return false
            case UInt8(ascii: "@"):
                guard !hasAt, !isFirst else { return false }
                hasAt = true
                // A label must follow, as it must behind a dot.
                previous = UInt8(ascii: ".")
                continue
            case UInt8(ascii: ".") where hasAt:
                guard previous != UInt8(ascii: ".") else { return false }
                dots += 1
            default: break
            }
            previous = byte
        }
        return hasAt && dots > 0 && previous != UInt8(ascii: ".")
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
            (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    private static func isOrigin(_ text: String) -> Bool {
        let isSecure = text.hasPrefix("https://")
        guard isSecure || text.hasPrefix("http://") else { return false }
        var host = text.dropFirst(isSecure ? 8 : 7)
        if isSecure, host.hasPrefix("*.") { host = host.dropFirst(2) }
        let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, !(1...5).contains(parts[1].utf8.count) || !parts[1].utf8.allSatisfy(\.isDigit) {
            return false
        }
        return parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { $0.isLowerLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isLink(_ text: String) -> Bool {
        guard text.hasPrefix("https://") else { return false }
        let rest = text.utf8.dropFirst(8)
        let parts = rest.prefix { $0 != UInt8(ascii: "/") }
            .split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, !(1...5).contains(parts[1].count) || !parts[1].allSatisfy(\.isDigit) { return false }
        return !parts[0].isEmpty && rest.allSatisfy { (0x21...0x7E).contains($0) }
            && parts[0].allSatisfy { $0.isLetter || $0.isDigit || "-.".utf8.contains($0) }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isLetter: Bool { isLowerLetter || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
    }
}
