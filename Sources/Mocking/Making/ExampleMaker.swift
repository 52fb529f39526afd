import Contract

/// Values made of the spec's examples and nothing else, as the documents show them.
public struct ExampleMaker {
    private static let time = "2026-01-01T00:00:00.000Z"

    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// For tests and tools that send what the documents show.
    public init(_ contract: Contract) { catalogue = Catalogue(contract) }

    /// An object with every field.
    public func object(_ fields: [Field]) -> JSON {
        .object(fields.map { JSON.Member($0.name, value($0.type)) })
    }

    /// The example of a type; of a list, one element.
    public func value(_ type: TypeReference) -> JSON {
        switch type {
        case .boolean: return .boolean(true)
        case .timestamp: return .text(Self.time)
        case .list(let element): return .list([value(element)])
        case .named:
            guard let definition = catalogue.definition(of: type) else { return .null }
            switch definition.shape {
            case .record(let fields): return object(fields)
            case .integer: return definition.example.flatMap { Int($0) }.map { .integer($0) } ?? .null
            case .text, .id, .enumeration: return definition.example.map { .text($0) } ?? .null
            }
        }
    }
}
