// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension SessionToken {
    /// What the token of a console session begins with.
    public static let consolePrefix = "iris_ses_"

    /// The token that a request carries; nil when there is none of this kind, or more than one.
    init?(carriedBy request: APIRequest) {
        guard let token = request.token(in: [.bearer]) else { return nil }
        self.init(presented: token)
    }

    /// The text as a token; nil when it does not begin as those of this kind do.
    init?(presented text: String) {
        guard [Self.consolePrefix].contains(where: text.hasPrefix) else { return nil }
        self.init(trusted: text)
    }
}

/// What is known of a caller once its session was recognised. A person at the console, after verifying, signing in or
/// accepting an invitation.
public struct SessionPrincipal: Sendable {
    public let sessionId: SessionId
    public let tenantId: TenantId
    public let userId: UserId
    public let orgRole: OrgRole
    public let fullName: FullName
    public let expiresAt: Timestamp
    /// What the caller may do.
    public let role: SessionRole

    public init(
        sessionId: SessionId, tenantId: TenantId, userId: UserId, orgRole: OrgRole, fullName: FullName,
        expiresAt: Timestamp, role: SessionRole
    ) {
        (self.sessionId, self.tenantId, self.userId, self.orgRole) = (sessionId, tenantId, userId, orgRole)
        (self.fullName, self.expiresAt, self.role) = (fullName, expiresAt, role)
    }
}

/// Every caller with a session, whatever it may do.
public protocol SessionBearer: Sendable {
    var principal: SessionPrincipal { get }
    var origin: RequestOrigin { get }
}

extension SessionBearer {
    public var holder: Holder { .session(principal) }
    public var sessionId: SessionId { principal.sessionId }
    public var tenantId: TenantId { principal.tenantId }
    public var userId: UserId { principal.userId }
    public var orgRole: OrgRole { principal.orgRole }
    public var fullName: FullName { principal.fullName }
    public var expiresAt: Timestamp { principal.expiresAt }
}

extension SessionRole {
    /// Whether this role may do what the other may.
    func covers(_ other: Self) -> Bool { rank <= other.rank }

    /// 0 is the mightiest.
    private var rank: Int {
        switch self {
        case .admin: 0
        case .operator: 1
        case .viewer: 2
        }
    }
}
