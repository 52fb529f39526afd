/// What a server says in one go: a line, with the literals that stand in it.
struct IMAPResponse: Equatable, Sendable {
    enum Piece: Equatable, Sendable {
        case text(String)
        case literal([UInt8])
    }

    let pieces: [Piece]

    /// The line's first text, in which all that matters stands but literals.
    var text: String { if case .text(let text)? = pieces.first { text } else { "" } }

    /// The words behind a tag or an asterisk, for `* 3 EXISTS` and `a1 OK done`.
    var words: [Substring] { text.split(separator: " ", omittingEmptySubsequences: true) }

    var tag: Substring { words.first ?? "" }

    var literals: [[UInt8]] { pieces.compactMap { if case .literal(let bytes) = $0 { bytes } else { nil } } }

    /// `* SEARCH 4 7` and the like: the numbers behind a keyword; nil for another response.
    func numbers(after keyword: String) -> [Int]? {
        let words = words
        guard words.count >= 2, words[0] == "*", words[1].uppercased() == keyword else { return nil }
        return words.dropFirst(2).compactMap { Int($0) }
    }

    /// Whether it tells that mails have come: `* 3 EXISTS`.
    var tellsOfMails: Bool {
        let words = words
        return words.count >= 3 && words[0] == "*" && words[2].uppercased() == "EXISTS"
    }
}
