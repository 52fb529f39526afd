import Contract

/// Writes a page as text, and remembers which declaration each of its lines tells of.
struct HTMLPrinter {
    private var text = ""
    private var origins = LineOrigins()
    private var open: [SourceLocation] = []

    static func file(_ path: String, of page: HTMLNode) -> GeneratedFile {
        var printer = HTMLPrinter()
        printer.append("<!DOCTYPE html>\n")
        printer.print(page)
        printer.append("\n")
        return GeneratedFile(path: path, content: printer.text, origins: printer.origins)
    }

    private mutating func print(_ node: HTMLNode) {
        switch node {
        case .text(let text): append(Self.escaped(text))
        case .verbatim(let text): append(text)
        case .element(let element): print(element)
        }
    }

    private mutating func print(_ element: HTMLElement) {
        let isBlock = element.origin != nil || Self.blocks.contains(element.name)
        if isBlock { breakLine() }
        if let origin = element.origin { open.append(origin) }
        append("<\(element.name)")
        for (name, value) in element.attributes { append(" \(name)=\"\(Self.escaped(value))\"") }
        append(">")
        if !HTMLElement.void.contains(element.name) {
            for child in element.children { print(child) }
            append("</\(element.name)>")
        }
        if isBlock { append("\n") }
        if element.origin != nil { open.removeLast() }
    }

    private static let blocks: Set<String> = [
        "head", "body", "meta", "title", "style", "script", "main", "nav", "section", "article", "header", "h1", "h2",
        "h3", "h4", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "div", "details", "svg",
    ]

    private mutating func breakLine() { if text.utf8.last != UInt8(ascii: "\n") { append("\n") } }

    private mutating func append(_ piece: String) {
        text += piece
        for byte in piece.utf8 where byte == UInt8(ascii: "\n") {
            origins.begin(open.last, depth: 0)
            origins.emit(depth: 0)
        }
    }

    /// Enough for text and for attributes in double quotes. Byte by byte: a page has hundreds of thousands of characters,
    /// and hardly one of them needs an escape.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
