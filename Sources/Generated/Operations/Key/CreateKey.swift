// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Issues an API key and shows its secret.
///
/// `POST /api/v1/admin/keys`, promises G-1, 2-2, 4-1, 4-2, 4-7, S-5
public enum CreateKey {
    public struct Input: Sendable {
        public let name: KeyName
        public let keyType: KeyType
        /// Fewer than the type has by default.
        public let scopes: [KeyScope]?
        /// When the key ends; without it, never.
        public let expiresAt: Timestamp?

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let name: KeyName? = body.required("name")
            let keyType: KeyType? = body.required("key_type")
            let scopes: [KeyScope]? = body.optional("scopes")
            let expiresAt: Timestamp? = body.optional("expires_at")
            guard body.finish(), let name, let keyType else { throw Refusal(body) }
            (self.name, self.keyType, self.scopes, self.expiresAt) = (name, keyType, scopes, expiresAt)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(IssuedKey)
        /// 400: A key of this type cannot have one of these scopes.
        case scopeNotGrantable
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .scopeNotGrantable: throw Refusal(.scopeNotGrantable)
            }
        }
    }
}
