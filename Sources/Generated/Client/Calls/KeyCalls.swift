// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Issues an API key and shows its secret.
    public func createKey(
        name: KeyName, keyType: KeyType, scopes: [KeyScope]? = nil, expiresAt: Timestamp? = nil
    ) async throws(ClientFailure<CreateKey.Code>) -> IssuedKey {
        try await ask(
            .createKey, 201, refusals: CreateKey.Code.self,
            body: ["name": name, "key_type": keyType, "scopes": scopes, "expires_at": expiresAt])
    }
    /// Lists the workspace's keys, without their secrets.
    public func listKeys() async throws(ClientFailure<NoCode>) -> [KeyDetails] {
        try await ask(.listKeys, 200)
    }
    /// Gives a key a new secret and shows it; the old one stops working.
    public func rotateKey(
        keyId: KeyId, graceSeconds: GraceSeconds? = nil
    ) async throws(ClientFailure<RotateKey.Code>) -> IssuedKey {
        try await ask(
            .rotateKey, 200, refusals: RotateKey.Code.self, path: [keyId], body: ["grace_seconds": graceSeconds])
    }
    /// Ends a key at once.
    public func revokeKey(keyId: KeyId) async throws(ClientFailure<RevokeKey.Code>) -> RevokedKey {
        try await ask(.revokeKey, 200, refusals: RevokeKey.Code.self, path: [keyId])
    }
}
