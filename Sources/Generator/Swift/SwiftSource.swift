import Contract

/// Swift source while it is being written: lines, indentation, documentation.
struct SwiftSource {
    /// The width that the repository's formatting allows.
    static let width = 120

    private var buffer = TextBuffer()
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
        if !content.isEmpty {
            buffer.append(spaces: margin)
            buffer.append(content)
        }
        gap()
    }

    /// Lines that are there already, each at this depth.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { source in
            for piece in source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                if !piece.isEmpty {
                    buffer.append(spaces: margin)
                    buffer.append(UnsafeBufferPointer(rebasing: piece))
                }
                gap()
            }
        }
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
        buffer.append(UInt8(ascii: "\n"))
        origins.emit(depth: depth)
    }

    /// A documentation comment, wrapped at the line width.
    mutating func doc(_ sentence: String) {
        if sentence.isEmpty { line("///") }
        for piece in wrap(sentence, width: Self.width - margin - 4) { line("/// " + piece) }
    }

    /// A case and its one statement, on one line where they fit.
    mutating func caseLine(_ pattern: String, _ statement: String) {
        if margin + pattern.columns + statement.columns + 2 <= Self.width {
            line("\(pattern): \(statement)")
        } else {
            line("\(pattern):")
            indented { $0.line(statement) }
        }
    }

    /// A guard on one line where it fits, else with its conditions filled into several.
    mutating func guardLine(_ conditions: [String], else exit: String) {
        let flat = "guard " + conditions.joined(separator: ", ") + " else { \(exit) }"
        if margin + flat.columns <= Self.width {
            line(flat)
            return
        }
        var current = "guard"
        var isFirst = true
        for (index, condition) in conditions.enumerated() {
            let piece = " " + condition + (index + 1 < conditions.count ? "," : "")
            if margin + current.columns + piece.columns > Self.width {
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

    /// What has been written.
    var bytes: [UInt8] { buffer.bytes }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// How many columns stand before each line.
    var margin: Int { depth * 4 }

    /// Nothing, at the same depth: to see how much room something takes.
    var probe: SwiftSource {
        var probe = SwiftSource()
        probe.depth = depth
        return probe
    }

    func wrap(_ sentence: String, width: Int) -> [String] {
        var sentence = sentence
        return sentence.withUTF8 { source in
            var lines: [String] = []
            var line: [UInt8] = []
            var columns = 0
            for word in source.split(separator: UInt8(ascii: " ")) {
                let isPlain = word.allSatisfy { $0 < 0x80 }
                let length = isPlain ? word.count : String(decoding: word, as: UTF8.self).count
                if columns > 0, columns + 1 + length > width {
                    lines.append(String(decoding: line, as: UTF8.self))
                    line.removeAll(keepingCapacity: true)
                    columns = 0
                }
                if columns > 0 {
                    line.append(UInt8(ascii: " "))
                    columns += 1
                }
                line.append(contentsOf: word)
                columns += length
            }
            return line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
        }
    }
}
