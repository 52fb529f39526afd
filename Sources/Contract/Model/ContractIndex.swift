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
    /// There are so few causes that to look through them takes less time than to hash one.
    private let errorsByCause: [(cause: ErrorCause, position: Int)]

    /// Of declarations with the same name the first is found.
    init(sections: [Section], types: [TypeDefinition], errors: [APIError]) {
        operations = sections.flatMap(\.operations)
        self.types = types
        self.errors = errors
        operationsByName = Self.positions(operations.map(\.name))
        typesByName = Self.positions(types.map(\.name))
        errorsByCode = Self.positions(errors.map(\.code))
        errorsByCause = errors.enumerated().flatMap { position, error in error.causes.map { ($0, position) } }
    }

    func operation(named name: String) -> Operation? { operationsByName[name].map { operations[$0] } }

    func type(named name: String) -> TypeDefinition? { typesByName[name].map { types[$0] } }

    func error(coded code: String) -> APIError? { errorsByCode[code].map { errors[$0] } }

    func error(impliedBy cause: ErrorCause) -> APIError? { position(of: cause).map { errors[$0] } }

    /// The errors that the causes bring about, and those of these codes, in the contract's order.
    func errors(impliedBy causes: [ErrorCause], coded codes: [String]) -> [APIError] {
        let positions = causes.compactMap(position(of:)) + codes.compactMap { errorsByCode[$0] }
        var isMeant = [Bool](repeating: false, count: errors.count)
        for position in positions { isMeant[position] = true }
        return errors.indices.filter { isMeant[$0] }.map { errors[$0] }
    }

    private func position(of cause: ErrorCause) -> Int? { errorsByCause.first { $0.cause == cause }?.position }

    private static func positions(_ names: [String]) -> [String: Int] {
        Dictionary(zip(names, names.indices)) { first, _ in first }
    }
}
