import Contract

/// Lists in Swift source: arguments, parameters, elements, cases. What fits a line stands on one.
extension SwiftSource {
    /// A call or a declaration with a list in parentheses: on one line where it fits, else filled into several.
    /// A collection that is broken over lines ends each with a comma, the last too.
    mutating func list(_ opening: String, _ elements: [String], _ closing: String, isCollection: Bool = false) {
        let flat = opening + elements.joined(separator: ", ") + closing
        if margin + flat.columns <= Self.width {
            line(flat)
            return
        }
        line(opening)
        indented { inner in
            for row in inner.rows(of: elements, lastWith: isCollection ? "," : "") { inner.line(row) }
        }
        line(closing)
    }

    /// A call: on one line where it fits, else with its arguments filled into several, the last with the closing
    /// parenthesis.
    mutating func call(_ opening: String, _ arguments: [String], _ closing: String = ")") {
        let flat = opening + arguments.joined(separator: ", ") + closing
        if margin + flat.columns <= Self.width {
            line(flat)
            return
        }
        line(opening)
        indented { inner in
            for row in inner.rows(of: arguments, lastWith: closing) { inner.line(row) }
        }
    }

    /// An opening and the one statement inside its braces: on one line where they fit.
    mutating func oneLiner(_ opening: String, _ statement: String) {
        let flat = "\(opening) { \(statement) }"
        if margin + flat.columns <= Self.width {
            line(flat)
        } else {
            block(opening) { $0.line(statement) }
        }
    }

    /// An enumeration's cases without payload. Those that are called as their values are share lines.
    mutating func cases(_ values: [(name: String, value: String, location: SourceLocation?)]) {
        var row: [String] = []
        var named: [(name: String, location: SourceLocation)] = []
        for (name, value, location) in values {
            let isPlain = name == value
            let longer = "case " + (row + [SwiftNames.declared(name)]).joined(separator: ", ")
            if !isPlain || margin + longer.columns > Self.width { flush(&self) }
            if isPlain {
                row.append(SwiftNames.declared(name))
                if let location { named.append((name, location)) }
            } else {
                if let location { origin(location) }
                line("case \(SwiftNames.declared(name)) = \(SwiftNames.literal(value))")
            }
        }
        flush(&self)

        func flush(_ source: inout SwiftSource) {
            guard !row.isEmpty else { return }
            if let start = named.first { source.origin(start.location) }
            source.line("case " + row.joined(separator: ", "), naming: named)
            (row, named) = ([], [])
        }
    }

    /// Elements in rows that fit the width, each row but the last with a comma at its end.
    func rows(of elements: [String], lastWith closing: String = "", reserving reserved: Int = 0) -> [String] {
        var rows: [String] = []
        for (index, element) in elements.enumerated() {
            let piece = element + (index + 1 < elements.count ? "," : closing)
            if let last = rows.last, margin + reserved + last.columns + 1 + piece.columns <= Self.width {
                rows[rows.count - 1] = last + " " + piece
            } else {
                rows.append(piece)
            }
        }
        return rows
    }

    /// A switch over `self` from cases to values. Cases with the same value share a line.
    mutating func switchLines(_ values: [(name: String, value: String, location: SourceLocation)]) {
        var groups: [(patterns: [String], value: String, location: SourceLocation)] = []
        for (name, value, location) in values {
            if let index = groups.firstIndex(where: { $0.value == value }) {
                groups[index].patterns.append(".\(name)")
            } else {
                groups.append(([".\(name)"], value, location))
            }
        }
        line("switch self {")
        for group in groups {
            origin(group.location)
            let rows = rows(of: group.patterns, lastWith: ":", reserving: 5)
            guard rows.count > 1 else {
                caseLine("case " + rows.joined().dropLast(), group.value)
                continue
            }
            for (index, row) in rows.enumerated() { line((index == 0 ? "case " : "    ") + row) }
            indented { $0.line(group.value) }
        }
        line("}")
    }
}
