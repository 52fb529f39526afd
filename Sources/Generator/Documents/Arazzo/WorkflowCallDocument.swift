import Contract

/// A call as a step of a workflow: which operation, with which parameters and body, and how it must be answered.
struct WorkflowCallDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    func item(_ call: Flow.Call, in scope: WorkflowScope) -> JSONObject {
        var item: JSONObject = ["operationId": .text("$sourceDescriptions.openapi.\(call.operation)")]
        guard let operation = contract.operation(named: call.operation) else { return item }
        let path = Set(operation.pathFields.map(\.name))
        let query = Set(operation.queryFields.map(\.name))
        var parameters = call.credential.map { [authorization($0, in: scope)] } ?? []
        for input in call.inputs where path.contains(input.field) || query.contains(input.field) {
            parameters.append([
                "name": .text(input.field), "in": path.contains(input.field) ? "path" : "query",
                "value": scope.node(input.value),
            ])
        }
        item["parameters"] = parameters.isEmpty ? nil : .list(parameters)
        let body = call.inputs.filter { !path.contains($0.field) && !query.contains($0.field) }
        if !body.isEmpty || operation.bodyFields != nil && !operation.isBodyOptional {
            item["requestBody"] = ["contentType": "application/json", "payload": scope.object(body)]
        }
        return item
    }

    func expect(_ call: Flow.Call, in criteria: inout WorkflowCriteria) {
        if let refusal = call.refusal.flatMap({ contract.error(coded: $0) }) {
            criteria.expect(status: [refusal.status], of: refusal.location)
            criteria.expect(.text(refusal.code), at: ["error", "code"])
        } else if let operation = contract.operation(named: call.operation) {
            criteria.expect(status: operation.replies.map(\.status).sorted(), of: operation.location)
        }
    }

    func header(_ name: String, _ value: JSONNode) -> JSONNode {
        ["name": .text(name), "in": "header", "value": value]
    }

    /// A token goes where its credential is carried first; `Authorization` where nobody says whose it is.
    private func authorization(_ value: Flow.Value, in scope: WorkflowScope) -> JSONNode {
        let type = scope.type(of: value)
        let credential = contract.credentials.first { $0.token == type }
        if case .header(let name)? = credential?.carriers.first { return header(name, scope.node(value)) }
        return header("Authorization", scope.embedded(value, behind: "Bearer "))
    }
}
