import Contract

/// Swift source while it is being written: lines, indentation, documentation.
struct SwiftSource {
    /// The width that the repository's formatting allows.
    static let width = 120

    private(set) var text = ""
    private(set) var origins = LineOrigins()
    private var depth = 0

    /// The first line of every generated file.
    static func file(importing modules: [String] = []) -> SwiftSource {
        var source = SwiftSource()
        source.line("// Generated from spec/ by `make generate`. Edit the spec, not this file.")
        source.line()
        for module in modules { source.line("import \(module)") }
        return source
    }

    mutating func line(_ content: String = "") {
        text += content.isEmpty ? "\n" : indentation + content + "\n"
        origins.emit(depth: depth)
    }

    /// A line that names several declarations.
    mutating func line(_ content: String, naming names: [(name: String, location: SourceLocation)]) {
        origins.share(names)
        line(content)
    }

    /// What comes next, until another declaration begins or this block ends, stems from this place of the spec.
    mutating func origin(_ location: SourceLocation) { origins.begin(location, depth: depth) }

    /// An opening line, what stands inside the braces, and the closing brace.
    mutating func block(_ opening: String, _ body: (inout SwiftSource) -> Void) {
        line(opening + " {")
        indented(body)
        line("}")
    }

    mutating func indented(_ body: (inout SwiftSource) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// A blank line between declarations.
    mutating func gap() {
        text += "\n"
        origins.emit(depth: depth)
    }

    /// A documentation comment, wrapped at the line width.
    mutating func doc(_ sentence: String) {
        if sentence.isEmpty { line("///") }
        for piece in wrap(sentence, width: Self.width - indentation.count - 4) { line("/// " + piece) }
    }

    /// A case and its one statement, on one line where they fit.
    mutating func caseLine(_ pattern: String, _ statement: String) {
        if indentation.count + pattern.count + statement.count + 2 <= Self.width {
            line("\(pattern): \(statement)")
        } else {
            line("\(pattern):")
            indented { $0.line(statement) }
        }
    }

    /// A guard on one line where it fits, else with its conditions filled into several.
    mutating func guardLine(_ conditions: [String], else exit: String) {
        let flat = "guard " + conditions.joined(separator: ", ") + " else { \(exit) }"
        if indentation.count + flat.count <= Self.width {
            line(flat)
            return
        }
        var current = "guard"
        var isFirst = true
        for (index, condition) in conditions.enumerated() {
            let piece = " " + condition + (index + 1 < conditions.count ? "," : "")
            if indentation.count + current.count + piece.count > Self.width {
                line((isFirst ? "" : "    ") + current)
                isFirst = false
                current = String(piece.dropFirst())
            } else {
                current += piece
            }
        }
        line((isFirst ? "" : "    ") + current)
        line("else { \(exit) }")
    }

    var indentation: String { String(repeating: " ", count: depth * 4) }

    func wrap(_ sentence: String, width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in sentence.split(separator: " ", omittingEmptySubsequences: true) {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        return lines + (current.isEmpty ? [] : [current])
    }
}
