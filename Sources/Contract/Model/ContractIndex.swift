/// Where a contract's declarations stand, by what others call them: a run of the generator looks up thousands, and a
/// walk through the list for each would be most of its time.
public struct ContractIndex: Sendable {
    /// Every operation, in the order of the sections.
    let operations: [Operation]
    private let types: [TypeDefinition]
    private let errors: [APIError]
    private let operationsByName: [String: Int]
    private let typesByName: [String: Int]
    private let errorsByCode: [String: Int]
    private let errorsByCause: [ErrorCause: Int]

    /// Of declarations with the same name the first is found.
    init(sections: [Section], types: [TypeDefinition], errors: [APIError]) {
        operations = sections.flatMap(\.operations)
        self.types = types
        self.errors = errors
        operationsByName = Self.positions(operations.map { [$0.name] })
        typesByName = Self.positions(types.map { [$0.name] })
        errorsByCode = Self.positions(errors.map { [$0.code] })
        errorsByCause = Self.positions(errors.map(\.causes))
    }

    func operation(named name: String) -> Operation? { operationsByName[name].map { operations[$0] } }

    func type(named name: String) -> TypeDefinition? { typesByName[name].map { types[$0] } }

    func error(coded code: String) -> APIError? { errorsByCode[code].map { errors[$0] } }

    func error(impliedBy cause: ErrorCause) -> APIError? { errorsByCause[cause].map { errors[$0] } }

    private static func positions<Key: Hashable>(_ keys: [[Key]]) -> [Key: Int] {
        var positions: [Key: Int] = [:]
        positions.reserveCapacity(keys.count)
        for (position, keys) in keys.enumerated() {
            for key in keys where positions[key] == nil { positions[key] = position }
        }
        return positions
    }
}
