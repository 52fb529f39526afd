import Contract

/// Writes a JSON document for people and for diffs: one member a line, two spaces a level, a line end at the end.
struct JSONPrinter {
    private var text: TextBuffer
    private var depth = 0
    private var origins = LineOrigins()

    private init(capacity: Int) {
        text = TextBuffer(capacity: capacity)
    }

    static func text(of node: JSONNode) -> String { file("", of: node, capacity: 1 << 10).content }

    /// The document as a file, with the origins that its objects name.
    static func file(_ path: String, of node: JSONNode, capacity: Int = 1 << 16) -> GeneratedFile {
        var printer = JSONPrinter(capacity: capacity)
        printer.origins.emit(depth: 0)
        printer.print(node)
        printer.text.append(UInt8(ascii: "\n"))
        return GeneratedFile(path: path, bytes: printer.text.bytes, origins: printer.origins)
    }

    private mutating func print(_ node: JSONNode) {
        switch node {
        case .null: text.append("null")
        case .boolean(let value): text.append(value ? "true" : "false")
        case .integer(let value): text.append(String(value))
        case .text(let value): quote(value)
        case .list(let elements): print(elements, between: ("[", "]"), from: \.origin) { $0.print($1) }
        case .object(let object):
            print(object.members, between: ("{", "}"), from: { $0.value.origin }) { printer, member in
                printer.quote(member.name)
                printer.text.append(": ")
                printer.print(member.value)
            }
        }
    }

    private mutating func print<Element>(
        _ elements: [Element], between brackets: (StaticString, StaticString),
        from origin: (Element) -> SourceLocation?,
        each: (inout JSONPrinter, Element) -> Void
    ) {
        text.append(brackets.0)
        depth += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            origins.begin(origin(element), depth: depth)
            breakLine()
            each(&self, element)
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        text.append(brackets.1)
    }

    private mutating func breakLine() {
        text.append(UInt8(ascii: "\n"))
        text.append(spaces: depth * 2)
        origins.emit(depth: depth)
    }

    /// RFC 8259 asks for these escapes and no others.
    private mutating func quote(_ value: String) {
        text.append(UInt8(ascii: "\""))
        text.append(value) {
            $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
        } by: { byte in
            switch byte {
            case UInt8(ascii: "\""): "\\\""
            case UInt8(ascii: "\\"): "\\\\"
            case UInt8(ascii: "\n"): "\\n"
            case UInt8(ascii: "\r"): "\\r"
            case UInt8(ascii: "\t"): "\\t"
            case 0x00...0x0F: "\\u000" + String(byte, radix: 16)
            default: "\\u00" + String(byte, radix: 16)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
