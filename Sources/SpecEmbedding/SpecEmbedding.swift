import Foundation

/// Writes files as a Swift source that holds them: `SpecEmbedding FOLDER OUTPUT FILE…`. Their names are those below the
/// folder.
@main
struct SpecEmbedding {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 2 else { throw CocoaError(.fileReadInvalidFileName) }
        let folder = arguments[1] + "/"
        var lines = [
            "/// The spec as it was when this program was built.",
            "enum EmbeddedSpec {",
            "    static let files: [(name: String, text: String)] = [",
        ]
        for path in arguments.dropFirst(2).sorted() {
            let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
            let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
            lines.append("        (name: \(literal(name)), text: \(literal(text))),")
        }
        lines += ["    ]", "}", ""]
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: arguments[2]))
    }

    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\u{0}"..<"\u{20}", "\u{7F}": literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
