/// A value that no step uses was kept for a check that nobody wrote.
enum FlowUnusedValueRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for flow in contract.flows {
            let used = flow.steps.map { names(in: $0) }
            for fresh in flow.fresh where !used.contains(where: { $0.contains(fresh.name) }) {
                findings.report(
                    .flowUnusedValue, at: fresh.location, "no step uses the value '\(fresh.name)'",
                    hint: "delete it, or use it where it was meant to stand")
            }
            for (index, step) in flow.steps.enumerated() {
                for kept in step.kept where !used[(index + 1)...].contains(where: { $0.contains(kept.name) }) {
                    findings.report(
                        .flowUnusedValue, at: kept.location, "no later step uses the value '\(kept.name)'",
                        hint: "delete it, or use it where it was meant to stand")
                }
            }
        }
    }

    private static func names(in step: Flow.Step) -> Set<String> {
        var values = step.expectations.map(\.value)
        switch step.action {
        case .call(let call): values += call.inputs.map(\.value) + (call.credential.map { [$0] } ?? [])
        case .mail(_, let recipient): values.append(recipient)
        case .connect(_, let credential): values.append(credential)
        case .send(let send): values += send.inputs.map(\.value)
        case .receive, .closed: break
        }
        return Set(values.flatMap(names))
    }

    private static func names(in value: Flow.Value) -> [String] {
        switch value {
        case .reference(let name): [name]
        case .list(let elements): elements.flatMap(names)
        case .record(let members): members.flatMap { names(in: $0.value) }
        case .text, .integer, .boolean, .null: []
        }
    }
}
