import Contract

/// Which records are read from requests and frames and which are written to replies and events, directly or inside
/// others: only those codecs are emitted that something calls.
struct TypeUse {
    private(set) var read: Set<String> = []
    private(set) var written: Set<String> = []

    init(_ contract: Contract) {
        var readNames: Set<String> = []
        var writtenNames: Set<String> = []
        for operation in contract.operations {
            for field in operation.bodyFields ?? [] { Self.collect(field.type, contract, into: &readNames) }
            for reply in operation.replies { Self.collect(reply.body.element, contract, into: &writtenNames) }
        }
        for frame in contract.socket?.frames ?? [] {
            for field in frame.fields { Self.collect(field.type, contract, into: &readNames) }
        }
        for event in contract.socket?.events ?? [] {
            for field in event.fields { Self.collect(field.type, contract, into: &writtenNames) }
        }
        read = readNames
        written = writtenNames
    }

    private static func collect(_ reference: TypeReference, _ contract: Contract, into names: inout Set<String>) {
        switch reference {
        case .boolean, .timestamp: return
        case .list(let element): collect(element, contract, into: &names)
        case .named(let name):
            guard names.insert(name).inserted, case .record(let fields)? = contract.type(named: name)?.shape else {
                return
            }
            for field in fields { collect(field.type, contract, into: &names) }
        }
    }
}
