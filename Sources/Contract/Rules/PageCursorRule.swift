/// A list that comes in pages is read on with what a page has named: clients send it as `cursor`, and say with `limit`
/// how much they want. Without either nobody comes to the end of the list.
enum PageCursorRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for operation in contract.operations {
            let cursor = operation.queryFields.first { $0.name == "cursor" }
            let limit = operation.queryFields.first { $0.name == "limit" }
            switch operation.reply.body {
            case .page:
                check(cursor, of: operation, contract, findings)
                check(limit: limit, of: operation, contract, findings)
            case .list(let element):
                for field in [cursor, limit].compactMap({ $0 }) { reject(field, of: operation, element, findings) }
            case .one(let element):
                if let cursor { reject(cursor, of: operation, element, findings) }
            }
        }
    }

    private static func check(
        _ cursor: Field?, of operation: Operation, _ contract: Contract, _ findings: FindingCollector
    ) {
        guard let cursor else {
            return findings.report(
                .pageCursor, at: operation.location,
                "'\(operation.name)' answers a page, and nothing asks for the next one",
                hint: "let its query take 'cursor?', a text, or answer the whole list: "
                    + "[\(operation.reply.body.element.notation)]")
        }
        if !isFreeText(cursor.type, contract) {
            findings.report(
                .pageCursor, at: cursor.location,
                "a cursor of type \(cursor.type.notation) can name no place in a list",
                hint: "let it be a text without a format: the server makes it up")
        }
        if !cursor.isOptional {
            findings.report(
                .pageCursor, at: cursor.location,
                "'\(operation.name)' needs a cursor, and whoever begins at the first page has none",
                hint: "write 'cursor?'")
        }
    }

    private static func check(
        limit: Field?, of operation: Operation, _ contract: Contract, _ findings: FindingCollector
    ) {
        guard let limit else {
            return findings.report(
                .pageCursor, at: operation.location,
                "'\(operation.name)' answers a page, and nobody can say how large one is",
                hint: "let its query take 'limit?', a whole number with a maximum and a default")
        }
        guard case .integer(let rule)? = shape(of: limit.type, contract) else {
            return findings.report(
                .pageCursor, at: limit.location, "a limit of type \(limit.type.notation) is no number of elements",
                hint: "let it be an integer")
        }
        if rule.minimum < 1 {
            findings.report(
                .pageCursor, at: limit.location,
                "\(limit.type.notation) allows pages of \(rule.minimum) elements, which never come to an end",
                hint: "let 'min' be 1")
        }
    }

    private static func reject(
        _ field: Field, of operation: Operation, _ element: TypeReference, _ findings: FindingCollector
    ) {
        findings.report(
            .pageCursor, at: field.location,
            "'\(operation.name)' takes '\(field.name)', and its reply does not come in pages",
            hint: "answer 'page of \(element.notation)', or take '\(field.name)' away")
    }

    private static func isFreeText(_ type: TypeReference, _ contract: Contract) -> Bool {
        if case .text(let rule)? = shape(of: type, contract) { rule.format == nil } else { false }
    }

    private static func shape(of type: TypeReference, _ contract: Contract) -> Shape? {
        if case .named(let name) = type { contract.type(named: name)?.shape } else { nil }
    }
}
