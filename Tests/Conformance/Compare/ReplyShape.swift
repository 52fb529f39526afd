import Contract

/// What a reply looks like, whatever its values are.
struct ReplyShape: Sendable, Hashable {
    let operation: String
    let status: Int
    let code: String?
    /// What the contract leaves open: optional fields that are there, nullable ones that are null.
    let choices: Set<String>
    /// Fields that the contract does not know.
    let extras: Set<String>

    init(_ exchange: Exchange, _ contract: Contract) {
        operation = exchange.attempt.operation.name
        status = exchange.reply.status
        code = exchange.reply.code
        var (choices, extras) = (Set<String>(), Set<String>())
        if let data = exchange.reply.data {
            Self.look(data, exchange.attempt.operation.reply.body.element, contract, "", &choices, &extras)
        }
        (self.choices, self.extras) = (choices, extras)
    }

    private static func look(
        _ json: JSON, _ type: TypeReference, _ contract: Contract, _ place: String, _ choices: inout Set<String>,
        _ extras: inout Set<String>
    ) {
        if let elements = json.elements {
            let element = if case .list(let element) = type { element } else { type }
            for value in elements { look(value, element, contract, place + "[]", &choices, &extras) }
            return
        }
        guard case .named(let name) = type, case .record(let fields)? = contract.type(named: name)?.shape,
            case .object(let members) = json
        else { return }
        for member in members {
            guard let field = fields.first(where: { $0.name == member.key }) else {
                extras.insert("\(place).\(member.key)")
                continue
            }
            if field.isOptional { choices.insert("\(place).\(member.key)") }
            if field.isNullable, member.value == .null { choices.insert("\(place).\(member.key) null") }
            look(member.value, field.type, contract, "\(place).\(member.key)", &choices, &extras)
        }
    }

    var words: String { "\(operation) \(status)\(code.map { " \($0)" } ?? "")" }
}
