import Contract

/// Tokens that stand in web pages, asked with from a page that the workspace does not list.
struct ListedPageChecks {
    let world: World
    let control: Attempt

    /// Each operation that such a token may call. The same request without any page, which is not refused for its
    /// page, is what shows that the page was the reason.
    func all() -> [Check] {
        let operation = control.operation
        return kinds(for: operation).map { kind in
            Check(
                "derived.\(operation.name).page-\(kind.name)", group: operation.name,
                "a \(kind.name) token is refused on a page that is not listed", promises: ["5-2"]
            ) { [world, control] run in
                let theirs = control.by(try world.first.value(kind.name))
                let code = world.code(.origin)
                let (without, found) = try await run.observe(theirs)
                let (exchange, problems) = try await run.refuse(
                    theirs.from(page: "https://\(run.freshId()).example"), code: code)
                let isForPage = without.reply.code == code ? ["without a page it is refused for its page"] : []
                return Verdict(found + isForPage + problems, exchange)
            }
        }
    }

    private func kinds(for operation: Operation) -> [Credential.Kind] {
        let contract = world.run.contract
        return operation.access.requirements.flatMap { requirement -> [Credential.Kind] in
            let kinds = contract.credential(named: requirement.credential)?.kinds.filter(\.isForPages) ?? []
            guard let needed = requirement.scope else { return kinds }
            let granted = contract.scopes.first { $0.name == needed }?.grantedTo ?? []
            return kinds.filter { granted.contains($0.name) }
        }
    }
}
