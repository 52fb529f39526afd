import Generated
import Postgres

extension IrisAPI {
    /// Sessions read the role at each request, so the new one acts at once; sockets are closed, and come back with it.
    func changeMember(_ input: ChangeMember.Input, as caller: AdminSession) async throws -> ChangeMember.Outcome {
        let (user, tenant) = (input.userId, caller.tenantId)
        let (outcome, isChanged) = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let roster = try await transaction.roster(around: user, for: caller.userId, in: tenant) else {
                return (ChangeMember.Outcome.notFound, false)
            }
            guard roster.letsActorTouchMember, input.orgRole != .owner || roster.actor == .owner else {
                return (.forbidden, false)
            }
            let member = roster.member
            if member.orgRole == input.orgRole { return (.ok(member), false) }
            if roster.isMemberLastOwner { return (.lastOwner, false) }
            _ = try await transaction.run(
                "UPDATE iris.users SET org_role = \(input.orgRole) WHERE tenant_id = \(tenant) AND user_id = \(user)")
            try await transaction.audit(
                .teamRoleChanged, by: .member(caller.userId), of: user, in: tenant, from: caller.origin)
            let changed = Member(
                userId: user, email: member.email, fullName: member.fullName, orgRole: input.orgRole,
                joinedAt: member.joinedAt)
            return (.ok(changed), true)
        }
        if isChanged { database.afterCommit { [hub] in hub.end(.member(user), in: tenant, with: .roleChanged) } }
        return outcome
    }
}
