import Generated
import Postgres
import Runtime

/// What decides whether somebody may change or remove a member.
struct Roster: Sendable {
    /// As the member is now.
    let member: Member
    /// The role of whoever asks; nil when they are a member no more.
    let actor: OrgRole?
    let owners: Int

    /// Only an owner touches an owner.
    var letsActorTouchMember: Bool {
        switch actor {
        case .owner: true
        case .admin: member.orgRole != .owner
        case .operator, .viewer, nil: false
        }
    }

    /// Without this member nobody would own the workspace.
    var isMemberLastOwner: Bool { member.orgRole == .owner && owners < 2 }
}

extension Transaction {
    /// Reads a member, whoever asks, and how many owners there are, all under row locks: of two changes that would leave
    /// the workspace without an owner, or that take the right to make the other away, one sees what the other has done.
    ///
    /// Counted is after the locks are had, by a statement of its own: it sees who became owner in the meantime. The locks
    /// let sessions be opened.
    func roster(around user: UserId, for actor: UserId, in tenant: TenantId) async throws -> Roster? {
        let results = try await run([
            """
            SELECT FROM iris.users
            WHERE tenant_id = \(tenant) AND (org_role = 'owner' OR user_id IN (\(user), \(actor)))
            ORDER BY user_id FOR NO KEY UPDATE
            """,
            """
            SELECT m.user_id, m.email, m.full_name, m.org_role, m.joined_at,
                   (SELECT org_role FROM iris.users WHERE tenant_id = \(tenant) AND user_id = \(actor)) AS actor_role,
                   (SELECT count(*) FROM iris.users WHERE tenant_id = \(tenant) AND org_role = 'owner') AS owners
            FROM iris.users m WHERE m.tenant_id = \(tenant) AND m.user_id = \(user)
            """,
        ])
        return try results.last?.first.map { row in
            Roster(
                member: try Member(row), actor: (try row.value("actor_role") as String?).flatMap(OrgRole.init),
                owners: try row.value("owners"))
        }
    }
}

extension Member {
    init(_ row: Row) throws {
        self.init(
            userId: try row.value("user_id"), email: try row.value("email"), fullName: try row.value("full_name"),
            orgRole: try row.value("org_role"), joinedAt: try row.value("joined_at"))
    }
}
