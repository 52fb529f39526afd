// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension SessionToken {
    /// What the token of a console session begins with.
    public static let consolePrefix = "iris_ses_"

    /// The token that a request carries; nil when there is none of this kind, or more than one.
    init?(carriedBy request: APIRequest) {
        guard let token = request.token(in: [.bearer]), [Self.consolePrefix].contains(where: token.hasPrefix)
        else { return nil }
        self.init(trusted: token)
    }
}

/// What is known of a caller once its session was recognised. A person at the console, after verifying, signing in or
/// accepting an invitation.
public struct SessionPrincipal: Sendable {
    public let sessionId: SessionId
    public let tenantId: TenantId
    public let userId: UserId
    public let orgRole: OrgRole
    /// What the caller may do.
    public let role: SessionRole

    public init(sessionId: SessionId, tenantId: TenantId, userId: UserId, orgRole: OrgRole, role: SessionRole) {
        self.sessionId = sessionId
        self.tenantId = tenantId
        self.userId = userId
        self.orgRole = orgRole
        self.role = role
    }
}

/// Every caller with a session, whatever it may do.
public protocol SessionBearer: Sendable {
    var principal: SessionPrincipal { get }
    var origin: RequestOrigin { get }
}

extension SessionBearer {
    public var sessionId: SessionId { principal.sessionId }
    public var tenantId: TenantId { principal.tenantId }
    public var userId: UserId { principal.userId }
    public var orgRole: OrgRole { principal.orgRole }
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
