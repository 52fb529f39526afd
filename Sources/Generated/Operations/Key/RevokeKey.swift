// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Ends a key at once.
///
/// `DELETE /api/v1/admin/keys/{key_id}`, promises G-1, 2-2, 4-6, S-5
public enum RevokeKey {
    public struct Input: Sendable {
        public let keyId: KeyId

        init(_ request: APIRequest) throws(Refusal) {
            guard let keyId = request.path[4].flatMap({ KeyId(text: $0) }) else { throw Refusal(.notFound) }
            self.keyId = keyId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(RevokedKey)
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
