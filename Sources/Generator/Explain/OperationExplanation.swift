import Contract

extension Explainer {
    func explain(_ operation: Operation, in section: Section, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: operation.summary)
        text.add("route", "\(operation.route.method.rawValue) \(operation.route.template)")
        text.add("section", "\(section.number). \(section.title)")
        text.add("access", SecurityDocument(contract).describe(operation.access))
        text.add("path", operation.pathFields.map(row))
        text.add("query", operation.queryFields.map(row))
        text.add(operation.isBodyOptional ? "body?" : "body", (operation.bodyFields ?? []).map(row))
        text.add("refused", operation.refusedFields.map { [$0.name, "a body with it is answered \($0.error)"] })
        text.add("reply", operation.replies.flatMap(rows))
        text.add("cache", operation.cacheSeconds.map { "anybody may keep the reply for \($0) seconds" })
        text.add("retry", operation.isRetrySafe ? "safe with an Idempotency-Key: the same answer again" : nil)
        text.add("errors", refusals(of: operation).map { [String($0.error.status), $0.error.code, $0.reason] })
        text.add("limits", contract.limits.filter { operation.limits.contains($0.name) }.map(row))
        text.add("audit", operation.audit)
        text.add("mail", operation.mails.compactMap(contract.mail(named:)).map { [$0.name, "“\($0.subject)”"] })
        text.add("promises", promises(operation.promises))
        text.add(
            "flows",
            steps { step in
                if case .call(let call) = step.action { call.operation == operation.name } else { false }
            })
        text.add("try it", CurlLine(operation, of: contract).lines)
        text.add("generated", generated(from: operation.location))
        text.add(
            "handler",
            server.handlers[operation.name]?.description
                ?? "none in \(server.folder): `iris-generate scaffold` writes one")
        return text
    }

    func row(_ field: Field) -> [String] {
        let presence = field.isOptional ? "?" : ""
        let words = [words(of: field.type), field.isNullable ? "or null" : nil, field.isShownOnce ? "shown once" : nil]
        return [field.name + presence, field.type.notation, words.compactMap { $0 }.joined(separator: ", ")]
    }

    /// A limit in one line.
    func row(_ limit: RateLimit) -> [String] {
        [limit.name, "\(limit.allowance) in \(limit.window) seconds, by \(limit.key.words)", limit.summary]
    }

    private func rows(_ reply: Reply) -> [[String]] {
        let notation =
            switch reply.body {
            case .one(let type): type.notation
            case .list(let element): "[\(element.notation)]"
            case .page(let element): "a page of [\(element.notation)]"
            }
        return [["\(reply.status) \(notation)"]]
            + fields(of: reply.body.element).map { ["  " + $0[0]] + $0.dropFirst() }
    }

    private func fields(of reference: TypeReference) -> [[String]] {
        guard case .record(let fields)? = contract.shape(of: reference) else { return [] }
        return fields.map(row)
    }
}

extension RateLimit.Key {
    var words: String {
        switch self {
        case .address: "address"
        case .caller: "caller"
        case .field(let name): "the value of `\(name)`"
        }
    }
}
