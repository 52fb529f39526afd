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

    public func listInvitations(as caller: AdminSession) async throws -> ListInvitations.Outcome {
        .ok([PendingInvitation.example])
    }

    public func resendInvitation(
        _ input: ResendInvitation.Input, as caller: AdminSession
    ) async throws -> ResendInvitation.Outcome {
        .ok(Invitation.example)
    }

    public func deleteInvitation(
        _ input: DeleteInvitation.Input, as caller: AdminSession
    ) async throws -> DeleteInvitation.Outcome {
        .ok(DeletedInvitation.example)
    }

    public func changeMember(
        _ input: ChangeMember.Input, as caller: AdminSession
    ) async throws -> ChangeMember.Outcome {
        .ok(Member.example)
    }

    public func removeMember(
        _ input: RemoveMember.Input, as caller: AdminSession
    ) async throws -> RemoveMember.Outcome {
        .ok(RemovedMember.example)
    }
}
