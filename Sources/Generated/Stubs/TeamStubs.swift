// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func inviteTeammate(
        _ input: InviteTeammate.Input, as caller: AdminSession
    ) async throws -> InviteTeammate.Outcome {
        .created(Invitation.example)
    }

    public func acceptInvitation(
        _ input: AcceptInvitation.Input, as caller: Visitor
    ) async throws -> AcceptInvitation.Outcome {
        .created(SessionGrant.example)
    }

    public func listMembers(as caller: AdminSession) async throws -> ListMembers.Outcome {
        .ok([Member.example])
    }
}
