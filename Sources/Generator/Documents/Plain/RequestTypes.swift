import Contract

/// The named types whose values clients send: in paths, queries, bodies and frames, directly or inside others.
struct RequestTypes {
    private(set) var names: Set<String> = []

    init(_ contract: Contract) {
        for operation in contract.operations {
            collect(operation.pathFields + operation.queryFields + (operation.bodyFields ?? []), contract)
        }
        guard let socket = contract.socket else { return }
        for frame in socket.frames { collect(frame.fields, contract) }
        collect(socket.ref, contract)
    }

    private mutating func collect(_ fields: [Field], _ contract: Contract) {
        for field in fields { collect(field.type, contract) }
    }

    private mutating func collect(_ reference: TypeReference, _ contract: Contract) {
        switch reference {
        case .boolean, .timestamp: return
        case .list(let element): collect(element, contract)
        case .named(let name):
            guard names.insert(name).inserted, case .record(let fields)? = contract.type(named: name)?.shape else {
                return
            }
            collect(fields, contract)
        }
    }
}
