import Foundation

/// What the server's sources have already: which handlers, where, and the type that they extend.
struct ServerSources {
    let folder: String
    /// Where each operation's handler begins, by the operation's name.
    private(set) var handlers: [String: Place] = [:]
    /// The type that says it implements all handlers; nil while there is none.
    private(set) var implementer: String?

    struct Place: Equatable, CustomStringConvertible {
        let file: String
        let line: Int

        var description: String { "\(file):\(line)" }
    }

    init(folder: String) {
        self.folder = folder
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for path in paths.filter({ $0.hasSuffix(".swift") }).sorted() {
            let file = "\(folder)/\(path)"
            if let text = try? String(contentsOfFile: file, encoding: .utf8) { read(text, of: file) }
        }
    }

    /// A handler is a function that answers with the outcome that is called after it.
    private mutating func read(_ text: String, of file: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let code = line.drop { $0 == " " }
            guard !code.hasPrefix("//") else { continue }
            if let name = Self.word(behind: "func ", in: code) {
                let signature = Self.signature(in: lines[index...])
                let outcome = name.prefix(1).uppercased() + name.dropFirst() + ".Outcome"
                if signature.contains(outcome) { handlers[name] = handlers[name] ?? Place(file: file, line: index + 1) }
            }
            for keyword in ["struct ", "class ", "actor "] {
                guard let name = Self.word(behind: keyword, in: code) else { continue }
                // Behind the name there is the list at once: handlers that stand in angle brackets are somebody else's.
                let behind = Self.signature(in: lines[index...]).split(separator: name, maxSplits: 1).last ?? ""
                let list = behind.hasPrefix(":") ? behind.split { !$0.isLetter && !$0.isNumber } : []
                if list.contains("Handlers") { implementer = implementer ?? name }
            }
        }
    }

    /// From a declaration's first line to its brace.
    private static func signature(in lines: ArraySlice<Substring>) -> String {
        var text = ""
        for line in lines.prefix(12) {
            text += line.prefix { $0 != "{" } + " "
            if line.contains("{") { break }
        }
        return text
    }

    private static func word(behind keyword: String, in line: Substring) -> String? {
        guard let range = line.range(of: keyword),
            range.lowerBound == line.startIndex || line[line.index(before: range.lowerBound)] == " "
        else { return nil }
        let word = line[range.upperBound...].drop { $0 == "`" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return word.isEmpty ? nil : String(word)
    }
}
