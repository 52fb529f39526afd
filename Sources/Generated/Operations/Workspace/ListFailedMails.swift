// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists the mails that could not be delivered and are not tried any more.
///
/// `GET /api/v1/admin/mails/failed`, promises 2-2, S-2
public enum ListFailedMails {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok([FailedMail])
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
