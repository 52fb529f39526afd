import Contract

/// The operations, section by section.
struct PlainOperations {
    private let contract: Contract
    private let notation: FieldNotation

    init(_ contract: Contract) {
        self.contract = contract
        notation = FieldNotation(contract)
    }

    var lines: [String] {
        let sections = contract.sections.filter { !$0.operations.isEmpty }
        return ["## Operations"] + sections.flatMap { section($0) }
    }

    private func section(_ section: Section) -> [String] {
        let heading = ["", "### \(section.number). \(section.title)"] + section.guide
        return heading + refusals(section) + section.operations.map(line)
    }

    private func line(_ operation: Operation) -> String {
        let replies = operation.replies.map(reply)
        // A reply that differs in its status alone is written once.
        let bodies =
            Set(replies.map(\.body)).count == 1
            ? "\(replies.map(\.status).joined(separator: "/")) \(replies[0].body)"
            : replies.map { "\($0.status) \($0.body)" }.joined(separator: " or ")
        var parts = ["\(call(operation)) -> \(bodies)", PlainAccess.text(operation.access)]
        let paths = operation.pathFields.map(notation.text).filter { $0.contains(":") }
        if !paths.isEmpty { parts.append(paths.joined(separator: ", ")) }
        let rest = operation.ownErrors.map { "!\($0)" } + operation.limits.map { "~\($0)" }
        if !rest.isEmpty { parts.append(rest.joined(separator: " ")) }
        if let mail = operation.mail { parts.append("mail \(mail)") }
        let notes = PlainNotes.text(operation.pathFields + operation.queryFields + (operation.bodyFields ?? []))
        return "- \(operation.name) \(parts.joined(separator: "; ")). \(operation.summary)\(notes)"
    }

    private func call(_ operation: Operation) -> String {
        var call = "\(operation.route.method.rawValue) \(operation.route.template)"
        if !operation.queryFields.isEmpty { call += " ?" + notation.object(operation.queryFields) }
        guard let body = operation.bodyFields else { return call }
        return call + " " + notation.object(body) + (operation.isBodyOptional ? "?" : "")
    }

    private func reply(_ reply: Reply) -> (status: String, body: String) {
        let body =
            switch reply.body {
            case .one(let type): notation.text(type)
            case .list(let type): "[\(notation.text(type))]"
            case .page(let type): "page of \(notation.text(type))"
            }
        return (String(reply.status), body)
    }

    /// Refused fields stand in the section of a spec, for all of its operations.
    private func refusals(_ section: Section) -> [String] {
        var seen: Set<String> = []
        return section.operations.flatMap(\.refusedFields).filter { seen.insert($0.name).inserted }
            .map { "A body with `\($0.name)` is refused: \($0.error)." }
    }
}
