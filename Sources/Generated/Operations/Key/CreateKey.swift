// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Issues an API key; its secret is shown in this answer only.
///
/// `POST /api/v1/admin/keys`
/// promises G-1, 2-2, 4-1, 4-2, 4-7, S-5
public enum CreateKey {
    public struct Input: Sendable {
        public let name: KeyName
        public let keyType: KeyType
        /// Fewer scopes than the type is granted by default.
        public let scopes: [KeyScope]?
        /// When the key stops working by itself; without it, never.
        public let expiresAt: Timestamp?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingName = Incoming<KeyName>.absent
            var incomingKeyType = Incoming<KeyType>.absent
            var incomingScopes = Incoming<[KeyScope]>.absent
            var incomingExpiresAt = Incoming<Timestamp>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "name": incomingName = .read(key, from: &json, &problems)
                case "key_type": incomingKeyType = .read(key, from: &json, &problems)
                case "scopes": incomingScopes = .read(key, from: &json, &problems)
                case "expires_at": incomingExpiresAt = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let name = incomingName.required("name", &problems)
            let keyType = incomingKeyType.required("key_type", &problems)
            let scopes = incomingScopes.optional("scopes", &problems)
            let expiresAt = incomingExpiresAt.optional("expires_at", &problems)
            guard let name, let keyType, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.name = name
            self.keyType = keyType
            self.scopes = scopes
            self.expiresAt = expiresAt
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
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
