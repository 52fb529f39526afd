import Contract

/// `AuditAction`: what operations write to the audit log.
enum AuditEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let sources =
            contract.operations.map { ($0.audit, "`\($0.name)`: \($0.summary)", $0.location) }
            + contract.jobs.map { ($0.audit, "The job `\($0.name)`: \($0.summary)", $0.location) }
        var actions: [(name: String, causes: [(sentence: String, location: SourceLocation)])] = []
        for (action, sentence, location) in sources {
            guard let action else { continue }
            if let index = actions.firstIndex(where: { $0.name == action }) {
                actions[index].causes.append((sentence, location))
            } else {
                actions.append((action, [(sentence, location)]))
            }
        }
        guard !actions.isEmpty else { return [] }
        var source = SwiftSource.file()
        source.doc("What is written to the audit log. The raw values are what auditors see.")
        source.block("public enum AuditAction: String, Sendable, CaseIterable") { body in
            for action in actions {
                for cause in action.causes {
                    body.origin(cause.location)
                    body.doc(cause.sentence)
                }
                body.line("case \(SwiftNames.declared(SwiftNames.lowerCamel(action.name))) = \"\(action.name)\"")
            }
        }
        return [GeneratedFile(path: "Audit/AuditAction.swift", source: source)]
    }
}
