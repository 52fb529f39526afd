/// A short name for a change, by which it can be approved.
enum Fingerprint {
    /// Sixteen hexadecimal digits. FNV-1a, because Swift's own hashing differs from run to run.
    static func make(of parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in normalised(part).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            // No text holds this byte, so that `a, bc` and `ab, c` differ.
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
        }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    /// A text that was only wrapped otherwise is the same text.
    private static func normalised(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
