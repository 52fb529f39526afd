/// The rules that judge a contract as a whole, once every name in it is resolved.
enum ContractRules {
    /// The declarations say what the contract has no place for, because nothing refers to it.
    static func check(_ contract: Contract, _ declarations: Declarations, findings: FindingCollector) {
        for check in checks { check(contract, findings) }
        UnusedCallerRule.check(contract, declarations, findings: findings)
        IdleRefusalRule.check(contract, declarations, findings: findings)
    }

    private static let checks: [@Sendable (Contract, FindingCollector) -> Void] = [
        UnusedTypeRule.check,
        UnansweredErrorRule.check,
        UnusedScopeRule.check,
        UnusedLimitRule.check,
        UnusedMailRule.check,
        OverlappingRouteRule.check,
        PrefixOverlapRule.check,
        SecretShownAgainRule.check,
        SecretInURLRule.check,
        FlowRefusalRule.check,
        FlowCallerRule.check,
        FlowUnusedValueRule.check,
        LimitFieldRule.check,
        ReplyTypesRule.check,
        PageCursorRule.check,
        OptionalNotHeededRule.check,
        SwiftMemberNameRule.check,
        SwiftTypeNameRule.check,
        SummaryFormRule.check,
    ]
}
