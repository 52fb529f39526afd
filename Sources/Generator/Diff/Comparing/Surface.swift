import Contract

/// A contract taken apart into entries, each with the subject by which the other contract's is found.
struct Surface {
    let contract: Contract
    let travel: TypeTravel
    /// Every step with its subject. Titles may repeat within a flow: later ones are numbered.
    let steps: [Entry<Flow.Step>]

    init(_ contract: Contract, stepsLike other: Contract? = nil) {
        self.contract = contract
        travel = TypeTravel(contract)
        steps = StepSubjects.entries(contract.flows, like: other?.flows ?? [])
    }

    var api: [Entry<Contract>] {
        [Entry(subject: "api", item: contract, location: contract.location)]
    }

    var credentials: [Entry<Credential>] {
        contract.credentials.map { Entry(subject: "credentials.\($0.name)", item: $0, location: $0.location) }
    }

    var tokenKinds: [Entry<Credential.Kind>] {
        contract.credentials.flatMap { credential in
            credential.kinds.map {
                Entry(
                    subject: "credentials.\(credential.name).\($0.name)", item: $0, location: credential.location,
                    owner: "credentials.\(credential.name)")
            }
        }
    }

    var scopes: [Entry<Scope>] {
        contract.scopes.map { Entry(subject: "scopes.\($0.name)", item: $0, location: $0.location) }
    }

    var errors: [Entry<APIError>] {
        contract.errors.map { Entry(subject: "errors.\($0.code)", item: $0, location: $0.location) }
    }

    var limits: [Entry<RateLimit>] {
        contract.limits.map { Entry(subject: "limits.\($0.name)", item: $0, location: $0.location) }
    }

    var promises: [Entry<ContractPromise>] {
        contract.promises.map { Entry(subject: "promises.\($0.id)", item: $0, location: $0.location) }
    }

    var sections: [Entry<Section>] {
        contract.sections.map { Entry(subject: "sections.\($0.name)", item: $0, location: $0.location) }
    }

    var types: [Entry<TypeDefinition>] {
        contract.types.map { Entry(subject: $0.name, item: $0, location: $0.location) }
    }

    var mails: [Entry<Mail>] {
        contract.mails.map { Entry(subject: "mails.\($0.name)", item: $0, location: $0.location) }
    }

    var jobs: [Entry<Job>] {
        contract.jobs.map { Entry(subject: "jobs.\($0.name)", item: $0, location: $0.location) }
    }
}
