import Contract

/// Deployments that let somebody in whom they must refuse: the proxy presents another caller's token for them.
struct AccessMutants {
    let contract: Contract

    func all() -> [Mutant] {
        contract.operations.filter { $0.access != .anyone }.flatMap { operation -> [Mutant] in
            var mutants = identity(operation) + kinds(operation) + roles(operation) + scopes(operation)
            mutants += insiders(operation) + carriers(operation) + origins(operation)
            return mutants
        }
    }

    /// Swaps the token of requests that the condition is about.
    private func swap(
        _ name: String, _ kind: String, _ operation: Operation, _ promises: [String],
        where isConcerned: @escaping @Sendable (PassingRequest, Passage) -> Bool
    ) -> Mutant {
        Mutant(
            id: "access.\(name).\(operation.name)", kind: kind, promises: promises,
            about: .operation(operation.name),
            deed: Deed(request: { request, passage in
                guard passage.calls(operation.name), isConcerned(request, passage),
                    let token = passage.knowledge.capable(
                        of: operation, path: passage.path, besides: request.token)
                else { return }
                request.present(token)
            }))
    }

    private func identity(_ operation: Operation) -> [Mutant] {
        [
            swap("none", "no credential is needed", operation, ["G-3"]) { request, _ in
                request.headers["Authorization"] == nil && request.token == nil
            },
            swap("unknown", "a token is not looked up", operation, ["G-3"]) { request, passage in
                request.token != nil && passage.knowledge.holder(of: request.token) == nil
            },
            swap("scheme", "the scheme of a credential is not looked at", operation, ["G-3"]) { request, _ in
                request.token == nil && request.headers["Authorization"] != nil
            },
        ]
    }

    /// Each credential that is good elsewhere.
    private func kinds(_ operation: Operation) -> [Mutant] {
        let accepted = Set(operation.access.requirements.map(\.credential))
        let promises = ["session": ["G-4"], "key": ["G-5"], "chat": ["6-10"]]
        return contract.credentials.filter { !accepted.contains($0.name) }.map { credential in
            swap(
                "kind.\(credential.name)", "another kind of credential is let in", operation,
                promises[credential.name] ?? []
            ) { request, passage in
                passage.knowledge.holder(of: request.token)?.credential == credential.name
            }
        }
    }

    private func roles(_ operation: Operation) -> [Mutant] {
        operation.access.requirements.flatMap { requirement -> [Mutant] in
            guard let needed = requirement.role, let credential = contract.credential(named: requirement.credential),
                let place = credential.roles.firstIndex(of: needed)
            else { return [] }
            return credential.roles[(place + 1)...].map { role in
                swap("role.\(role)", "a lower role is let in", operation, ["2-2"]) { request, passage in
                    passage.knowledge.holder(of: request.token)?.role == role
                }
            }
        }
    }

    private func scopes(_ operation: Operation) -> [Mutant] {
        guard let needed = operation.access.requirements.compactMap(\.scope).first,
            let refusal = contract.error(impliedBy: .scope)
        else { return [] }
        let strict = Mutant(
            id: "access.scope-strict.\(operation.name)", kind: "more than the named scope is asked for",
            promises: ["6-2"], about: .operation(operation.name),
            deed: Deed(answer: { request, passage in
                guard passage.calls(operation.name),
                    passage.knowledge.holder(of: request.token)?.scopes == [needed]
                else { return nil }
                return .refusal(refusal)
            }))
        let lax = swap("scope", "the scope is not looked at", operation, ["6-2"]) { request, passage in
            passage.knowledge.holder(of: request.token)?.scopes?.contains(needed) == false
        }
        return [lax, strict]
    }

    /// Others of the right kind, for whom what the path names is not there.
    private func insiders(_ operation: Operation) -> [Mutant] {
        guard !operation.pathFields.isEmpty else { return [] }
        @Sendable func tenants(_ request: PassingRequest, _ passage: Passage) -> (own: String, owner: String)? {
            guard let holder = passage.knowledge.holder(of: request.token), !holder.isEnded,
                let owner = passage.path.values.lazy.compactMap({ passage.knowledge.owner(of: $0) }).first
            else { return nil }
            return (holder.tenant, owner)
        }
        let foreign = swap("tenant", "another tenant is let in", operation, ["S-2", "6-4"]) { request, passage in
            tenants(request, passage).map { $0.own != $0.owner } ?? false
        }
        let strangers = operation.access.requirements.filter { ["key", "chat"].contains($0.credential) }.map {
            requirement in
            swap(
                "stranger.\(requirement.credential)", "somebody who is not in the channel is let in", operation,
                requirement.credential == "key" ? ["6-3"] : ["6-9"]
            ) { request, passage in
                guard let holder = passage.knowledge.holder(of: request.token),
                    holder.credential == requirement.credential, let tenants = tenants(request, passage),
                    tenants.own == tenants.owner
                else { return false }
                let first = operation.pathFields.first.flatMap { passage.path[$0.name] } ?? ""
                return !passage.knowledge.hasSeen(first, request.token ?? "")
            }
        }
        return [foreign] + strangers
    }

    private func carriers(_ operation: Operation) -> [Mutant] {
        guard operation.pathFields.isEmpty, operation.route.method == .get,
            operation.access.requirements.contains(where: { $0.credential == "key" && $0.scope == nil })
        else { return [] }
        return [
            Mutant(
                id: "access.carrier.\(operation.name)", kind: "a token is not taken from its other place",
                promises: ["6-1"], about: .promise("6-1"),
                deed: Deed(request: { request, passage in
                    if passage.calls(operation.name) { request.headers["X-API-Key"] = nil }
                })),
            Mutant(
                id: "access.two-tokens.\(operation.name)", kind: "of two tokens one is passed over",
                promises: ["6-1"], about: .promise("6-1"),
                deed: Deed(request: { request, passage in
                    if passage.calls(operation.name), request.headers["Authorization"] != nil {
                        request.headers["X-API-Key"] = nil
                    }
                })),
        ]
    }

    private func origins(_ operation: Operation) -> [Mutant] {
        let kinds = Set(contract.credentials.flatMap { $0.kinds.filter(\.isForPages).map(\.name) })
        guard
            let scope = operation.access.requirements.first(where: { $0.credential == "key" })?.scope.map({ [$0] })
                ?? (operation.access.requirements.contains { $0.credential == "key" } ? [] : nil),
            scope.allSatisfy({ name in
                contract.scopes.first { $0.name == name }?.grantedTo.contains(where: kinds.contains) == true
            })
        else { return [] }
        return [
            Mutant(
                id: "access.origin.\(operation.name)", kind: "the page that asks is not looked at", promises: ["5-2"],
                about: .any([.operation(operation.name), .promise("5-2")]),
                deed: Deed(request: { request, passage in
                    if passage.calls(operation.name) { request.headers["Origin"] = nil }
                }))
        ]
    }
}
