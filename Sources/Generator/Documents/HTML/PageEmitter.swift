import Contract

/// `docs.html`: the contract as one page for people, which needs nothing but itself.
enum PageEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [HTMLPrinter.file("Documents/docs.html", of: page(contract))]
    }

    static func page(_ contract: Contract) -> HTMLNode {
        let chapters = chapters(contract)
        return .element(
            .html, ["lang": "en"],
            [
                .element(.head, [:], head(contract)),
                .element(
                    .body, [:],
                    [
                        .element(.a, ["class": "skip", "href": "#content"], ["Skip to the content"]),
                        .element(.div, ["class": "side"], side(contract, chapters)),
                        .element(
                            .main, ["id": "content", "tabindex": "-1"], opening(contract) + chapters.map(section)),
                        .element(.script, [:], [.verbatim(PageScript.text)]),
                    ]),
            ])
    }

    private static func chapters(_ contract: Contract) -> [PageChapter] {
        let chapters =
            [PageAccess.chapter(contract)] + PageOperations.chapters(contract)
            + [
                PageFlows.chapter(contract), PageSocket.chapter(contract), PageErrors.chapter(contract),
                PageLimits.chapter(contract), PageMails.chapter(contract), PageTypes.chapter(contract),
                PagePromises.chapter(contract),
            ]
        return chapters.filter { !$0.entries.isEmpty }
    }

    /// The policy lets in the page's own style and script by their hashes, and nothing else.
    private static func head(_ contract: Contract) -> [HTMLNode] {
        let policy = """
            default-src 'none'; style-src 'sha256-\(SHA256Digest.base64(of: PageStyle.text))'; \
            script-src 'sha256-\(SHA256Digest.base64(of: PageScript.text))'; base-uri 'none'; form-action 'none'
            """
        return [
            .element(.meta, ["charset": "utf-8"]),
            .element(.meta, ["http-equiv": "Content-Security-Policy", "content": policy]),
            .element(.meta, ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element(.meta, ["name": "description", "content": contract.summary]),
            .element(.title, [:], ["\(contract.name) API"]),
            .element(.style, [:], [.verbatim(PageStyle.text)]),
        ]
    }

    private static func side(_ contract: Contract, _ chapters: [PageChapter]) -> [HTMLNode] {
        let lists = chapters.flatMap { chapter -> [HTMLNode] in
            [
                .element(.h2, [:], [.link(chapter.id, [.text(chapter.title)])]),
                .element(
                    .ul, [:],
                    chapter.entries.map { entry in
                        .element(.li, [:], [.link(entry.id, [.text(entry.name)])], from: entry.origin)
                    }),
            ]
        }
        return [
            .element(.p, ["class": "name"], ["\(contract.name) \(contract.version)"], from: contract.location),
            .element(.label, ["for": "search"], ["Search ", .element(.kbd, [:], ["/"])]),
            .element(.input, ["id": "search", "type": "search", "autocomplete": "off", "spellcheck": "false"]),
            .element(.p, ["id": "found", "class": "found", "role": "status"]),
            .element(.button, ["id": "theme", "type": "button", "hidden": ""], ["Light or dark"]),
            .element(.nav, ["aria-label": "Contents"], lists),
        ]
    }

    private static func opening(_ contract: Contract) -> [HTMLNode] {
        let guide = contract.guide.map { HTMLNode.element(.li, [:], HTMLNode.sentence($0), from: contract.location) }
        return [
            .element(.h1, [:], ["\(contract.name) API"], from: contract.location),
            .element(.p, ["class": "lead"], [.text(contract.summary)], from: contract.location),
            .element(.ul, [:], guide + PageConventions.rules(contract)),
            PagePicture.picture(contract),
        ]
    }

    private static func section(_ chapter: PageChapter) -> HTMLNode {
        let title = HTMLNode.element(.h2, ["id": chapter.id], [.text(chapter.title)], from: chapter.origin)
        return .element(
            .section, ["aria-labelledby": chapter.id], [title] + chapter.opening + chapter.entries.map(\.node))
    }
}
