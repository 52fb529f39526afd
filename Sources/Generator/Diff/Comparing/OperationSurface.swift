import Contract

/// An operation and the section that its handler belongs to.
struct SectionedOperation: Sendable {
    let operation: Operation
    let section: String
}

/// A reply and the types that its own refers to.
struct ReplyInContract: Sendable {
    let reply: Reply
    let contract: Contract
}

extension Surface {
    var operations: [Entry<SectionedOperation>] {
        contract.sections.flatMap { section in
            section.operations.map {
                Entry(
                    subject: $0.name, item: SectionedOperation(operation: $0, section: section.name),
                    location: $0.location)
            }
        }
    }

    var accesses: [Entry<Access>] {
        contract.operations.map { Entry(subject: "\($0.name).access", item: $0.access, location: $0.location) }
            + sockets.map { Entry(subject: "socket.access", item: $0.item.access, location: $0.location) }
    }

    var requirements: [Entry<Requirement>] {
        accesses.flatMap { access in
            access.item.requirements.map {
                Entry(subject: "\(access.subject).\($0.credential)", item: $0, location: access.location)
            }
        }
    }

    /// By place, so that a parameter that was only renamed is the same one.
    var pathFields: [Entry<Field>] {
        contract.operations.flatMap { operation in
            operation.route.segments.enumerated().compactMap { index, segment -> Entry<Field>? in
                guard case .parameter(let name) = segment,
                    let field = operation.pathFields.first(where: { $0.name == name })
                else { return nil }
                return Entry(subject: "\(operation.name).path.\(index)", item: field, location: field.location)
            }
        }
    }

    var replies: [Entry<ReplyInContract>] {
        contract.operations.flatMap { operation in
            operation.replies.map {
                Entry(
                    subject: "\(operation.name).reply.\($0.status)",
                    item: ReplyInContract(reply: $0, contract: contract), location: operation.location,
                    owner: operation.name)
            }
        }
    }

    var refusedFields: [Entry<Operation.RefusedField>] {
        contract.operations.flatMap { operation in
            operation.refusedFields.map {
                Entry(
                    subject: "\(operation.name).refuses.\($0.name)", item: $0, location: operation.location,
                    owner: operation.name)
            }
        }
    }
}
