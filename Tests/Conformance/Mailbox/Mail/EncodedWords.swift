import Foundation

/// Unicode in headers of mails that are ASCII: `=?utf-8?q?Gr=C3=BC=C3=9Fe?=` (RFC 2047).
enum EncodedWords {
    /// A header's value with its encoded words decoded. What is none stays as it stands.
    static func decoded(_ value: String) -> String {
        var result = ""
        var rest = value[...]
        var followsWord = false
        while let opening = rest.range(of: "=?") {
            let before = rest[..<opening.lowerBound]
            guard let word = word(at: rest[opening.upperBound...]) else {
                result += rest[..<opening.upperBound]
                rest = rest[opening.upperBound...]
                followsWord = false
                continue
            }
            // Blanks between two encoded words only separate them.
            if !followsWord || !before.allSatisfy(\.isWhitespace) { result += before }
            result += word.text
            rest = word.rest
            followsWord = true
        }
        return result + rest
    }

    /// What stands behind `=?`, if it is an encoded word to its end.
    private static func word(at text: Substring) -> (text: String, rest: Substring)? {
        let parts = text.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let end = parts[2].range(of: "?=") else { return nil }
        let payload = parts[2][..<end.lowerBound]
        guard !payload.contains(where: \.isWhitespace) else { return nil }
        let bytes: [UInt8]
        switch parts[1].lowercased() {
        case "b": bytes = TransferEncoding.base64.decoded(Array(payload.utf8))
        case "q": bytes = TransferEncoding.quotedPrintable.decoded(Array(payload.replacing("_", with: " ").utf8))
        default: return nil
        }
        return (Charset(String(parts[0])).text(of: bytes), parts[2][end.upperBound...])
    }
}
