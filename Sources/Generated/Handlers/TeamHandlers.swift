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
}
