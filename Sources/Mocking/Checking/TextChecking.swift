import Contract

extension TextRule {
    /// The first rule that the text breaks; nil when it keeps them all.
    func broken(by text: String) -> (code: FieldProblem.Code, message: String)? {
        let length = text.unicodeScalars.count
        if length < minimum { return (.tooShort, "must have at least \(minimum) characters") }
        if length > maximum { return (.tooLong, "must have at most \(maximum) characters") }
        if let alphabet, text.utf8.contains(where: { !alphabet.contains($0) }) {
            return (.malformed, "may have the characters \(alphabet.notation) only")
        }
        if text.unicodeScalars.contains(where: isRefusedControl) {
            return (.malformed, "must not have control characters")
        }
        if minimum > 0, !text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
            return (.blank, "must not be blank")
        }
        if let format, !format.describes(text) { return (.malformed, "must be \(format.noun)") }
        if reserved.contains(text) { return (.reserved, "is a reserved word") }
        return nil
    }

    /// In one line no control character may stand; in several all may, but for NUL.
    private func isRefusedControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0 || (isSingleLine && scalar.properties.generalCategory == .control)
    }
}

extension TextRule.Format {
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

    func describes(_ text: String) -> Bool {
        switch self {
        case .email: Self.isEmail(text)
        case .day: CivilDay(text) != nil
        case .origin: Self.isOrigin(text)
        case .color:
            text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
                && text.utf8.dropFirst().allSatisfy { Hexadecimal.value(of: $0) != nil }
        case .link: Self.isLink(text)
        }
    }

    private static func isEmail(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard !scalars.contains(where: \.properties.isWhitespace), scalars.filter({ $0 == "@" }).count == 1,
            let at = scalars.firstIndex(of: "@"), at > 0
        else { return false }
        let labels = scalars[(at + 1)...].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && !labels.contains(where: \.isEmpty)
    }

    private static func isOrigin(_ text: String) -> Bool {
        let (host, port): (Substring.UTF8View, Substring.UTF8View?)
        if text.hasPrefix("https://*.") {
            (host, port) = cut(text.utf8.dropFirst(10))
        } else if text.hasPrefix("https://") {
            (host, port) = cut(text.utf8.dropFirst(8))
        } else if text.hasPrefix("http://") {
            (host, port) = cut(text.utf8.dropFirst(7))
        } else {
            return false
        }
        guard port.map(isPort) ?? true else { return false }
        return host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-") && !label.isEmpty
                && label.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
        }
    }

    private static func isLink(_ text: String) -> Bool {
        guard text.hasPrefix("https://") else { return false }
        let rest = text.utf8.dropFirst(8)
        let (host, port) = cut(rest.prefix { $0 != UInt8(ascii: "/") })
        guard port.map(isPort) ?? true, !host.isEmpty, host.allSatisfy(isHostByte) else { return false }
        return rest.allSatisfy { 0x21...0x7E ~= $0 }
    }

    private static func cut(_ authority: Substring.UTF8View) -> (Substring.UTF8View, Substring.UTF8View?) {
        guard let colon = authority.firstIndex(of: UInt8(ascii: ":")) else { return (authority, nil) }
        return (authority[..<colon], authority[colon...].dropFirst())
    }

    private static func isPort(_ port: Substring.UTF8View) -> Bool {
        1...5 ~= port.count && port.allSatisfy(NumberGrammar.isDigit)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
