import Contract

/// One journey as a workflow.
struct WorkflowDocument {
    private let flow: Flow
    private let contract: Contract

    init(_ flow: Flow, of contract: Contract) {
        self.flow = flow
        self.contract = contract
    }

    var workflow: JSONObject {
        var scope = WorkflowScope(flow)
        var steps: [JSONNode] = []
        for step in flow.steps {
            steps += WorkflowStepDocument(step, of: contract).items(in: &scope)
        }
        var workflow: JSONObject = ["workflowId": .text(flow.name), "summary": .text(flow.title)]
        workflow["inputs"] = flow.fresh.isEmpty ? nil : inputs
        workflow["steps"] = .list(steps)
        workflow["outputs"] = scope.outputs.isEmpty ? nil : .object(JSONObject(scope.outputs))
        workflow["x-promises"] = flow.promises.isEmpty ? nil : .texts(flow.promises)
        workflow.origin = flow.location
        return workflow
    }

    /// The schemas stand here whole, since Arazzo has no place for those of other documents.
    private var inputs: JSONNode {
        let properties = flow.fresh.map { fresh in
            let type = contract.type(named: fresh.type.notation)
            return (fresh.name, JSONNode.object(type.map { SchemaDocument(contract).component($0) } ?? [:]))
        }
        return [
            "type": "object", "required": .texts(flow.fresh.map(\.name)),
            "properties": .object(JSONObject(properties)),
        ]
    }
}
