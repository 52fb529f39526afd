import Contract

/// `AuditAction`: what operations write to the audit log.
enum AuditEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        var actions: [(name: String, operations: [Operation])] = []
        for operation in contract.operations {
            guard let action = operation.audit else { continue }
            if let index = actions.firstIndex(where: { $0.name == action }) {
                actions[index].operations.append(operation)
            } else {
                actions.append((action, [operation]))
            }
        }
        guard !actions.isEmpty else { return [] }
        var source = SwiftSource.file()
        source.doc("What is written to the audit log. The raw values are what auditors see.")
        source.block("public enum AuditAction: String, Sendable, CaseIterable") { body in
            for action in actions {
                for operation in action.operations { body.doc("`\(operation.name)`: \(operation.summary)") }
                body.line("case \(SwiftNames.declared(SwiftNames.lowerCamel(action.name))) = \"\(action.name)\"")
            }
        }
        return [GeneratedFile(path: "Audit/AuditAction.swift", content: source.text)]
    }
}
