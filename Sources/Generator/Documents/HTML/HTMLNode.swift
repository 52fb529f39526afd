import Contract

/// A piece of a page. Text and attributes are escaped when they are printed, so no text of a spec can become markup.
enum HTMLNode: ExpressibleByStringInterpolation {
    case text(String)
    /// The content of a style or a script, which HTML reads as it stands.
    case verbatim(String)
    indirect case element(HTMLElement)

    init(stringLiteral value: String) { self = .text(value) }
}

/// An element with its attributes and what stands in it.
struct HTMLElement {
    let tag: HTMLTag
    let attributes: KeyValuePairs<String, String>
    let children: [HTMLNode]
    /// The declaration that the element tells of. It begins a line of its own.
    let origin: SourceLocation?
}

extension HTMLNode {
    static func element(
        _ tag: HTMLTag, _ attributes: KeyValuePairs<String, String> = [:], _ children: [HTMLNode] = [],
        from origin: SourceLocation? = nil
    ) -> HTMLNode {
        .element(HTMLElement(tag: tag, attributes: attributes, children: children, origin: origin))
    }

    static func code(_ text: String) -> HTMLNode { .element(.code, [:], [.text(text)]) }

    static func link(_ target: String, _ children: [HTMLNode]) -> HTMLNode {
        .element(.a, ["href": "#\(target)"], children)
    }

    /// A sentence of a spec, in which backticks enclose code.
    static func sentence(_ text: String) -> [HTMLNode] {
        guard text.utf8.contains(UInt8(ascii: "`")) else { return text.isEmpty ? [] : [.text(text)] }
        let pieces = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
        return pieces.enumerated().filter { !$0.element.isEmpty }.map {
            let piece = String(Substring($0.element))
            return $0.offset.isMultiple(of: 2) ? .text(piece) : .code(piece)
        }
    }
}
