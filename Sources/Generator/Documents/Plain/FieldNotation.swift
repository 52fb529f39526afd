import Contract

/// Fields in a few characters: `{email, org_role: InvitableRole, topic?: Topic|null}`.
///
/// A field whose type has the field's own name, in upper camel case, says its name only, and so does a point in time
/// whose name ends in `_at`. Records and choices that are used in one place stand there. Ids are known
/// by their names, and so are texts, numbers and booleans that the server sends: nobody has to keep their rules.
struct FieldNotation {
    private let contract: Contract
    private let inlined: Set<String>

    /// Who sends a value.
    enum Sender {
        case client
        case server
    }

    init(_ contract: Contract) {
        self.contract = contract
        inlined = Self.usedOnce(contract)
    }

    func object(_ fields: [Field], from sender: Sender) -> String {
        "{" + fields.map { text($0, from: sender) }.joined(separator: ", ") + "}"
    }

    func text(_ field: Field, from sender: Sender) -> String {
        let name = field.name + (field.isOptional ? "?" : "") + (field.isShownOnce ? "!" : "")
        let end = field.isNullable ? "|null" : ""
        return isEvident(field, from: sender) ? name + end : "\(name): \(text(field.type, from: sender))\(end)"
    }

    func text(_ reference: TypeReference, from sender: Sender) -> String {
        switch reference {
        case .boolean: return "bool"
        case .timestamp: return "time"
        case .list(let element): return "[\(text(element, from: sender))]"
        case .named(let name):
            switch contract.type(named: name)?.shape {
            case .record(let fields) where inlined.contains(name): return object(fields, from: sender)
            case .enumeration(let values) where inlined.contains(name): return values.joined(separator: " | ")
            default: return name
            }
        }
    }

    /// Whether the type stands nowhere but in its one use.
    func isInlined(_ type: TypeDefinition) -> Bool { inlined.contains(type.name) }

    private func isEvident(_ field: Field, from sender: Sender) -> Bool {
        switch field.type {
        case .boolean: return sender == .server
        case .list: return false
        case .timestamp: return field.name.hasSuffix("_at")
        case .named(let name):
            switch (contract.type(named: name)?.shape, sender) {
            case (.text, .server), (.integer, .server), (.id, _): return true
            default: return name == Self.typeName(of: field.name) && !inlined.contains(name)
            }
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
        return Set(
            contract.types.filter { type in
                switch type.shape {
                case .record, .enumeration: uses[type.name] == 1
                case .text, .integer, .id: false
                }
            }.map(\.name))
    }
}
