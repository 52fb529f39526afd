// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func inviteTeammate(
        _ input: InviteTeammate.Input, as caller: AdminSession
    ) -> InviteTeammate.Outcome { .created(.example) }
    public func acceptInvitation(
        _ input: AcceptInvitation.Input, as caller: Visitor
    ) -> AcceptInvitation.Outcome { .created(.example) }
    public func listMembers(as caller: AdminSession) -> ListMembers.Outcome { .ok([.example]) }
    public func listInvitations(as caller: AdminSession) -> ListInvitations.Outcome { .ok([.example]) }
    public func resendInvitation(
        _ input: ResendInvitation.Input, as caller: AdminSession
    ) -> ResendInvitation.Outcome { .ok(.example) }
    public func deleteInvitation(
        _ input: DeleteInvitation.Input, as caller: AdminSession
    ) -> DeleteInvitation.Outcome { .ok(.example) }
    public func changeMember(
        _ input: ChangeMember.Input, as caller: AdminSession
    ) -> ChangeMember.Outcome { .ok(.example) }
    public func removeMember(
        _ input: RemoveMember.Input, as caller: AdminSession
    ) -> RemoveMember.Outcome { .ok(.example) }
}
