import Synchronization

extension TextRule.Format {
    /// Expressions are compiled once; the lock is there because they cannot be shared otherwise.
    private static let dayForm = Mutex(#/[0-9]{4}-[0-9]{2}-[0-9]{2}/#)
    private static let colorForm = Mutex(#/#[0-9A-Fa-f]{6}/#)
    private static let linkForm = Mutex(#/https:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?(\/[!-~]*)?/#)

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

    private static func isDay(_ text: String) -> Bool {
        guard dayForm.withLock({ text.wholeMatch(of: $0) != nil }) else { return false }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year > 0 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    private static func isOrigin(_ text: String) -> Bool {
        text.wholeMatch(
            of: #/https?:\/\/(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?/#)
            != nil && (!text.contains("*") || text.hasPrefix("https://"))
    }

    private static func isColor(_ text: String) -> Bool { colorForm.withLock { text.wholeMatch(of: $0) != nil } }

    private static func isLink(_ text: String) -> Bool {
        linkForm.withLock { text.wholeMatch(of: $0) != nil }
    }
}
