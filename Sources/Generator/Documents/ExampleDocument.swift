import Contract

/// Examples of whole bodies, made from the examples of the spec.
struct ExampleDocument {
    static let timestamp: JSONNode = "2026-01-01T00:00:00.000Z"

    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    func object(_ fields: [Field]) -> JSONNode {
        .object(JSONObject(fields.map { ($0.name, value(of: $0.type)) }))
    }

    func value(of reference: TypeReference) -> JSONNode {
        switch reference {
        case .boolean: return true
        case .timestamp: return Self.timestamp
        case .list(let element): return [value(of: element)]
        case .named(let name):
            guard let type = contract.type(named: name) else { return .null }
            switch type.shape {
            case .record(let fields): return object(fields)
            case .integer: return type.example.flatMap { Int($0) }.map { .integer($0) } ?? .null
            case .text, .id, .enumeration: return type.example.map { .text($0) } ?? .null
            }
        }
    }
}
