extension Resolver {
    /// Reads `flows`, and follows each step by step: every value used was made before and has the right type.
    mutating func readFlows(_ model: PartialModel) -> [Flow] {
        var flows: [Flow] = []
        for declaration in declarations.flows {
            guard
                let reader = MappingReader(declaration.node, FlowForms.flow, findings: findings),
                findings.check(declaration.name, is: .snakeCase, "flow", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            let title = reader.requiredText("title")
            let fresh = readFresh(reader.node("fresh"))
            var walk = FlowWalk(model: model, findings: findings)
            for value in fresh { walk.values[value.name] = value.type }
            var steps: [Flow.Step] = []
            for node in stepNodes(reader) {
                if let step = readStep(node, walk: &walk) { steps.append(step) }
            }
            guard let title else { continue }
            flows.append(
                Flow(
                    name: declaration.name, title: title, promises: promises, fresh: fresh, steps: steps,
                    location: declaration.nameLocation))
        }
        return flows
    }

    private func stepNodes(_ reader: MappingReader) -> [YAMLNode] {
        guard let node = reader.required("steps") else { return [] }
        guard let elements = node.elements, !elements.isEmpty else {
            let kind = node.elements == nil ? node.kind : "empty"
            findings.report(
                .wrongShape, at: node.location, "'steps' must be a list of steps, and this is \(kind)",
                hint: "each step begins with '- step:' and its title")
            return []
        }
        return elements
    }

    private func readFresh(_ node: YAMLNode?) -> [Flow.Fresh] {
        (node.map { fields(in: $0, of: "a flow's fresh values") } ?? []).map { field in
            if field.isOptional || field.isNullable {
                findings.report(
                    .badValue, at: field.location,
                    "the value '\(field.name)' is made for every run: it is always there",
                    hint: "take the question mark away")
            }
            return Flow.Fresh(name: field.name, type: field.type, location: field.location)
        }
    }

    private mutating func readStep(_ node: YAMLNode, walk: inout FlowWalk) -> Flow.Step? {
        guard let reader = MappingReader(node, FlowForms.step, findings: findings),
            let title = reader.requiredText("step")
        else { return nil }
        guard FlowForms.actions.filter({ reader.has($0) }).count == 1 else {
            findings.report(
                .wrongShape, at: reader.location,
                "a step must have exactly one of \(FlowForms.actions.joined(separator: ", "))")
            return nil
        }
        let promises = citations(in: reader)
        guard let source = readAction(reader, walk: &walk) else { return nil }
        let expectations = readExpectations(reader.members("expect"), of: source.data, walk: walk)
        let count = reader.node("count").flatMap { readCount($0, of: source.data) }
        let kept = readKept(reader.members("keep"), of: source.data, walk: &walk)
        return Flow.Step(
            title: title, promises: promises, action: source.action, expectations: expectations, count: count,
            kept: kept,
            location: node.location)
    }

    /// What a step does, and what the data that comes of it looks like.
    private func readAction(_ reader: MappingReader, walk: inout FlowWalk) -> (action: Flow.Action, data: FlowData)? {
        if let name = reader.text("mail") {
            guard let mail = walk.model.mails.first(where: { $0.name == name }) else {
                findings.reportUnknown(
                    "mail", name, at: reader.node("mail")?.location ?? reader.location, among: names.mails)
                return nil
            }
            guard let recipient = reader.required("to").flatMap({ walk.value($0) }) else { return nil }
            return (.mail(name: name, recipient: recipient), .fields(mail.parameters))
        }
        if reader.has("connect") { return readConnect(reader, walk: &walk) }
        if reader.has("send") { return readSend(reader, walk: walk) }
        if reader.has("receive") { return readReceive(reader, walk: walk) }
        if reader.has("closed") { return readClosed(reader, walk: &walk) }
        guard let name = reader.requiredText("call") else { return nil }
        let operation = walk.model.index.operation(named: name)
        guard let operation, !brokenOperations.contains(name) else {
            if !names.operations.contains(name) {
                findings.reportUnknown(
                    "operation", name, at: reader.node("call")?.location ?? reader.location, among: names.operations)
            }
            for entry in reader.node("keep")?.entries ?? [] { walk.unjudged.insert(entry.key) }
            return nil
        }
        let credential = reader.node("as").flatMap { walk.value($0) }
        walk.checkAccess(operation, credential: credential, at: reader.node("as")?.location ?? reader.location)
        let refusal = reader.text("refused")
        if let refusal, let node = reader.node("refused"), !names.errors.contains(refusal) {
            findings.reportUnknown("error", refusal, at: node.location, among: names.errors)
        }
        let inputs = readInputs(
            reader, of: "'\(name)'",
            operation.pathFields + operation.queryFields + (operation.bodyFields ?? []), mayBeWrong: refusal != nil,
            walk: walk)
        return (
            .call(Flow.Call(operation: name, credential: credential, inputs: inputs, refusal: refusal)),
            refusal == nil ? .reply(operation.reply.body) : .nothing("a refused call yields no data")
        )
    }

    /// A call that is meant to be refused may leave out what is required and break its rules.
    func readInputs(
        _ reader: MappingReader, of subject: String, _ fields: [Field], mayBeWrong: Bool, walk: FlowWalk
    ) -> [Flow.Input] {
        let entries = reader.members("with")
        let node = reader.node("with")
        // What has another shape has been reported; a misspelt field is reported as one that is not taken.
        let isReadable = node.map { $0.entries != nil || $0.isEmpty } ?? true
        let given = Set(
            entries.map { entry in
                let isField = fields.contains { $0.name == entry.key }
                return isField ? entry.key : nearest(to: entry.key, among: fields.map(\.name)) ?? entry.key
            })
        for field in fields
        where !field.isOptional && !given.contains(field.name) && !mayBeWrong && isReadable {
            findings.report(
                .flowField, at: node?.location ?? reader.location, "\(subject) needs the field '\(field.name)'",
                hint: "give it under 'with'")
        }
        return entries.compactMap { entry in
            guard let value = walk.value(entry.value) else { return nil }
            if let field = fields.first(where: { $0.name == entry.key }) {
                if !mayBeWrong {
                    walk.check(value, fits: field.type, mayBeNull: field.isNullable, at: entry.value.location)
                }
            } else if !mayBeWrong {
                findings.report(
                    .flowField, at: entry.keyLocation, "\(subject) takes no field '\(entry.key)'",
                    hint: suggestion(for: entry.key, among: fields.map(\.name)))
                return nil
            }
            return Flow.Input(field: entry.key, value: value)
        }
    }

    private func readExpectations(_ entries: [YAMLNode.Entry], of data: FlowData, walk: FlowWalk) -> [Flow.Expectation]
    {
        entries.compactMap { entry in
            let path = entry.key.split(separator: ".").map(String.init)
            guard let value = walk.value(entry.value),
                let found = walk.type(at: path, in: data, location: entry.keyLocation)
            else { return nil }
            walk.check(value, fits: found.type, mayBeNull: found.isOptional, at: entry.value.location)
            return Flow.Expectation(path: path, value: value, location: entry.keyLocation)
        }
    }

    /// How long the reply's list must be.
    private func readCount(_ node: YAMLNode, of data: FlowData) -> Int? {
        switch data {
        case .reply(.list), .reply(.page): break
        default:
            findings.report(.flowField, at: node.location, "the reply is no list, so there is nothing to count")
            return nil
        }
        guard let count = node.text.flatMap({ Int($0) }), (0...1_000_000).contains(count) else {
            findings.report(.badValue, at: node.location, "a count is a whole number from 0 on")
            return nil
        }
        return count
    }

    private func readKept(_ entries: [YAMLNode.Entry], of data: FlowData, walk: inout FlowWalk) -> [Flow.Kept] {
        var kept: [Flow.Kept] = []
        for entry in entries {
            let path = (entry.value.text ?? "").split(separator: ".").map(String.init)
            guard findings.check(entry.key, is: .snakeCase, "value", at: entry.keyLocation),
                let found = walk.type(at: path, in: data, location: entry.value.location)
            else { continue }
            walk.keep(entry.key, found.type, at: entry.keyLocation)
            kept.append(
                Flow.Kept(
                    name: entry.key, path: path, type: found.type, isOptional: found.isOptional,
                    location: entry.keyLocation))
        }
        return kept
    }
}
