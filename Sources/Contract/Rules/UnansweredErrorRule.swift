/// An error that nothing brings about makes clients handle what never happens.
enum UnansweredErrorRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let answered = Set(
            contract.operations.flatMap { $0.ownErrors + $0.refusedFields.map(\.error) }
                + (contract.socket?.closes.flatMap(\.errors) ?? []))
        for error in contract.errors where error.causes.isEmpty && !answered.contains(error.code) {
            findings.report(
                .unansweredError, at: error.location, "no operation answers the error '\(error.code)'",
                hint: "list it under 'errors' of an operation that answers it, or delete it")
        }
    }
}
