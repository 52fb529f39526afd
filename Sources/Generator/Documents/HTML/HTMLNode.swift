import Contract

/// A piece of a page. Text and attributes are escaped when they are printed, so no text of a spec can become markup.
indirect enum HTMLNode: ExpressibleByStringInterpolation {
    case text(String)
    /// The content of a style or a script, which HTML reads as it stands.
    case verbatim(String)
    case element(HTMLElement)

    init(stringLiteral value: String) { self = .text(value) }
}

/// An element with its attributes and what stands in it.
struct HTMLElement {
    let name: String
    let attributes: [(name: String, value: String)]
    let children: [HTMLNode]
    /// The declaration that the element tells of. It begins a line of its own.
    let origin: SourceLocation?

    /// Elements that have no end tag.
    static let void = ["meta", "input", "br"]
    /// Elements that begin a line. The most frequent first: a page asks for each of its elements.
    static let blocks = [
        "li", "p", "tr", "div", "h4", "ul", "table", "thead", "tbody", "details", "section", "article", "h1", "h2",
        "h3", "ol", "head", "body", "meta", "title", "style", "script", "main", "nav", "header", "svg",
    ]
}

extension HTMLNode {
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [HTMLNode] = [],
        from origin: SourceLocation? = nil
    ) -> HTMLNode {
        .element(
            HTMLElement(
                name: name, attributes: attributes.map { ($0.key, $0.value) }, children: children, origin: origin))
    }

    static func code(_ text: String) -> HTMLNode { .element("code", [:], [.text(text)]) }

    static func link(_ target: String, _ children: [HTMLNode]) -> HTMLNode {
        .element("a", ["href": "#\(target)"], children)
    }

    /// A sentence of a spec, in which backticks enclose code.
    static func sentence(_ text: String) -> [HTMLNode] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { !$0.element.isEmpty }.map {
            $0.offset.isMultiple(of: 2) ? .text(String($0.element)) : .code(String($0.element))
        }
    }
}
