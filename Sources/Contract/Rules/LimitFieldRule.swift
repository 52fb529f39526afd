/// A limit by a field counts what everybody has to send, and what is a text.
enum LimitFieldRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for operation in contract.operations {
            for limit in contract.limits where operation.limits.contains(limit.name) {
                guard case .field(let name) = limit.key,
                    let field = operation.bodyFields?.first(where: { $0.name == name })
                else { continue }
                if field.isOptional || field.isNullable {
                    findings.report(
                        .limitField, at: field.location,
                        "the limit '\(limit.name)' counts by '\(name)', and whoever leaves it out is not counted",
                        hint: "take the question mark away, or limit by something else")
                }
                if !isText(field.type, contract) {
                    findings.report(
                        .limitField, at: field.location,
                        "the limit '\(limit.name)' counts by '\(name)', which is no text",
                        hint: "only texts are counted by")
                }
            }
        }
    }

    private static func isText(_ type: TypeReference, _ contract: Contract) -> Bool {
        guard case .named(let name) = type, case .text? = contract.type(named: name)?.shape else { return false }
        return true
    }
}
