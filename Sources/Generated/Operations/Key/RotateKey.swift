// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Gives a key a new secret and shows it; the old one stops working.
///
/// `POST /api/v1/admin/keys/{key_id}/rotate`, promises G-1, 2-2, 4-5, S-5
public enum RotateKey {
    public struct Input: Sendable {
        public let keyId: KeyId
        /// How long the old secret still works.
        public let graceSeconds: GraceSeconds

        init(_ request: APIRequest) throws(Refusal) {
            guard let keyId = request.path[4].flatMap({ KeyId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request, orNothing: true)
            let graceSeconds: GraceSeconds? = body.optional("grace_seconds")
            guard body.finish() else { throw Refusal(body) }
            self.keyId = keyId
            self.graceSeconds = graceSeconds ?? .fallback
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(IssuedKey)
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
