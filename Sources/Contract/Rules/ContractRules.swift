import Dispatch
import Synchronization

/// The rules that judge a contract as a whole, once every name in it is resolved.
enum ContractRules {
    /// The declarations say what the contract has no place for, because nothing refers to it.
    static func check(_ contract: Contract, _ declarations: Declarations, findings: FindingCollector) {
        let found = Mutex<[Finding]>([])
        // No rule asks what another has found, and findings are sorted in the end.
        DispatchQueue.concurrentPerform(iterations: checks.count) { index in
            let own = FindingCollector()
            checks[index](contract, own)
            let findings = own.findings
            if !findings.isEmpty { found.withLock { $0 += findings } }
        }
        for finding in found.withLock({ $0 }) { findings.report(finding) }
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
