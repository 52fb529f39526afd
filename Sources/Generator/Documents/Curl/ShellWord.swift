/// One word of a shell command: fixed text, and variables that the shell replaces.
///
/// A word stays one argument whatever its text or the variables hold.
struct ShellWord: ExpressibleByStringLiteral {
    private let pieces: [Piece]

    enum Piece {
        case text(String)
        case variable(String)
    }

    init(_ pieces: [Piece]) {
        self.pieces = pieces
    }

    init(_ text: String) { self.init([.text(text)]) }

    init(stringLiteral value: String) { self.init(value) }

    /// The word as a shell has to read it: bare where nothing in it means anything to a shell, in single quotes where
    /// it is all text, and in double quotes where the shell replaces a part of it.
    var source: String {
        if pieces.contains(where: \.isVariable) {
            let next = pieces.dropFirst().map(\.beginsLikeAName) + [false]
            return "\"" + zip(pieces, next).map { $0.inDoubleQuotes(beforeName: $1) }.joined() + "\""
        }
        let text = pieces.map(\.inSingleQuotes).joined()
        return !text.isEmpty && text.utf8.allSatisfy(Self.isPlain) ? text : "'\(text)'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }
}

extension ShellWord.Piece {
    var isVariable: Bool { if case .variable = self { true } else { false } }

    /// Letters, digits and underlines that follow a variable would be read as a part of its name.
    var beginsLikeAName: Bool {
        guard case .text(let text) = self, let first = text.unicodeScalars.first else { return false }
        return first == "_" || first.properties.isAlphabetic || first.properties.numericType != nil
    }

    /// A quote inside single quotes ends them, stands escaped, and opens them again.
    var inSingleQuotes: String {
        switch self {
        case .text(let text):
            text.utf8.contains(UInt8(ascii: "'"))
                ? text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) : text
        case .variable: ""
        }
    }

    private static func isSpecialInDoubleQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "$")
            || byte == UInt8(ascii: "`")
    }

    /// Four characters keep their meaning inside double quotes. The braces end a name where letters follow it.
    func inDoubleQuotes(beforeName: Bool) -> String {
        switch self {
        case .text(let text):
            text.utf8.contains(where: Self.isSpecialInDoubleQuotes)
                ? text.unicodeScalars.reduce(into: "") { quoted, scalar in
                    if scalar.isASCII, Self.isSpecialInDoubleQuotes(UInt8(scalar.value)) { quoted += "\\" }
                    quoted.unicodeScalars.append(scalar)
                } : text
        case .variable(let name): beforeName ? "${\(name)}" : "$\(name)"
        }
    }
}
