/// A step that waits for a refusal its operation never answers can only fail.
enum FlowRefusalRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for step in contract.flows.flatMap(\.steps) {
            guard case .call(let call) = step.action, let refusal = call.refusal,
                let operation = contract.operation(named: call.operation)
            else { continue }
            let codes = operation.refusals(in: contract)
            guard !codes.contains(refusal) else { continue }
            findings.report(
                .flowRefusal, at: step.location, "'\(operation.name)' never answers '\(refusal)'",
                hint: suggestion(for: refusal, among: codes) ?? "it answers \(codes.joined(separator: ", "))")
        }
    }
}

extension Operation {
    /// The codes of every error that the operation may answer: implied, of its own, and of fields that it refuses.
    func refusals(in contract: Contract) -> [String] {
        var codes: [String] = []
        let implied = impliedCauses.compactMap { contract.error(impliedBy: $0)?.code }
        for code in implied + ownErrors + refusedFields.map(\.error) where !codes.contains(code) { codes.append(code) }
        return codes
    }
}
