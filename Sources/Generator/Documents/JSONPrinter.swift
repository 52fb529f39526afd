import Contract

/// Writes a JSON document for people and for diffs: one member a line, two spaces a level, a line end at the end.
struct JSONPrinter {
    private var text: [UInt8] = []
    private var depth = 0
    private var origins = LineOrigins()

    static func text(of node: JSONNode) -> String { file("", of: node).content }

    /// The document as a file, with the origins that its objects name.
    static func file(_ path: String, of node: JSONNode) -> GeneratedFile {
        var printer = JSONPrinter()
        printer.origins.emit(depth: 0)
        printer.print(node)
        printer.text.append(UInt8(ascii: "\n"))
        return GeneratedFile(
            path: path, content: String(decoding: printer.text, as: UTF8.self), origins: printer.origins)
    }

    private mutating func print(_ node: JSONNode) {
        switch node {
        case .null: append("null")
        case .boolean(let value): append(value ? "true" : "false")
        case .integer(let value): append(String(value))
        case .text(let value): quote(value)
        case .list(let elements): print(elements, between: ("[", "]"), from: \.origin) { $0.print($1) }
        case .object(let object):
            print(object.members, between: ("{", "}"), from: { $0.value.origin }) { printer, member in
                printer.quote(member.name)
                printer.append(": ")
                printer.print(member.value)
            }
        }
    }

    private mutating func print<Element>(
        _ elements: [Element], between brackets: (String, String), from origin: (Element) -> SourceLocation?,
        each: (inout JSONPrinter, Element) -> Void
    ) {
        append(brackets.0)
        depth += 1
        for (index, element) in elements.enumerated() {
            append(index == 0 ? "" : ",")
            origins.begin(origin(element), depth: depth)
            breakLine()
            each(&self, element)
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        append(brackets.1)
    }

    private mutating func breakLine() {
        text.append(UInt8(ascii: "\n"))
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        origins.emit(depth: depth)
    }

    private mutating func append(_ piece: String) { text.append(contentsOf: piece.utf8) }

    /// RFC 8259 asks for these escapes and no others.
    private mutating func quote(_ value: String) {
        text.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0x00...0x1F:
                let digits = String(byte, radix: 16)
                append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
