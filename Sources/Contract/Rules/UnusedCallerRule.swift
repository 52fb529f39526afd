/// A choice of callers that no access names opens nothing.
enum UnusedCallerRule {
    static func check(_ contract: Contract, _ declarations: Declarations, findings: FindingCollector) {
        let accesses = contract.operations.map(\.access) + (contract.socket.map { [$0.access] } ?? [])
        let named = Set(
            accesses.compactMap { access in
                if case .choice(let name, _) = access { name } else { nil }
            })
        for caller in declarations.callers where !named.contains(caller.name) {
            findings.report(
                .unusedCaller, at: caller.nameLocation, "no access names the caller '\(caller.name)'",
                hint: "name it under 'access' of an operation, or delete it")
        }
    }
}
