import Contract

/// Fields in a few characters: `{email, org_role: InvitableRole, topic?: Topic?}`.
///
/// A field whose type has the field's own name, in upper camel case, says its name only, and so does a point in time
/// whose name ends in `_at`. Records that are used in one place stand there, in braces of their own.
struct FieldNotation {
    private let contract: Contract
    private let inlined: Set<String>

    init(_ contract: Contract) {
        self.contract = contract
        inlined = Self.usedOnce(contract)
    }

    func object(_ fields: [Field]) -> String { "{" + fields.map(text).joined(separator: ", ") + "}" }

    func text(_ field: Field) -> String {
        let name = field.name + (field.isOptional ? "?" : "") + (field.isShownOnce ? "!" : "")
        guard !isEvident(field) else { return name }
        return "\(name): \(text(field.type))\(field.isNullable ? "?" : "")"
    }

    func text(_ reference: TypeReference) -> String {
        switch reference {
        case .boolean: return "bool"
        case .timestamp: return "time"
        case .list(let element): return "[\(text(element))]"
        case .named(let name):
            guard inlined.contains(name), case .record(let fields)? = contract.type(named: name)?.shape else {
                return name
            }
            return object(fields)
        }
    }

    /// Whether the type stands nowhere but in its one use.
    func isInlined(_ type: TypeDefinition) -> Bool { inlined.contains(type.name) }

    private func isEvident(_ field: Field) -> Bool {
        guard !field.isNullable else { return false }
        switch field.type {
        case .timestamp: return field.name.hasSuffix("_at")
        case .named(let name): return name == Self.typeName(of: field.name) && !inlined.contains(name)
        case .boolean, .list: return false
        }
    }

    private static func typeName(of field: String) -> String {
        field.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func usedOnce(_ contract: Contract) -> Set<String> {
        var uses: [String: Int] = [:]
        func count(_ reference: TypeReference) {
            switch reference {
            case .boolean, .timestamp: return
            case .list(let element): count(element)
            case .named(let name): uses[name, default: 0] += 1
            }
        }
        for operation in contract.operations {
            for field in operation.queryFields + (operation.bodyFields ?? []) { count(field.type) }
            for reply in operation.replies { count(reply.body.element) }
        }
        let socket = (contract.socket?.frames.map(\.fields) ?? []) + (contract.socket?.events.map(\.fields) ?? [])
        for field in socket.joined() { count(field.type) }
        for case .record(let fields) in contract.types.map(\.shape) { for field in fields { count(field.type) } }
        return Set(uses.filter { $0.value == 1 }.keys)
    }
}
