import Contract

/// A field, and the contract whose types it refers to.
struct FieldInContract: Sendable {
    let field: Field
    let contract: Contract
}

extension Surface {
    /// The fields that travel a way. Path parameters are looked at by place, not here.
    func fields(_ direction: Direction, _ ways: SharedTravel) -> [Entry<FieldInContract>] {
        fieldOwners.flatMap { owner -> [Entry<FieldInContract>] in
            if let way = owner.direction {
                guard way == direction else { return [] }
            } else {
                guard ways.has(owner.subject, direction) else { return [] }
            }
            let note = owner.direction == nil ? ways.note(owner.subject, direction) : nil
            return owner.fields.map {
                Entry(
                    subject: "\(owner.subject).\($0.name)", item: FieldInContract(field: $0, contract: contract),
                    location: $0.location, note: note, owner: owner.subject)
            }
        }
    }

    /// The fields of every list, in order.
    var fieldLists: [Entry<[String]>] {
        fieldOwners.map { Entry(subject: $0.subject, item: $0.fields.map(\.name), location: $0.location) }
    }

    /// Whatever has fields. A record has no direction of its own: it travels as the types that hold it do.
    var fieldOwners: [FieldOwner] {
        var owners: [FieldOwner] = []
        for operation in contract.operations {
            owners.append(FieldOwner("\(operation.name).query", operation.queryFields, .request, operation.location))
            owners.append(
                FieldOwner("\(operation.name).request", operation.bodyFields ?? [], .request, operation.location))
        }
        for type in contract.types {
            if case .record(let fields) = type.shape {
                owners.append(FieldOwner(type.name, fields, nil, type.location))
            }
        }
        for frame in contract.socket?.frames ?? [] {
            owners.append(FieldOwner("frames.\(frame.name)", frame.fields, .request, frame.location))
        }
        for event in contract.socket?.events ?? [] {
            owners.append(FieldOwner("events.\(event.name)", event.fields, .reply, event.location))
        }
        for mail in contract.mails {
            owners.append(FieldOwner("mails.\(mail.name).link", mail.parameters, .reply, mail.location))
        }
        for credential in contract.credentials {
            owners.append(
                FieldOwner(
                    "credentials.\(credential.name).principal", credential.principal, .unsent, credential.location))
        }
        return owners
    }

    struct FieldOwner {
        let subject: String
        let fields: [Field]
        let direction: Direction?
        let location: SourceLocation

        init(_ subject: String, _ fields: [Field], _ direction: Direction?, _ location: SourceLocation) {
            self.subject = subject
            self.fields = fields
            self.direction = direction
            self.location = location
        }
    }
}
