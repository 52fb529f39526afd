import Foundation

/// A text that nobody else writes: where it is found again, it tells who wrote it.
enum Canary {
    /// How each begins, also within an address; letters follow.
    static let prefix = "canary"
    /// How many letters tell one from another.
    static let letters = 12

    /// Everyone that a text carries.
    static func all(in text: String) -> Set<String> {
        let bytes = Data(text.utf8)
        var found: Set<String> = []
        for start in places(of: prefix, in: bytes) {
            let end = start + prefix.utf8.count + letters
            guard end <= bytes.count, bytes[(end - letters)..<end].allSatisfy(isLetter) else { continue }
            found.insert(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        return found
    }

    /// Everyone that a text carries plainly, percent-encoded, or within a word of Base64.
    static func hidden(in text: String) -> Set<String> {
        var found = all(in: text)
        if let decoded = text.removingPercentEncoding { found.formUnion(all(in: decoded)) }
        for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || "+/-_".contains($0)) }) {
            if word.utf8.count > letters, let decoded = base64(word) { found.formUnion(all(in: decoded)) }
        }
        return found
    }

    private static func base64(_ word: Substring) -> String? {
        let plain = word.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    private static func places(of word: String, in bytes: Data) -> [Int] {
        let word = Data(word.utf8)
        var places: [Int] = []
        var from = 0
        while let range = bytes.range(of: word, in: from..<bytes.count) {
            places.append(range.lowerBound)
            from = range.upperBound
        }
        return places
    }
}
