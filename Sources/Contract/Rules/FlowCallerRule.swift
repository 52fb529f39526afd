/// A step's caller may do what the step asks for, as far as the flow itself says what the caller's token is.
enum FlowCallerRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for flow in contract.flows {
            var tokens = FlowTokens(contract: contract)
            for step in flow.steps {
                if case .call(let call) = step.action, call.refusal == nil,
                    case .reference(let name)? = call.credential, let token = tokens.known[name],
                    let operation = contract.operation(named: call.operation)
                {
                    check(token, named: name, may: operation, contract, at: step.location, findings)
                }
                tokens.follow(step)
            }
        }
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
}
