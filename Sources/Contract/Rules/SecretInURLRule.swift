/// Addresses are kept in logs, histories and referrers, so no secret belongs into one.
enum SecretInURLRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for operation in contract.operations {
            for (place, fields) in [("path", operation.pathFields), ("query", operation.queryFields)] {
                for field in fields {
                    guard let name = field.type.elementName, contract.type(named: name)?.sensitivity == .secret else {
                        continue
                    }
                    findings.report(
                        .secretInURL, at: field.location,
                        "the \(place) of '\(operation.name)' carries '\(field.name)', which is a secret",
                        hint: "take it in the body: addresses end up in logs and histories")
                }
            }
        }
    }
}
