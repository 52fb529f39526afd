import Generated

extension IrisAPI {
    /// All of it was found out when the key was recognised.
    func introspectKey(as caller: KeyCaller) async throws -> IntrospectKey.Outcome {
        let key = caller.principal
        return .ok(
            KeyIntrospection(
                keyId: key.keyId, tenantId: key.tenantId, name: key.name, keyType: key.kind,
                keyPrefix: key.keyPrefix, scopes: key.kind.grantedScopes.filter(key.scopes.contains)))
    }
}
