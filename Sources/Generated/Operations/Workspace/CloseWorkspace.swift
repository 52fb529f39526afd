// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Closes the workspace for good, on its owner's word. What is in it is deleted, except the audit log and the usage,
/// which are kept as long as its policy said.
///
/// `POST /api/v1/admin/workspace/close`
public enum CloseWorkspace {
    public struct Input: Sendable {
        public let slug: HandleAttempt
        public let password: PasswordAttempt

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let slug: HandleAttempt? = body.required("slug")
            let password: PasswordAttempt? = body.required("password")
            guard body.finish(), let slug, let password else { throw Refusal(body) }
            (self.slug, self.password) = (slug, password)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(ClosedWorkspace)
        /// 403: Your role does not allow this.
        case forbidden
        /// 403: The slug or the password is wrong; nothing was closed.
        case notConfirmed
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .forbidden: throw Refusal(.forbidden)
            case .notConfirmed: throw Refusal(.notConfirmed)
            }
        }
    }
}
