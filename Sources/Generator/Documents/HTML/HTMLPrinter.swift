import Contract

/// Writes a page as text, and remembers which declaration each of its lines tells of.
struct HTMLPrinter {
    private var text = TextBuffer(capacity: 1 << 19)
    /// How much of the text has been looked through for line ends.
    private var seen = 0
    private var origins = LineOrigins()
    private var open: [SourceLocation] = []

    static func file(_ path: String, of page: HTMLNode) -> GeneratedFile {
        var printer = HTMLPrinter()
        printer.text.append("<!DOCTYPE html>\n")
        printer.print(page)
        printer.text.append(UInt8(ascii: "\n"))
        printer.countLines()
        return GeneratedFile(path: path, bytes: printer.text.bytes, origins: printer.origins)
    }

    private mutating func print(_ node: HTMLNode) {
        switch node {
        case .text(let text): append(escaping: text)
        case .verbatim(let text): self.text.append(text)
        case .element(let element): print(element)
        }
    }

    private mutating func print(_ element: HTMLElement) {
        let isBlock = element.origin != nil || element.tag.isBlock
        if isBlock { breakLine() }
        if let origin = element.origin {
            countLines()
            open.append(origin)
        }
        let tag = element.tag.rawValue
        text.append(UInt8(ascii: "<"))
        text.append(tag)
        for (name, value) in element.attributes {
            text.append(UInt8(ascii: " "))
            text.append(name)
            text.append("=\"")
            append(escaping: value)
            text.append(UInt8(ascii: "\""))
        }
        text.append(UInt8(ascii: ">"))
        if !element.tag.isVoid {
            for child in element.children { print(child) }
            text.append("</")
            text.append(tag)
            text.append(UInt8(ascii: ">"))
        }
        if isBlock { text.append(UInt8(ascii: "\n")) }
        if element.origin != nil {
            countLines()
            open.removeLast()
        }
    }

    private mutating func breakLine() { if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) } }

    /// The lines that were written since the last time stem from the declaration that is open.
    private mutating func countLines() {
        let lines = text.count(of: UInt8(ascii: "\n"), from: seen)
        seen = text.count
        guard lines > 0 else { return }
        origins.begin(open.last, depth: 0)
        origins.emit(lines, depth: 0)
    }

    /// Enough for text and for attributes in double quotes.
    private mutating func append(escaping text: String) {
        self.text.append(text) {
            $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\"")
        } by: { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            default: "&quot;"
            }
        }
    }
}
