/// A field that a section refuses can be sent to one of its operations, and none of them takes it.
enum IdleRefusalRule {
    static func check(_ contract: Contract, _ declarations: Declarations, findings: FindingCollector) {
        for section in declarations.sections {
            let names = Set(section.operations.map(\.name))
            let taking = contract.operations.filter { names.contains($0.name) && $0.bodyFields != nil }
            for entry in section.refuses?.entries ?? [] {
                if taking.isEmpty {
                    findings.report(
                        .idleRefusal, at: entry.keyLocation,
                        "no operation of this section takes a body, so nothing refuses '\(entry.key)'",
                        hint: "delete it")
                }
                for operation in taking {
                    guard let field = operation.bodyFields?.first(where: { $0.name == entry.key }) else { continue }
                    findings.report(
                        .idleRefusal, at: field.location,
                        "'\(operation.name)' takes the field '\(field.name)', which its section refuses",
                        hint: "the refusal is at \(entry.keyLocation)")
                }
            }
        }
    }
}
