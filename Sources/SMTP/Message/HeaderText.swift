import Foundation

/// Header lines with people's text in them: plain where plain is possible, else encoded words (RFC 2047).
enum HeaderText {
    /// A line's greatest length.
    private static let width = 76

    /// A header that is nothing but text, such as Subject.
    static func unstructured(_ name: String, _ text: String) -> String {
        let plain = "\(name): \(text)"
        // Something like an encoded word would be decoded; spaces at the ends would be lost; a long line is not folded,
        // for not every text has spaces where it would have to.
        let survives = isPrintable(text) && !text.contains("=?") && !text.hasPrefix(" ") && !text.hasSuffix(" ")
        return survives && plain.utf8.count <= width
            ? plain : "\(name): " + encodedWords(text, after: name.utf8.count + 2)
    }

    /// A header that names one mailbox, such as From.
    static func mailbox(_ header: String, name: String, address: String) -> String {
        guard !name.isEmpty else { return "\(header): \(address)" }
        let quoted = "\(header): \"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let isPlain = isPrintable(name) && !name.contains("=?") && quoted.utf8.count <= width
        let lines = isPlain ? quoted : "\(header): " + encodedWords(name, after: header.utf8.count + 2)
        let lastLine =
            lines.utf8.count
            - (lines.utf8.lastIndex(of: UInt8(ascii: "\n")).map {
                lines.utf8.distance(from: lines.utf8.startIndex, to: $0) + 1
            } ?? 0)
        return lines + (lastLine + address.utf8.count + 3 <= width ? " " : "\r\n ") + "<\(address)>"
    }

    /// Words of 75 characters at most, one a line; no character is split between two.
    private static func encodedWords(_ text: String, after column: Int) -> String {
        let opening = "=?UTF-8?B?"
        let closing = "?="
        // Base64 makes four characters of up to three bytes. Lines after the first begin with a space.
        func capacity(_ column: Int) -> Int { (width - column - opening.utf8.count - closing.utf8.count) / 4 * 3 }
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var room = capacity(column)
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if word.count + bytes.count > room {
                words.append(word)
                word = []
                room = capacity(1)
            }
            word += bytes
        }
        words.append(word)
        return words.map { opening + Data($0).base64EncodedString() + closing }.joined(separator: "\r\n ")
    }

    private static func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
