/// The lines of a source around a place, with the token there underlined.
///
/// Columns count Unicode scalars, as the YAML parser does. Tabs are shown as one blank, so that the underline stands
/// where it should; long lines are cut to what surrounds the token; control characters are not passed to a terminal.
struct CodeFrame {
    /// How much of a line is shown, in characters.
    private static let width = 100
    /// How much of a cut line stands before the token.
    private static let lead = 40

    private let lines: [[Unicode.Scalar]]

    init(source: String) {
        var lines: [[Unicode.Scalar]] = [[]]
        var afterReturn = false
        for scalar in source.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\n", afterReturn { continue }
            if scalar == "\n" || scalar == "\r" {
                lines.append([])
            } else {
                lines[lines.count - 1].append(scalar)
            }
        }
        // An editor shows no line behind the last line end; a finding may still point there.
        self.lines = lines
    }

    /// The frame's lines; empty where the source has no such line.
    func lines(at location: SourceLocation) -> [String] {
        guard location.line >= 1, location.line <= lines.count else { return [] }
        let line = lines[location.line - 1]
        let start = min(max(location.column - 1, 0), line.count)
        let length = Self.tokenLength(in: line, from: start)
        let first = line.count > Self.width ? max(0, start - Self.lead) : 0
        let last = min(line.count, first + Self.width)
        let gutter = String(location.line).count
        let blank = String(repeating: " ", count: gutter)
        var frame = ["\(blank) |"]
        if location.line > 1, let before = shownBefore(location.line, from: first) {
            let number = String(location.line - 1)
            let padding = String(repeating: " ", count: gutter - number.count)
            frame.append("\(padding)\(number) | \(before)")
        }
        let cut = first > 0 ? "…" : ""
        let rest = last < line.count ? "…" : ""
        frame.append("\(location.line) | \(cut)\(Self.shown(line[first..<last]))\(rest)")
        let indent = String(repeating: " ", count: start - first + cut.count)
        let underline = String(repeating: "^", count: max(1, min(length, last - start)))
        frame.append("\(blank) | \(indent)\(underline)")
        return frame
    }

    /// The line before, which often says what the wrong line belongs to; nil if it is blank or a cut would hide it.
    private func shownBefore(_ number: Int, from first: Int) -> String? {
        let line = lines[number - 2]
        guard first == 0, line.count <= Self.width, line.contains(where: { $0 != " " && $0 != "\t" }) else {
            return nil
        }
        return Self.shown(line[...])
    }

    private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar.properties.generalCategory {
            case .control where scalar == "\t": text.append(" ")
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: text.append("\u{FFFD}")
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    /// How far the YAML token reaches that begins here.
    private static func tokenLength(in line: [Unicode.Scalar], from start: Int) -> Int {
        guard start < line.count else { return 1 }
        let opening = line[start]
        if opening == "\"" || opening == "'" {
            var index = start + 1
            while index < line.count, line[index] != opening {
                index += opening == "\"" && line[index] == "\\" ? 2 : 1
            }
            return min(index + 1, line.count) - start
        }
        if "[{-".unicodeScalars.contains(opening) { return 1 }
        // Outside of brackets a comma belongs to the text.
        let isInFlow =
            line[..<start].reduce(0) { depth, scalar in
                "[{".unicodeScalars.contains(scalar)
                    ? depth + 1 : "]}".unicodeScalars.contains(scalar) ? depth - 1 : depth
            } > 0
        var end = start
        while end < line.count {
            let isLast = end + 1 == line.count
            if line[end] == ":", isLast || line[end + 1] == " " { break }
            if line[end] == " ", !isLast, line[end + 1] == "#" { break }
            if isInFlow, ",]}".unicodeScalars.contains(line[end]) { break }
            end += 1
        }
        while end > start, line[end - 1] == " " || line[end - 1] == "\t" { end -= 1 }
        return max(1, end - start)
    }
}
