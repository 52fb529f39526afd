/// The rules that judge a contract as a whole, once every name in it is resolved.
enum ContractRules {
    static func check(_ contract: Contract, findings: FindingCollector) {
        UnusedTypeRule.check(contract, findings: findings)
        UnansweredErrorRule.check(contract, findings: findings)
        UnusedScopeRule.check(contract, findings: findings)
        UnusedLimitRule.check(contract, findings: findings)
        OverlappingRouteRule.check(contract, findings: findings)
        PrefixOverlapRule.check(contract, findings: findings)
    }
}
