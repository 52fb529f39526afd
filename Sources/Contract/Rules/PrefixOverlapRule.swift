/// A token's kind is told by its prefix; a prefix that begins another one tells nothing.
enum PrefixOverlapRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let kinds = contract.credentials.flatMap { credential in credential.kinds.map { (credential, $0) } }
        for (index, (credential, kind)) in kinds.enumerated() {
            for (other, (_, earlier)) in kinds.enumerated() where other < index {
                guard kind.prefix.hasPrefix(earlier.prefix) || earlier.prefix.hasPrefix(kind.prefix) else { continue }
                findings.report(
                    .prefixOverlap, at: credential.location,
                    "the prefixes '\(earlier.prefix)' of '\(earlier.name)' and '\(kind.prefix)' of '\(kind.name)' "
                        + "cannot be told apart",
                    hint: "let neither begin with the other")
            }
        }
    }
}
