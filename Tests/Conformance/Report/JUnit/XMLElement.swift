/// An element of XML with its attributes and what stands in it. Everything is escaped when it is written.
struct XMLElement {
    let name: String
    var attributes: [(name: String, value: String)] = []
    var children: [XMLElement] = []
    var text = ""

    /// The document that has this element and nothing beside it.
    var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(depth: 0) + "\n" }

    private func written(depth: Int) -> String {
        let indent = String(repeating: "  ", count: depth)
        let head = indent + "<\(name)" + attributes.map { " \($0.name)=\"\(Self.attribute($0.value))\"" }.joined()
        if children.isEmpty { return text.isEmpty ? head + "/>" : "\(head)>\(Self.escaped(text))</\(name)>" }
        let lines = children.map { $0.written(depth: depth + 1) }.joined(separator: "\n")
        return "\(head)>\n\(lines)\n\(indent)</\(name)>"
    }

    /// Line ends stay what they are; readers would turn them into blanks.
    private static func attribute(_ text: String) -> String { escaped(text).replacing("\n", with: "&#10;") }

    /// What XML 1.0 cannot carry at all becomes the sign for what is not known.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
            case "\n", "\t", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                result.append(scalar)
            default: result.append("\u{FFFD}")
            }
        }
        return String(result)
    }
}
