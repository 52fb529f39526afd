/// A type that no field, reply, token or flow has is dead, or was forgotten where it should stand.
enum UnusedTypeRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        var used: Set<String> = []
        for reference in references(in: contract) { visit(reference, contract, &used) }
        // The types of a credential's roles, scopes and kinds follow from it, and nobody wrote them.
        let derived = Set(contract.credentials.map(\.location))
        for type in contract.types where !used.contains(type.name) && !derived.contains(type.location) {
            findings.report(
                .unusedType, at: type.location, "nothing uses the type '\(type.name)'",
                hint: "delete it, or use it where it was meant to stand")
        }
    }

    private static func references(in contract: Contract) -> [TypeReference] {
        var fields: [Field] = []
        var references: [TypeReference] = []
        for operation in contract.operations {
            fields += operation.pathFields
            fields += operation.queryFields
            fields += operation.bodyFields ?? []
            for reply in operation.replies { references.append(reply.body.element) }
        }
        for credential in contract.credentials {
            fields += credential.principal
            references.append(credential.token)
        }
        for mail in contract.mails { fields += mail.parameters }
        if let socket = contract.socket {
            references.append(socket.ref)
            for frame in socket.frames { fields += frame.fields }
            for event in socket.events { fields += event.fields }
        }
        for field in fields { references.append(field.type) }
        return references
    }

    /// Types that only an unused record has are unused themselves, so the walk begins at what is on the wire.
    private static func visit(_ reference: TypeReference, _ contract: Contract, _ used: inout Set<String>) {
        switch reference {
        case .boolean, .timestamp: return
        case .list(let element): visit(element, contract, &used)
        case .named(let name):
            guard used.insert(name).inserted, case .record(let fields) = contract.type(named: name)?.shape else {
                return
            }
            for field in fields { visit(field.type, contract, &used) }
        }
    }
}
