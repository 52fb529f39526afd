import Contract

/// The operations, a chapter for each section of the contract.
struct PageOperations {
    private let contract: Contract
    private let fields: PageFields
    private let examples: ExampleDocument

    static func chapters(_ contract: Contract) -> [PageChapter] {
        let operations = PageOperations(
            contract: contract, fields: PageFields(contract), examples: ExampleDocument(contract))
        return contract.sections.map { section in
            PageChapter(
                id: "section-\(section.number)-\(section.name)", title: section.title, origin: section.location,
                opening: section.guide.map { .element(.p, [:], HTMLNode.sentence($0), from: section.location) },
                entries: section.operations.map { operation in
                    PageEntry(
                        id: "operation-\(operation.name)", name: operation.name, origin: operation.location,
                        content: operations.content(operation))
                })
        }
    }

    private func content(_ operation: Operation) -> [HTMLNode] {
        let method = operation.route.method.rawValue
        let groups: [(place: String, fields: [Field])] = [
            ("path", operation.pathFields), ("query", operation.queryFields), ("body", operation.bodyFields ?? []),
        ]
        var content: [HTMLNode] = [
            .element(
                .p, ["class": "route"],
                [
                    .element(.span, ["class": "method \(method)"], [.text(method)]), .code(operation.route.template),
                ]),
            .element(.p, [:], HTMLNode.sentence(operation.summary)),
            .element(.ul, ["class": "badges"], badges(operation)),
        ]
        let table = fields.table(groups)
        if !table.isEmpty { content += [heading("Request")] + table }
        for refused in operation.refusedFields {
            content.append(
                .element(
                    .p, [:],
                    [
                        "A body with ", .code(refused.name), " is refused: ",
                        .link("error-\(refused.error)", [.text(refused.error)]), ".",
                    ]))
        }
        content += [heading("Replies")] + operation.replies.map(reply) + [heading("Errors")] + errors(operation)
        content += [heading("Curl"), curl(operation)] + PageConventions.promises(operation.promises, contract)
        return content
    }

    private func heading(_ text: String) -> HTMLNode { .element(.h4, [:], [.text(text)]) }

    private func badges(_ operation: Operation) -> [HTMLNode] {
        var badges = PageAccess.callers(operation.access).map { HTMLNode.element(.li, [:], $0) }
        for limit in contract.limits where operation.limits.contains(limit.name) {
            let often = ": \(limit.allowance) in \(limit.window) s"
            badges.append(
                .element(
                    .li, [:], [.link("limit-\(limit.name)", [.text(limit.name)]), .text(often)],
                    from: limit.location))
        }
        for mail in operation.mails {
            badges.append(.element(.li, [:], ["mail ", .link("mail-\(mail)", [.text(mail)])]))
        }
        if let audit = operation.audit { badges.append(.element(.li, [:], ["audit ", .code(audit)])) }
        if operation.isRetrySafe { badges.append(.element(.li, [:], ["Idempotency-Key"])) }
        if let seconds = operation.cacheSeconds {
            badges.append(.element(.li, [:], [.text("may be kept for \(seconds) s")]))
        }
        return badges
    }

    private func reply(_ reply: Reply) -> HTMLNode {
        let (words, example): (String, JSONNode) =
            switch reply.body {
            case .one(let type): ("", ["data": examples.value(of: type)])
            case .list(let type): ("list of ", ["data": [examples.value(of: type)]])
            case .page(let type):
                ("page of ", ["data": [examples.value(of: type)], "next_cursor": .null, "has_more": false])
            }
        let title: [HTMLNode] = [.code(String(reply.status)), .text(" \(words)")] + fields.use(reply.body.element)
        let text = String(JSONPrinter.text(of: example).dropLast())
        return .element(
            .details, [:],
            [
                .element(.summary, [:], title),
                .element(.pre, ["tabindex": "0"], [.element(.code, [:], [.text(text)])]),
            ])
    }

    /// Its own errors in words, those that follow from its kind by their codes.
    private func errors(_ operation: Operation) -> [HTMLNode] {
        let all = RefusalDocument(contract).errors(of: operation)
        let items = all.map { error in
            let says = operation.ownErrors.contains(error.code) ? " \(error.message)" : ""
            return HTMLNode.element(
                .li, [:], [.text("\(error.status) "), .link("error-\(error.code)", [.text(error.code)]), .text(says)],
                from: error.location)
        }
        let own = zip(all, items).filter { operation.ownErrors.contains($0.0.code) }.map(\.1)
        let implied = zip(all, items).filter { !operation.ownErrors.contains($0.0.code) }.map(\.1)
        return (own.isEmpty ? [] : [.element(.ul, ["class": "errors"], own)])
            + [.element(.ul, ["class": "badges"], implied)]
    }

    private func curl(_ operation: Operation) -> HTMLNode {
        let line = CurlLine(operation, of: contract).lines
        return .element(
            .div, ["class": "curl"],
            [
                .element(
                    .button,
                    ["type": "button", "data-copy": "", "aria-label": "Copy the curl line of \(operation.name)"],
                    ["Copy"]),
                .element(.pre, ["tabindex": "0"], [.element(.code, [:], [.text(line)])]),
            ])
    }
}
