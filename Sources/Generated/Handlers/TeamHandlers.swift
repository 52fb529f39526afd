// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 3 of the contract: Invite the team.
public protocol TeamHandlers: Sendable {
    /// Offers somebody a place in the workspace.
    func inviteTeammate(_ input: InviteTeammate.Input, as caller: AdminSession) async throws -> InviteTeammate.Outcome
    /// Takes the place that was offered, and signs the new member in.
    func acceptInvitation(_ input: AcceptInvitation.Input, as caller: Visitor) async throws -> AcceptInvitation.Outcome
    /// Lists the workspace's members.
    func listMembers(as caller: AdminSession) async throws -> ListMembers.Outcome
    /// Lists the invitations that wait to be accepted.
    func listInvitations(as caller: AdminSession) async throws -> ListInvitations.Outcome
    /// Sends it again, with a new link; the old one stops working.
    func resendInvitation(
        _ input: ResendInvitation.Input, as caller: AdminSession
    ) async throws -> ResendInvitation.Outcome
    /// Takes an invitation back.
    func deleteInvitation(
        _ input: DeleteInvitation.Input, as caller: AdminSession
    ) async throws -> DeleteInvitation.Outcome
    /// Changes a member's role, at once for open sessions.
    func changeMember(_ input: ChangeMember.Input, as caller: AdminSession) async throws -> ChangeMember.Outcome
    /// Removes a member and ends their sessions at once.
    func removeMember(_ input: RemoveMember.Input, as caller: AdminSession) async throws -> RemoveMember.Outcome
}
