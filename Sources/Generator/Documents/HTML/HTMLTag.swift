/// The elements that the page is made of. A page asks for the kind of each of its thousands.
enum HTMLTag: String {
    case a, article, body, button, code, details, div, h1, h2, h3, h4, head, html, input, kbd, label, li, main, meta
    case nav, ol, p, path, pre, rect, script, section, span, style, summary, svg, table, tbody, td, text, th, thead
    case title, tr, ul

    /// Has no end tag.
    var isVoid: Bool { self == .meta || self == .input }

    /// Begins a line.
    var isBlock: Bool {
        switch self {
        case .article, .body, .details, .div, .h1, .h2, .h3, .h4, .head, .li, .main, .meta, .nav, .ol, .p, .script,
            .section, .style, .svg, .table, .tbody, .thead, .title, .tr, .ul:
            true
        default: false
        }
    }
}
