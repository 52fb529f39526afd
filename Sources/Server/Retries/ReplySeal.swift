import Cryptography
import Generated
import Runtime

/// What names a request's row among the retries, and what its reply is sealed with.
///
/// The name says who asks, not with which token: two sessions of a member are one holder. The seal and the mark of
/// the request are made with the token, of which the server has a hash only; so a row tells nothing to whoever reads
/// the table, neither the reply nor, by trying out, what was asked. A holder who comes back with another token than
/// before is therefore told that the key was used for another request.
struct ReplySeal: Sendable {
    /// The row's name.
    let keyHash: [UInt8]
    /// The same for the same request with the same token, and for no other.
    let requestHash: [UInt8]
    private let box: AuthenticatedBox

    /// - Throws: `LibcryptoError` when memory runs out.
    init(_ operation: APIOperation, _ request: APIRequest, by holder: Holder, _ key: IdempotencyKey) throws {
        let (kind, id) = holder.identity
        let (name, token) = (Array(key.text.utf8), Array(request.presentedToken.utf8))
        keyHash = SHA256.digest(ofFields: [
            Array(kind.utf8), Array(id.utf8), Array(operation.rawValue.utf8), name,
        ])
        let path = sequence(state: 0) { index -> [UInt8]? in
            defer { index += 1 }
            return request.path[index].map { Array($0.utf8) }
        }
        requestHash = try HMACSHA256.code(
            for: SHA256.digest(ofFields: [
                name, Array(request.method.utf8), Array(request.query.utf8), request.body,
                SHA256.digest(ofFields: Array(path)),
            ]),
            key: token)
        box = AuthenticatedBox(
            key: try SymmetricKey.derived(from: token, salt: name, info: Array("iris idempotency reply".utf8)))
    }

    func seal(_ reply: [UInt8]) throws(LibcryptoError) -> [UInt8] { try box.seal(reply, authenticating: keyHash) }

    /// Nil for what was sealed otherwise.
    func open(_ sealed: [UInt8]) -> [UInt8]? { box.open(sealed, authenticating: keyHash) }
}

extension Holder {
    var tenantId: TenantId {
        switch self {
        case .session(let principal): principal.tenantId
        case .key(let principal): principal.tenantId
        case .chat(let principal): principal.tenantId
        }
    }

    /// Who it is, whatever it has presented.
    fileprivate var identity: (kind: String, id: String) {
        switch self {
        case .session(let principal): ("member", principal.userId.description)
        case .key(let principal): ("key", principal.keyId.description)
        case .chat(let principal): ("end user", principal.userId.description)
        }
    }
}

extension APIRequest {
    /// What the holder was recognised by: where a token may stand in two places, it is the same in both.
    fileprivate var presentedToken: String { bearerToken ?? header("x-api-key") ?? "" }
}
