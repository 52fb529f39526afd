import Contract

/// One step of a journey as the steps of a workflow that do the same. Most are one; opening a socket is two.
struct WorkflowStepDocument {
    private let step: Flow.Step
    private let contract: Contract
    private let calls: WorkflowCallDocument

    init(_ step: Flow.Step, of contract: Contract) {
        self.step = step
        self.contract = contract
        calls = WorkflowCallDocument(contract)
    }

    func items(in scope: inout WorkflowScope) -> [JSONNode] {
        switch step.action {
        case .call(let call):
            [item(calls.item(call, in: scope), .reply, in: &scope) { calls.expect(call, in: &$0) }]
        case .mail(let name, let recipient):
            [item(mail(name, to: recipient, in: scope), .message, in: &scope)]
        case .connect(let socket, let credential): opening(socket, with: credential, in: &scope)
        case .send(let send):
            [
                item(
                    frame(send.frame, send.inputs.map { ($0.field, scope.node($0.value)) }, on: send.socket), .message,
                    in: &scope)
            ]
        case .receive(let name, let socket): [item(event(name, on: socket), .message, in: &scope)]
        case .closed(let close, let socket): [item(closing(close, on: socket), .message, in: &scope)]
        }
    }

    /// The step with its name, its criteria and its outputs, which later steps can refer to from here on.
    private func item(
        _ act: JSONObject, _ subject: WorkflowCriteria.Subject, in scope: inout WorkflowScope,
        criteria: (inout WorkflowCriteria) -> Void = { _ in }
    ) -> JSONNode {
        let name = scope.name(step.title)
        var item: JSONObject = ["stepId": .text(name), "description": .text(step.title)]
        item.origin = step.location
        for member in act.members { item[member.name] = member.value }
        var conditions = WorkflowCriteria(subject, scope)
        criteria(&conditions)
        let root = subject == .reply ? ["data"] : []
        for expectation in step.expectations { conditions.expect(expectation.value, at: root + expectation.path) }
        if let count = step.count { conditions.expect(count: count, at: root) }
        item["successCriteria"] = conditions.items.isEmpty ? nil : .list(conditions.items)
        if !step.kept.isEmpty {
            item["outputs"] = .object(
                JSONObject(
                    step.kept.map { kept in
                        (kept.name, .text(WorkflowCriteria.expression(subject, root + kept.path)))
                    }))
            let optional = step.kept.filter(\.isOptional).map(\.name)
            item["x-optional-outputs"] = optional.isEmpty ? nil : .texts(optional)
        }
        item["x-promises"] = step.promises.isEmpty ? nil : .texts(step.promises)
        for kept in step.kept { scope.keep(kept, of: name) }
        return .object(item)
    }

    private func mail(_ name: String, to recipient: Flow.Value, in scope: WorkflowScope) -> JSONObject {
        [
            "operationId": .text("$sourceDescriptions.asyncapi.\(AsyncNames.mail(name))"), "action": "receive",
            "correlationId": scope.node(recipient),
        ]
    }

    private func frame(_ name: String, _ fields: [(String, JSONNode)], on socket: String) -> JSONObject {
        [
            "operationId": .text("$sourceDescriptions.asyncapi.\(AsyncNames.frame(name))"), "action": "send",
            "requestBody": [
                "contentType": "application/json", "payload": .object(JSONObject([("type", .text(name))] + fields)),
            ],
            "x-socket": .text(socket),
        ]
    }

    private func event(_ name: String, on socket: String) -> JSONObject {
        [
            "operationId": .text("$sourceDescriptions.asyncapi.\(AsyncNames.event(name))"), "action": "receive",
            "x-socket": .text(socket),
        ]
    }

    /// Arazzo knows messages and not the end of what they travel on, so the close itself stands in an extension.
    private func closing(_ name: String, on socket: String) -> JSONObject {
        var act: JSONObject = [
            "channelPath": .text(Self.channel), "action": "receive", "x-socket": .text(socket),
        ]
        if let close = contract.socket?.close(named: name) {
            act["x-closed"] = ["code": .integer(close.code), "reason": .text(close.name)]
        }
        return act
    }

    /// The token is presented in the first frame, and the event that answers it is the step's result. A contract
    /// without that frame has the token in the request that opens the socket.
    private func opening(
        _ socket: String, with credential: Flow.Value, in scope: inout WorkflowScope
    ) -> [JSONNode] {
        guard let greeting = contract.socket?.greeting, let auth = contract.socket?.frame(named: "auth"),
            let token = auth.fields.first
        else {
            let request: JSONObject = [
                "channelPath": .text(Self.channel), "action": "receive",
                "parameters": [calls.header("Authorization", scope.embedded(credential, behind: "Bearer "))],
                "x-socket": .text(socket),
            ]
            return [item(request, .message, in: &scope)]
        }
        let name = scope.name("\(step.title), with a token")
        var presenting: JSONObject = ["stepId": .text(name), "description": .text(auth.summary)]
        presenting.origin = step.location
        for member in frame(auth.name, [(token.name, scope.node(credential))], on: socket).members {
            presenting[member.name] = member.value
        }
        return [.object(presenting), item(event(greeting.name, on: socket), .message, in: &scope)]
    }

    private static let channel = "{$sourceDescriptions.asyncapi.url}#/channels/\(AsyncNames.socket)"
}
