/// Breaks lines between words, for terminals that would break them anywhere.
enum Wrapping {
    /// A narrower terminal breaks lines by itself.
    static let narrowest = 24

    /// The lines that a line becomes. Those after the first are set in two columns further than it.
    static func wrap(_ line: String, width: Int) -> [String] {
        guard width >= narrowest, line.split(separator: "\n").contains(where: { columns($0) > width }) else {
            return [line]
        }
        return line.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapOne($0, width: width) }
    }

    private static func wrapOne(_ line: Substring, width: Int) -> [String] {
        let indent = min(line.prefix { $0 == " " }.count, width / 2)
        var lines: [String] = []
        var current = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in line.split(separator: " ") {
            if !isEmpty, columns(current) + 1 + columns(word) > width {
                lines.append(current)
                current = String(repeating: " ", count: indent + 2)
                isEmpty = true
            }
            current += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines + [current]
    }

    /// How many columns a text takes; colours take none.
    static func columns(_ text: some StringProtocol) -> Int {
        var count = 0
        var isCode = false
        for character in text {
            if character == "\u{1B}" {
                isCode = true
            } else if isCode {
                isCode = !character.isLetter
            } else {
                count += 1
            }
        }
        return count
    }

    /// The text cut to a width, with a sign that it was.
    static func cut(_ text: String, width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
    }
}
