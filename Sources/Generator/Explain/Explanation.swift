import Contract

/// What the contract says of one thing, laid out for a terminal: labels on the left, in columns what they stand for.
struct Explanation {
    let name: String
    let kind: String
    let location: SourceLocation?
    let summary: String?
    private var rows: [(label: String, cells: [[String]])] = []

    private static let width = 110
    private static let indent = 11

    init(_ subject: Subject, summary: String? = nil) {
        name = subject.name
        kind = subject.kind.rawValue
        location = subject.location
        self.summary = summary
    }

    /// Lines of cells. All but the last cell of a line are padded to columns. Nothing is added where there are none.
    mutating func add(_ label: String, _ cells: [[String]]) {
        if !cells.isEmpty { rows.append((label, cells)) }
    }

    mutating func add(_ label: String, _ text: String?) {
        if let text, !text.isEmpty { add(label, [[text]]) }
    }

    var text: String {
        var lines = ["\(name) (\(kind))" + (location.map { " at \($0)" } ?? "")]
        if let summary { lines += Self.wrapped(summary, at: Self.width) }
        if !rows.isEmpty { lines.append("") }
        for (label, cells) in rows {
            for (index, line) in Self.layout(cells).enumerated() {
                let head = index == 0 ? label : ""
                lines.append(head + String(repeating: " ", count: max(1, Self.indent - head.count)) + line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func layout(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.filter { $0.count > column + 1 }.map { $0[column].count }.max() ?? 0
        }
        return rows.flatMap { row -> [String] in
            var head = ""
            for (cell, width) in zip(row.dropLast(), widths) {
                head += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            let room = max(40, width - indent - head.count)
            let pieces = (row.last ?? "").split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { wrapped(String($0), at: room) }
            return pieces.enumerated().map { index, piece in
                (index == 0 ? head : String(repeating: " ", count: head.count)) + piece
            }.map { $0.hasSuffix(" ") ? String($0.reversed().drop { $0 == " " }.reversed()) : $0 }
        }
    }

    /// Words filled into lines; what is indented, as the lines of a command are, stays as it is.
    private static func wrapped(_ text: String, at width: Int) -> [String] {
        guard text.count > width, !text.hasPrefix(" "), !text.hasPrefix("curl ") else { return [text] }
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
