import Contract

/// Everything that a contract declares, by name.
struct SubjectIndex {
    let subjects: [Subject]

    init(_ contract: Contract) {
        var subjects: [Subject] = []
        for section in contract.sections { subjects += section.operations.map { .operation($0, section) } }
        subjects += contract.types.map { .type($0) }
        subjects += contract.errors.map { .error($0) }
        subjects += contract.scopes.map { .scope($0) }
        subjects += contract.promises.map { .promise($0) }
        subjects += contract.limits.map { .limit($0) }
        subjects += contract.credentials.map { .credential($0) }
        subjects += contract.mails.map { .mail($0) }
        subjects += contract.jobs.map { .job($0) }
        subjects += contract.flows.map { .flow($0) }
        subjects += (contract.socket?.frames ?? []).map { .frame($0) }
        subjects += (contract.socket?.events ?? []).map { .event($0) }
        subjects += (contract.socket?.closes ?? []).map { .close($0) }
        subjects += Rule.allCases.map { .rule($0) }
        for owner in contract.fieldOwners { subjects += owner.fields.map { .field($0, of: owner) } }
        self.subjects = subjects
    }

    /// All that bear the name: an error and a close may be called alike.
    func subjects(named name: String) -> [Subject] { subjects.filter { $0.name == name } }

    /// The names that were probably meant, each with what it is; at most three, the nearest first.
    func suggestions(for name: String) -> [String] {
        let wanted = name.lowercased()
        let limit = max(1, name.count / 3)
        var seen: Set<String> = []
        let near = subjects.map { subject -> (distance: Int, text: String) in
            let known = subject.name.lowercased()
            // A part of a name that somebody remembers, but not such a short one that it is in everything.
            let isPart = wanted.count > 3 && known.contains(wanted)
            let distance = min(editDistance(wanted, known), isPart ? limit : Int.max)
            return (distance, "\(subject.name) (\(subject.kind.rawValue))")
        }
        return Array(
            near.filter { $0.distance <= limit && seen.insert($0.text).inserted }
                .sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.map(\.text).prefix(3))
    }
}

extension Contract {
    var fieldOwners: [FieldOwner] {
        var owners: [FieldOwner] = []
        for operation in operations {
            owners.append(FieldOwner(name: operation.name, role: "path of the operation", fields: operation.pathFields))
            owners.append(
                FieldOwner(name: operation.name, role: "query of the operation", fields: operation.queryFields))
            owners.append(
                FieldOwner(name: operation.name, role: "body of the operation", fields: operation.bodyFields ?? []))
        }
        for type in types {
            guard case .record(let fields) = type.shape else { continue }
            owners.append(FieldOwner(name: type.name, role: "record", fields: fields))
        }
        owners += mails.map { FieldOwner(name: $0.name, role: "link of the mail", fields: $0.parameters) }
        owners += credentials.map { FieldOwner(name: $0.name, role: "bearer of the credential", fields: $0.principal) }
        owners += (socket?.frames ?? []).map { FieldOwner(name: $0.name, role: "frame", fields: $0.fields) }
        owners += (socket?.events ?? []).map { FieldOwner(name: $0.name, role: "event", fields: $0.fields) }
        return owners
    }
}
