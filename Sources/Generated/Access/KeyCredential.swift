// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension KeySecret {
    /// What the token of a secret key begins with.
    public static let secretPrefix = "iris_sk_"
    /// What the token of a publishable key begins with.
    public static let publishablePrefix = "iris_pub_"

    /// The token that a request carries; nil when there is none of this kind, or more than one.
    init?(carriedBy request: APIRequest) {
        guard let token = request.token(in: [.bearer, .header("x-api-key")]) else { return nil }
        self.init(presented: token)
    }

    /// The text as a token; nil when it does not begin as those of this kind do.
    init?(presented text: String) {
        guard [Self.secretPrefix, Self.publishablePrefix].contains(where: text.hasPrefix) else { return nil }
        self.init(trusted: text)
    }
}

/// What is known of a caller once its key was recognised. A customer's backend, with a key that an admin has issued.
public struct KeyPrincipal: Sendable {
    public let keyId: KeyId
    public let tenantId: TenantId
    public let name: KeyName
    public let keyPrefix: KeyPrefix
    public let kind: KeyType
    /// What the caller may do.
    public let scopes: Set<KeyScope>

    public init(
        keyId: KeyId, tenantId: TenantId, name: KeyName, keyPrefix: KeyPrefix, kind: KeyType, scopes: Set<KeyScope>
    ) {
        (self.keyId, self.tenantId, self.name, self.keyPrefix, self.kind) = (keyId, tenantId, name, keyPrefix, kind)
        self.scopes = scopes
    }
}

/// Every caller with a key, whatever it may do.
public protocol KeyBearer: Sendable {
    var principal: KeyPrincipal { get }
    var origin: RequestOrigin { get }
}

extension KeyBearer {
    public var holder: Holder { .key(principal) }
    public var keyId: KeyId { principal.keyId }
    public var tenantId: TenantId { principal.tenantId }
    public var name: KeyName { principal.name }
    public var keyPrefix: KeyPrefix { principal.keyPrefix }
}

extension KeyType {
    /// What a key of this type is granted unless told otherwise, in the contract's order.
    public var grantedScopes: [KeyScope] {
        switch self {
        case .secret:
            [
                .channelsRead, .channelsCreate, .channelsManage, .messagesRead, .messagesWrite, .presenceWrite,
                .readStateWrite, .identityLink,
            ]
        case .publishable:
            [.channelsRead, .messagesRead, .messagesWrite, .presenceWrite, .readStateWrite]
        }
    }

    /// Whether tokens of this type stand in web pages, and work on listed ones only.
    public var isForPages: Bool {
        switch self {
        case .secret: false
        case .publishable: true
        }
    }

    /// What the tokens of this type begin with.
    public var prefix: String {
        switch self {
        case .secret: KeySecret.secretPrefix
        case .publishable: KeySecret.publishablePrefix
        }
    }
}
