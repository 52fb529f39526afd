import Contract

/// Errors, scopes, limits and credentials: what stands between a request and its handler.
extension Explainer {
    func explain(_ error: APIError, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: error.message)
        text.add("status", String(error.status))
        text.add("implied", error.causes.map { [$0.rawValue, $0.reason] })
        let everywhere = contract.operations.allSatisfy { answers(error, $0) }
        if everywhere {
            text.add("answered", "by all \(contract.operations.count) operations")
        } else {
            text.add(
                "answered",
                contract.operations.compactMap { operation in
                    refusals(of: operation).first { $0.error.code == error.code }.map { row(operation) + [$0.reason] }
                })
        }
        text.add("closes", closes(for: error))
        text.add("promises", promises(error.promises))
        text.add(
            "flows",
            steps { step in
                if case .call(let call) = step.action { call.refusal == error.code } else { false }
            })
        text.add("generated", generated(from: error.location))
        return text
    }

    func explain(_ scope: Scope, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: scope.summary)
        text.add(
            "granted",
            scope.grantedTo.isEmpty ? "to nobody by default" : "to " + scope.grantedTo.joined(separator: ", "))
        text.add("opens", operations { $0.access.requirements.contains { $0.scope == scope.name } })
        text.add(
            "frames", (contract.socket?.frames ?? []).filter { $0.scope == scope.name }.map { [$0.name, $0.summary] })
        if let socket = contract.socket, socket.access.requirements.contains(where: { $0.scope == scope.name }) {
            text.add("socket", socket.path)
        }
        text.add("promises", promises(scope.promises))
        return text
    }

    func explain(_ limit: RateLimit, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: limit.summary)
        text.add("allows", "\(limit.allowance) at once; used up, it is whole again after \(limit.window) seconds")
        text.add("counted by", limit.key.words)
        text.add("counts", operations { $0.limits.contains(limit.name) })
        text.add(
            "counts", contract.credentials.filter { $0.pageLimit == limit.name }.map { ["\($0.name)s in web pages"] })
        text.add("promises", promises(limit.promises))
        text.add("generated", generated(from: limit.location))
        return text
    }

    func explain(_ credential: Credential, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: credential.summary)
        text.add(
            "kinds", credential.kinds.map { [$0.name, "\($0.prefix)…", $0.isForPages ? "may stand in web pages" : ""] })
        text.add(
            "carried",
            credential.carriers.map { carrier in
                switch carrier {
                case .bearer: ["Authorization: Bearer"]
                case .header(let name): [name]
                }
            })
        text.add("roles", credential.roles.joined(separator: ", "))
        text.add("tells", credential.principal.map(row))
        text.add(
            "opens",
            contract.operations.compactMap { operation in
                let rights = operation.access.requirements.filter { $0.credential == credential.name }
                guard let needed = rights.first else { return nil }
                return row(operation) + [needed.role ?? needed.scope ?? ""]
            })
        text.add("promises", promises(credential.promises))
        text.add("generated", generated(from: credential.location))
        return text
    }

    private func answers(_ error: APIError, _ operation: Operation) -> Bool {
        refusals(of: operation).contains { $0.error.code == error.code }
    }

    private func closes(for error: APIError) -> [[String]] {
        (contract.socket?.closes ?? []).filter { $0.errors.contains(error.code) }.map { [String($0.code), $0.name] }
    }
}
