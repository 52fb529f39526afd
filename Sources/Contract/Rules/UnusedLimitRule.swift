/// A limit that counts nothing is a protection somebody believes in and nobody has.
enum UnusedLimitRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let used = Set(contract.operations.flatMap(\.limits) + contract.credentials.compactMap(\.pageLimit))
        for limit in contract.limits where !used.contains(limit.name) {
            findings.report(
                .unusedLimit, at: limit.location, "the limit '\(limit.name)' counts no request",
                hint: "name it under 'limit' of an operation, or delete it")
        }
    }
}
