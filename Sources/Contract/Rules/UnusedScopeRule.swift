/// A scope that opens nothing misleads those who hand it out.
enum UnusedScopeRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let accesses = contract.operations.map(\.access) + (contract.socket.map { [$0.access] } ?? [])
        let needed = Set(
            accesses.flatMap { $0.requirements.compactMap(\.scope) }
                + (contract.socket?.frames.compactMap(\.scope) ?? []))
        for scope in contract.scopes where !needed.contains(scope.name) {
            findings.report(
                .unusedScope, at: scope.location, "nothing needs the scope '\(scope.name)'",
                hint: "ask for it where it is needed, or delete it")
        }
    }
}
