/// A step's caller may do what the step asks for, as far as the flow itself says what the caller's token is.
enum FlowCallerRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for flow in contract.flows {
            var tokens = FlowTokens(contract: contract)
            var types = Dictionary(flow.fresh.map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
            for step in flow.steps {
                if case .call(let call) = step.action, call.refusal == nil,
                    let operation = contract.operation(named: call.operation), operation.access != .anyone
                {
                    if case .reference(let name)? = call.credential {
                        checkKind(of: name, types[name], for: operation, contract, at: step.location, findings)
                        if let token = tokens.known[name] {
                            check(token, named: name, may: operation, contract, at: step.location, findings)
                        }
                    } else if call.credential == nil {
                        findings.report(
                            .flowAccess, at: step.location,
                            "'\(operation.name)' needs a token, and this step has none",
                            hint: "say 'as: $name'; it takes \(takers(of: operation))")
                    }
                }
                tokens.follow(step)
                for kept in step.kept { types[kept.name] = kept.type }
            }
        }
    }

    /// The token must be of a credential that the operation takes.
    private static func checkKind(
        of name: String, _ type: TypeReference?, for operation: Operation, _ contract: Contract,
        at location: SourceLocation, _ findings: FindingCollector
    ) {
        guard let credential = contract.credentials.first(where: { $0.token == type }),
            !operation.access.requirements.contains(where: { $0.credential == credential.name })
        else { return }
        findings.report(
            .flowAccess, at: location,
            "'$\(name)' is a token of the credential '\(credential.name)', which '\(operation.name)' does not take",
            hint: "it takes \(takers(of: operation))")
    }

    private static func check(
        _ token: FlowTokens.Token, named name: String, may operation: Operation, _ contract: Contract,
        at location: SourceLocation, _ findings: FindingCollector
    ) {
        guard let credential = contract.credential(named: token.credential) else { return }
        guard let requirement = operation.access.requirements.first(where: { $0.credential == credential.name }) else {
            return
        }
        if let scope = requirement.scope, let scopes = token.scopes, !scopes.contains(scope) {
            findings.report(
                .flowScope, at: location,
                "'\(operation.name)' needs the scope '\(scope)', which '$\(name)' lacks",
                hint: "it has \(scopes.isEmpty ? "none" : scopes.joined(separator: ", "))")
        }
        if let wanted = requirement.role, let role = token.role,
            let least = credential.roles.firstIndex(of: wanted), let own = credential.roles.firstIndex(of: role),
            own > least
        {
            findings.report(
                .flowRole, at: location,
                "'\(operation.name)' needs the role '\(wanted)', and '$\(name)' is \(role) only",
                hint: "say 'refused: \(contract.error(impliedBy: .role)?.code ?? "")' if that is what the step shows")
        }
    }

    private static func takers(of operation: Operation) -> String {
        operation.access.requirements.map(\.credential).joined(separator: ", ")
    }
}
