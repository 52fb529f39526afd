import Contract

/// One operation as OpenAPI has it.
struct OperationDocument {
    private let contract: Contract
    private let security: SecurityDocument
    private let parameters: ParameterDocument
    private let replies: ReplyDocument
    private let refusals: RefusalDocument

    init(_ contract: Contract) {
        self.contract = contract
        security = SecurityDocument(contract)
        parameters = ParameterDocument(contract)
        replies = ReplyDocument(contract)
        refusals = RefusalDocument(contract)
    }

    func item(_ operation: Operation, in section: Section) -> JSONObject {
        var item = JSONObject()
        item.origin = operation.location
        item["operationId"] = .text(operation.name)
        item["tags"] = [.text(section.title)]
        item["summary"] = .text(operation.summary)
        item["description"] = .text(describe(operation))
        item["security"] = security.requirements(operation.access)
        let parameters = parameters.parameters(of: operation)
        item["parameters"] = parameters.isEmpty ? nil : .list(parameters)
        item["requestBody"] = self.parameters.body(of: operation)
        item["responses"] = .object(
            JSONObject(
                (replies.responses(of: operation) + refusals.responses(of: operation)).map { ($0.status, $0.reply) }))
        item["x-required-role"] = security.roles(operation.access)
        item["x-required-scope"] = security.scopes(operation.access)
        let limits = limits(of: operation)
        item["x-rate-limit"] = limits.isEmpty ? nil : .list(limits)
        let curl = CurlLine(operation, of: contract)
        item["x-codeSamples"] = [["lang": "Shell", "label": "curl", "source": .text(curl.lines)]]
        item["x-promises"] = operation.promises.isEmpty ? nil : .texts(operation.promises)
        return item
    }

    private func describe(_ operation: Operation) -> String {
        var sentences = [security.describe(operation.access)]
        for field in operation.refusedFields { sentences.append("A body with `\(field.name)` is refused.") }
        let subjects = operation.mails.compactMap { contract.mail(named: $0) }.map { "“\($0.subject)”" }
        if !subjects.isEmpty { sentences.append("May send the mail \(subjects.joined(separator: " or ")).") }
        if let audit = operation.audit { sentences.append("Writes `\(audit)` to the audit log.") }
        return sentences.joined(separator: " ")
    }

    private func limits(of operation: Operation) -> [JSONNode] {
        contract.limits.filter { operation.limits.contains($0.name) }.map { limit in
            let key: JSONNode =
                switch limit.key {
                case .address: "address"
                case .caller: "caller"
                case .field(let name): ["field": .text(name)]
                }
            var item: JSONObject = [
                "name": .text(limit.name), "summary": .text(limit.summary), "by": key,
                "allow": .integer(limit.allowance), "every_seconds": .integer(limit.window),
            ]
            item.origin = limit.location
            return .object(item)
        }
    }
}
