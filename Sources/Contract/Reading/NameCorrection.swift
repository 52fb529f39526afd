extension NameForm {
    /// The same words in this form; nil where a name has others than ASCII letters and digits in its words, or begins
    /// with a digit: what was meant then is anybody's guess.
    func correction(of name: String) -> String? {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = Self.words(of: name)
        let corrected =
            switch self {
            case .upperCamelCase: words.map(Self.capitalised).joined()
            case .lowerCamelCase: (words.prefix(1) + words.dropFirst().map(Self.capitalised)).joined()
            case .snakeCase: words.joined(separator: "_")
            case .dottedSnakeCase:
                name.split(separator: ".").map { Self.words(of: String($0)).joined(separator: "_") }
                    .filter { !$0.isEmpty }.joined(separator: ".")
            }
        return accepts(corrected) ? corrected : nil
    }

    private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// In lower case. A word ends before another sign, before a capital behind a small letter or a digit (`noteID`),
    /// and before the last of several capitals that a small letter follows (`HTTPServer`).
    private static func words(of name: String) -> [String] {
        let bytes = Array(name.utf8)
        var words: [[UInt8]] = [[]]
        for (index, byte) in bytes.enumerated() {
            guard byte.isLetterOrDigit else {
                words.append([])
                continue
            }
            let isCapital = !byte.isLowerLetterOrDigit
            if isCapital, let before = words.last?.last {
                let endsCapitals = index + 1 < bytes.count && bytes[index + 1].isLowerLetter
                if before.isLowerLetterOrDigit || endsCapitals { words.append([]) }
            }
            words[words.count - 1].append(byte)
        }
        return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self).lowercased() }
    }
}

extension UInt8 {
    fileprivate var isLowerLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
