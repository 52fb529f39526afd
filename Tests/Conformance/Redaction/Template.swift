/// A text in which names stand for what must not be shown. Readers see the names; a shell fills them in.
struct Template: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case literal(String)
        /// What a variable holds; without its last character where it is shortened.
        case variable(String, isShortened: Bool)
        /// One ASCII character many times.
        case run(Character, count: Int)
        /// Bytes that are no text.
        case bytes([UInt8])
    }

    private(set) var pieces: [Piece] = []

    init(_ text: String = "") { append(text) }

    init(_ piece: Piece) { pieces = [piece] }

    /// Fewer of the same character are written out.
    private static let shortestRun = 48

    mutating func append(_ text: String) {
        var literal = ""
        var characters = text[...]
        while let first = characters.first {
            let same = characters.prefix { $0 == first }
            if first.isASCII, first != "\r\n", same.utf8.count >= Self.shortestRun {
                append(.literal(literal))
                literal = ""
                append(.run(first, count: same.utf8.count))
            } else {
                literal += same
            }
            characters = characters[same.endIndex...]
        }
        append(.literal(literal))
    }

    mutating func append(_ piece: Piece) {
        guard case .literal(let text) = piece else { return pieces.append(piece) }
        if text.isEmpty { return }
        if case .literal(let before)? = pieces.last {
            pieces[pieces.count - 1] = .literal(before + text)
        } else {
            pieces.append(piece)
        }
    }

    mutating func append(_ other: Template) {
        for piece in other.pieces { append(piece) }
    }

    var hasVariables: Bool {
        pieces.contains { if case .variable = $0 { true } else { false } }
    }

    /// How much a shell would make of it, in bytes; variables count as nothing.
    var size: Int {
        pieces.reduce(0) { size, piece in
            switch piece {
            case .literal(let text): size + text.utf8.count
            case .variable: size
            case .run(_, let count): size + count
            case .bytes(let bytes): size + bytes.count
            }
        }
    }

    /// For readers.
    var shown: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .variable(let name, false): "$\(name)"
            case .variable(let name, true): "${\(name)%?}"
            case .run(let character, let count): "‹\(count) × \(character)›"
            case .bytes(let bytes): "‹bytes \(bytes.map { Self.hex($0) }.joined(separator: " "))›"
            }
        }.joined()
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

/// What a POSIX shell makes the text of.
extension Template {
    /// One word.
    var shellWord: String {
        let word = pieces.map { piece in
            switch piece {
            case .literal(let text): Self.quoted(text)
            case .variable(let name, false): "\"$\(name)\""
            case .variable(let name, true): "\"${\(name)%?}\""
            case .run, .bytes: "\"$(\(Self.command(piece)))\""
            }
        }.joined()
        return word.isEmpty ? "''" : word
    }

    /// Commands that print it, for what is too large to be a word.
    var shellCommands: String { "{ " + pieces.map { Self.command($0) + "; " }.joined() + "}" }

    private static func command(_ piece: Piece) -> String {
        switch piece {
        case .literal(let text): "printf %s \(quoted(text))"
        case .variable(let name, let isShortened): "printf %s \"${\(name)\(isShortened ? "%?" : "")}\""
        case .run(let character, let count): "printf %\(count)s | tr ' ' \(quoted(String(character)))"
        case .bytes(let bytes):
            "printf '" + bytes.map { byte in "\\" + padded(String(byte, radix: 8)) }.joined() + "'"
        }
    }

    private static func padded(_ digits: String) -> String { String(repeating: "0", count: 3 - digits.count) + digits }

    private static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789-._/:=,@%+".unicodeScalars.contains($0))
        }
        return plain ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
