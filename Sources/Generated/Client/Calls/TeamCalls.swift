// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Offers somebody a place in the workspace.
    public func inviteTeammate(
        email: Email, orgRole: InvitableRole
    ) async throws(ClientFailure<InviteTeammate.Code>) -> Invitation {
        try await ask(
            .inviteTeammate, 201, refusals: InviteTeammate.Code.self, body: ["email": email, "org_role": orgRole])
    }
    /// Takes the place that was offered, and signs the new member in.
    public func acceptInvitation(
        tenantId: TenantId, token: InviteToken, fullName: FullName, password: Password
    ) async throws(ClientFailure<AcceptInvitation.Code>) -> SessionGrant {
        try await ask(
            .acceptInvitation, 201, refusals: AcceptInvitation.Code.self,
            body: ["tenant_id": tenantId, "token": token, "full_name": fullName, "password": password])
    }
    /// Lists the workspace's members.
    public func listMembers() async throws(ClientFailure<NoCode>) -> [Member] {
        try await ask(.listMembers, 200)
    }
    /// Lists the invitations that wait to be accepted.
    public func listInvitations() async throws(ClientFailure<NoCode>) -> [PendingInvitation] {
        try await ask(.listInvitations, 200)
    }
    /// Sends it again, with a new link; the old one stops working.
    public func resendInvitation(
        invitationId: InvitationId
    ) async throws(ClientFailure<ResendInvitation.Code>) -> Invitation {
        try await ask(.resendInvitation, 200, refusals: ResendInvitation.Code.self, path: [invitationId])
    }
    /// Takes an invitation back.
    public func deleteInvitation(
        invitationId: InvitationId
    ) async throws(ClientFailure<DeleteInvitation.Code>) -> DeletedInvitation {
        try await ask(.deleteInvitation, 200, refusals: DeleteInvitation.Code.self, path: [invitationId])
    }
    /// Changes a member's role, at once for open sessions.
    public func changeMember(
        userId: UserId, orgRole: OrgRole
    ) async throws(ClientFailure<ChangeMember.Code>) -> Member {
        try await ask(.changeMember, 200, refusals: ChangeMember.Code.self, path: [userId], body: ["org_role": orgRole])
    }
    /// Removes a member and ends their sessions at once.
    public func removeMember(userId: UserId) async throws(ClientFailure<RemoveMember.Code>) -> RemovedMember {
        try await ask(.removeMember, 200, refusals: RemoveMember.Code.self, path: [userId])
    }
}
