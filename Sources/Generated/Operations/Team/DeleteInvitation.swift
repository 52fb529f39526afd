// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Takes an invitation back.
///
/// `DELETE /api/v1/admin/team/invites/{invitation_id}`, promises G-1, 2-2, 3-7, S-5
public enum DeleteInvitation {
    public struct Input: Sendable {
        public let invitationId: InvitationId

        init(_ request: APIRequest) throws(Refusal) {
            guard let invitationId = request.path[5].flatMap({ InvitationId(text: $0) })
            else { throw Refusal(.notFound) }
            self.invitationId = invitationId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(DeletedInvitation)
        /// 404: There is nothing here that you can see.
        case notFound
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            }
        }
    }
}
