extension TextRule.Format {
    /// Why a text is not of this format; nil when it is.
    func problem(with text: String) -> String? {
        switch self {
        case .email: Self.isEmail(text) ? nil : "it is not an email address"
        case .day: Self.isDay(text) ? nil : "it is not a day such as 2026-01-31"
        case .origin: Self.isOrigin(text) ? nil : "it is not an origin such as https://app.example.com"
        case .color: Self.isColor(text) ? nil : "it is not a color such as #1A2B3C"
        case .link: Self.isLink(text) ? nil : "it is not an address that begins with https://"
        }
    }

    /// One `@`, something before it, and a dotted name behind it; no spaces.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.unicodeScalars.contains(where: \.properties.isWhitespace)
        else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }

    /// Four digits, two and two, and a day that the calendar has.
    private static func isDay(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return false }
        let numbers = parts.compactMap { Int(Substring($0)) }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year > 0 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    /// Scheme, host in lower case and perhaps a port. Only https has origins for all hosts below one.
    private static func isOrigin(_ text: String) -> Bool {
        if let rest = rest(of: text, behind: "https://"), let host = host(in: rest) {
            let isWide = host.starts(with: "*.".utf8)
            return isName(isWide ? host.dropFirst(2) : host)
        }
        return rest(of: text, behind: "http://").flatMap(host(in:)).map(isName) ?? false
    }

    private static func isColor(_ text: String) -> Bool {
        guard let digits = rest(of: text, behind: "#") else { return false }
        return digits.count == 6 && digits.allSatisfy(\.isHexDigit)
    }

    /// A host, perhaps a port, and perhaps a path of printable ASCII.
    private static func isLink(_ text: String) -> Bool {
        guard let rest = rest(of: text, behind: "https://") else { return false }
        let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        guard let host = host(in: rest[..<end]), !host.isEmpty else { return false }
        return host.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
            && rest[end...].allSatisfy { (UInt8(ascii: "!")...UInt8(ascii: "~")).contains($0) }
    }

    private static func rest(of text: String, behind beginning: String) -> Substring.UTF8View? {
        text.utf8.starts(with: beginning.utf8) ? text.utf8.dropFirst(beginning.utf8.count) : nil
    }

    /// What stands before the port; nil where the port is no number of one to five digits.
    private static func host(in authority: Substring.UTF8View) -> Substring.UTF8View? {
        guard let colon = authority.firstIndex(of: UInt8(ascii: ":")) else { return authority }
        let port = authority[colon...].dropFirst()
        return (1...5).contains(port.count) && port.allSatisfy(\.isDigit) ? authority[..<colon] : nil
    }

    /// Labels with dots between them; a hyphen stands within a label only.
    private static func isName(_ host: Substring.UTF8View) -> Bool {
        host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            label.first?.isLowerLetterOrDigit == true && label.last?.isLowerLetterOrDigit == true
                && label.allSatisfy { $0.isLowerLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }
}
