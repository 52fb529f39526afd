import Contract

/// Says of one thing everything that the contract says of it, and where in the repository it is carried out.
struct Explainer {
    let contract: Contract
    /// What is generated, so that it can be told where a declaration ends up.
    let files: [GeneratedFile]
    let server: ServerSources

    func explain(_ subject: Subject) -> Explanation {
        switch subject {
        case .operation(let operation, let section): explain(operation, in: section, as: subject)
        case .type(let type): explain(type, as: subject)
        case .field(let field, let owner): explain(field, of: owner, as: subject)
        case .error(let error): explain(error, as: subject)
        case .scope(let scope): explain(scope, as: subject)
        case .promise(let promise): explain(promise, as: subject)
        case .limit(let limit): explain(limit, as: subject)
        case .credential(let credential): explain(credential, as: subject)
        case .mail(let mail): explain(mail, as: subject)
        case .job(let job): explain(job, as: subject)
        case .flow(let flow): explain(flow, as: subject)
        case .frame(let frame): explain(frame, as: subject)
        case .event(let event): explain(event, as: subject)
        case .close(let close): explain(close, as: subject)
        case .rule(let rule): explain(rule, as: subject)
        }
    }

    /// The generated files that a declaration gives lines to, each with the first of them.
    func generated(from location: SourceLocation) -> [[String]] {
        files.compactMap { file in file.origins.firstLine(from: location).map { ["\(file.path):\($0)"] } }
    }

    func promises(_ ids: [String]) -> [[String]] {
        ids.map { id in [id, contract.promises.first { $0.id == id }?.text ?? ""] }
    }

    func operations(where isWanted: (Operation) -> Bool) -> [[String]] {
        contract.operations.filter(isWanted).map(row)
    }

    func row(_ operation: Operation) -> [String] {
        [operation.name, "\(operation.route.method.rawValue) \(operation.route.template)"]
    }

    /// The steps of flows for which something holds, with their places.
    func steps(where isWanted: (Flow.Step) -> Bool) -> [[String]] {
        contract.flows.flatMap { flow in
            flow.steps.filter(isWanted).map { [flow.name, $0.title, $0.location.description] }
        }
    }
}
