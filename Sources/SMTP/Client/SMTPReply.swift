/// The codes of a server's reply. Its words are not kept.
struct SMTPReply: Equatable, CustomStringConvertible {
    let code: Int
    let enhancedCode: String?
    /// Whether more lines of the same reply follow.
    let continues: Bool

    /// Reads a line of a reply: `550 5.1.1 …`, `250-SIZE …`.
    init?(line: some StringProtocol) {
        guard line.utf8.count >= 3, let code = Int(line.prefix(3)), (200...599).contains(code) else { return nil }
        self.code = code
        let rest = line.dropFirst(3)
        continues = rest.hasPrefix("-")
        enhancedCode = Self.enhancedCode(rest.dropFirst())
    }

    /// 4xx and 5xx: the server does not do what it was asked.
    var isNegative: Bool { code >= 400 }

    var description: String { enhancedCode.map { "\(code), \($0)" } ?? "\(code)" }

    private static func enhancedCode(_ text: some StringProtocol) -> String? {
        let word = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(parts[0]), parts.allSatisfy({ (1...3).contains($0.count) })
        else { return nil }
        return String(word)
    }
}
