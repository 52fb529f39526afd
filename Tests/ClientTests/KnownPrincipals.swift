import IrisClient

/// Callers that may do everything.
extension SessionPrincipal {
    static let known = SessionPrincipal(
        sessionId: .init(high: 1, low: 1), tenantId: .init(high: 1, low: 2), userId: .init(high: 1, low: 3),
        orgRole: .owner, fullName: .init(trusted: "Ada Lovelace"), expiresAt: .init(microseconds: 0), role: .admin)
}

extension KeyPrincipal {
    static let known = KeyPrincipal(
        keyId: .init(high: 1, low: 1), tenantId: .init(high: 1, low: 2), name: .init(trusted: "backend"),
        keyPrefix: .init(trusted: "iris_sk_"), kind: .secret, scopes: Set(KeyScope.allCases))
}

extension ChatPrincipal {
    static let known = ChatPrincipal(
        chatSessionId: .init(high: 1, low: 1), tenantId: .init(high: 1, low: 2), userId: .init(high: 1, low: 3),
        expiresAt: .init(microseconds: 0))
}
