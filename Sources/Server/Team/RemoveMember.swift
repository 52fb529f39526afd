import Generated
import Postgres

extension IrisAPI {
    /// With the member go their sessions and their links for a new password. What they wrote stays, under their name.
    func removeMember(_ input: RemoveMember.Input, as caller: AdminSession) async throws -> RemoveMember.Outcome {
        let (user, tenant) = (input.userId, caller.tenantId)
        let outcome = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let roster = try await transaction.roster(around: user, for: caller.userId, in: tenant) else {
                return RemoveMember.Outcome.notFound
            }
            guard roster.letsActorTouchMember else { return .forbidden }
            if roster.isMemberLastOwner { return .lastOwner }
            _ = try await transaction.run([
                "DELETE FROM iris.users WHERE tenant_id = \(tenant) AND user_id = \(user)",
                """
                DELETE FROM iris.channel_members
                WHERE tenant_id = \(tenant) AND member_type = 'member' AND member_id = \(user)
                """,
            ])
            try await transaction.audit(
                .teamRemoved, by: .member(caller.userId), of: user, in: tenant, from: caller.origin)
            return .ok(RemovedMember(userId: user, deleted: true))
        }
        if case .ok = outcome { database.afterCommit { [hub] in hub.end(.member(user), in: tenant) } }
        return outcome
    }
}
