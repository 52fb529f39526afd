import Contract

/// The named types that messages carry, directly or inside others.
struct SchemaUse {
    private(set) var names: Set<String> = []

    init(of references: [TypeReference], in contract: Contract) {
        for reference in references { collect(reference, contract) }
    }

    /// Those of what operations take or answer. The socket's own are not among them.
    init(_ contract: Contract) {
        for operation in contract.operations {
            for field in operation.pathFields + operation.queryFields + (operation.bodyFields ?? []) {
                collect(field.type, contract)
            }
            for reply in operation.replies { collect(reply.body.element, contract) }
        }
    }

    private mutating func collect(_ reference: TypeReference, _ contract: Contract) {
        switch reference {
        case .boolean, .timestamp: return
        case .list(let element): collect(element, contract)
        case .named(let name):
            guard names.insert(name).inserted, case .record(let fields)? = contract.type(named: name)?.shape else {
                return
            }
            for field in fields { collect(field.type, contract) }
        }
    }
}
