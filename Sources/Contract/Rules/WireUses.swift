/// Where values of the contract's types stand on the wire, followed into records.
struct WireUses {
    let contract: Contract

    /// A field below something, on whatever level.
    struct Use {
        let field: Field
        /// The record that has the field; nil for a field of the frame or the event itself.
        let record: String?
    }

    /// Every field that a value of this type carries, each once for the record that has it.
    func fields(below reference: TypeReference) -> [Use] {
        var seen: Set<String> = []
        return fields(below: reference, &seen)
    }

    /// These fields and every field that they carry.
    func fields(below fields: [Field]) -> [Use] {
        var seen: Set<String> = []
        return fields.flatMap { [Use(field: $0, record: nil)] + self.fields(below: $0.type, &seen) }
    }

    private func fields(below reference: TypeReference, _ seen: inout Set<String>) -> [Use] {
        guard let name = reference.elementName, seen.insert(name).inserted,
            case .record(let fields)? = contract.type(named: name)?.shape
        else { return [] }
        var uses: [Use] = []
        for field in fields {
            uses.append(Use(field: field, record: name))
            uses += self.fields(below: field.type, &seen)
        }
        return uses
    }
}

extension TypeReference {
    /// The name of the declared type, also where a list has it as its element.
    var elementName: String? {
        switch self {
        case .named(let name): name
        case .list(let element): element.elementName
        case .boolean, .timestamp: nil
        }
    }
}
