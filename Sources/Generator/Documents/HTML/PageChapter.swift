import Contract

/// A part of the page: its entries can be searched, and each has an address of its own.
struct PageChapter {
    let id: String
    let title: String
    var origin: SourceLocation?
    var opening: [HTMLNode] = []
    let entries: [PageEntry]
}

/// One thing that the page explains.
struct PageEntry {
    /// What stands behind `#` in its address: `operation-login`.
    let id: String
    let name: String
    let origin: SourceLocation
    /// What stands below its name.
    let content: [HTMLNode]

    var node: HTMLNode {
        let heading = HTMLNode.element(.h3, [:], [.link(id, [.text(name)])])
        return .element(.article, ["id": id, "data-entry": ""], [heading] + content, from: origin)
    }
}
