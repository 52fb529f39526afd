import Contract

/// The operations, section by section.
struct PlainOperations {
    private let contract: Contract
    private let notation: FieldNotation
    private let access: PlainAccess

    init(_ contract: Contract) {
        self.contract = contract
        notation = FieldNotation(contract)
        access = PlainAccess(contract)
    }

    var lines: [PlainLine] {
        var lines: [PlainLine] = ["## Operations"]
        var notes = PlainNotes()
        var known: [Signature: String] = [:]
        for section in contract.sections where !section.operations.isEmpty {
            let usual = usualAccess(section)
            let base = base(of: section)
            let common = [base, usual.map(access.text) ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
            let heading = "### \(section.number). \(section.title)" + (common.isEmpty ? "" : " (\(common))")
            lines += ["", PlainLine(heading, from: section.location)]
            lines += (section.guide + refusals(section)).map { PlainLine($0, from: section.location) }
            for operation in section.operations {
                let signature = signature(operation)
                let line = line(operation, twin: known[signature], signature, usual: usual, notes: &notes)
                let path = operation.route.template.dropFirst(base.count)
                let text = "\(operation.name) \(operation.route.method.rawValue) \(path)\(line)"
                lines.append(PlainLine(text, from: operation.location))
                if signature.isLong { known[signature] = known[signature] ?? operation.name }
            }
        }
        return lines
    }

    /// What an operation takes, answers and refuses.
    private struct Signature: Hashable {
        let input: String
        let answer: String
        let errors: [String]

        /// Short ones are not worth a look somewhere else.
        var isLong: Bool { input.count + answer.count + errors.map(\.count).reduce(0, +) > 40 }
    }

    private func line(
        _ operation: Operation, twin: String?, _ signature: Signature, usual: Access?, notes: inout PlainNotes
    ) -> String {
        var parts = [twin.map { " as \($0)" } ?? "\(signature.input) -> \(signature.answer)"]
        if operation.access != usual { parts.append(access.text(operation.access)) }
        let errors = twin == nil ? operation.ownErrors : []
        let rest = errors.map { "!\($0)" } + operation.limits.map { "~\($0)" }
        if !rest.isEmpty { parts.append(rest.joined(separator: " ")) }
        if !operation.mails.isEmpty { parts.append("mail \(operation.mails.joined(separator: "/"))") }
        let said = notes.text(operation.pathFields + operation.queryFields + (operation.bodyFields ?? []))
        let summary = isEvident(operation) ? "" : " " + operation.summary
        let words = (summary + said).withoutStop
        return "\(parts.joined(separator: "; ")).\(words)"
    }

    /// To get one thing whole and without more ado is what a path says by itself. What no promise of the contract asks
    /// for is named, and no more.
    private func isEvident(_ operation: Operation) -> Bool {
        if operation.promises.isEmpty { return true }
        guard operation.route.method == .get, operation.queryFields.isEmpty else { return false }
        if case .page = operation.reply.body { return false }
        return true
    }

    private func signature(_ operation: Operation) -> Signature {
        var input = ""
        if !operation.queryFields.isEmpty { input = " ?" + notation.object(operation.queryFields, from: .client) }
        if let body = operation.bodyFields {
            input += " " + notation.object(body, from: .client) + (operation.isBodyOptional ? "?" : "")
        }
        let bodies = operation.replies.map { body($0.body) }
        let statuses = operation.replies.map(\.status)
        // Replies that differ in their status alone are written once.
        let answer =
            Set(bodies).count == 1
            ? (statuses == [200] ? "" : statuses.map(String.init).joined(separator: "/") + " ") + bodies[0]
            : zip(statuses, bodies).map { "\($0) \($1)" }.joined(separator: " or ")
        return Signature(input: input, answer: answer, errors: operation.ownErrors)
    }

    private func body(_ body: Reply.Body) -> String {
        switch body {
        case .one(let type): notation.text(type, from: .server)
        case .list(let type): "[\(notation.text(type, from: .server))]"
        case .page(let type): "page of \(notation.text(type, from: .server))"
        }
    }

    /// What the paths of the section begin with, a segment of each left over. Empty for a section of one operation.
    private func base(of section: Section) -> String {
        let paths = section.operations.map(\.route.segments)
        guard paths.count > 1, let shortest = paths.map(\.count).min() else { return "" }
        var base = ""
        for index in 0..<max(shortest - 1, 0) {
            guard case .literal(let text) = paths[0][index], paths.allSatisfy({ $0[index] == .literal(text) }) else {
                break
            }
            base += "/\(text)"
        }
        return base
    }

    /// What at least three operations of the section ask for, more than any other.
    private func usualAccess(_ section: Section) -> Access? {
        let counts = Dictionary(grouping: section.operations, by: \.access).mapValues(\.count)
        let most = counts.values.max() ?? 0
        guard most >= 3 else { return nil }
        return section.operations.first { counts[$0.access] == most }?.access
    }

    /// Refused fields stand in the section of a spec, for all of its operations.
    private func refusals(_ section: Section) -> [String] {
        var seen: Set<String> = []
        return section.operations.flatMap(\.refusedFields).filter { seen.insert($0.name).inserted }
            .map { "A body with `\($0.name)` is refused: \($0.error)." }
    }
}
