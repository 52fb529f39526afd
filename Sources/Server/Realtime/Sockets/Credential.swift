import Cryptography
import Generated
import Runtime

/// What a socket was opened with, as far as it must be known to see whether it still holds: never the token itself.
struct Credential: Sendable {
    enum Kind: Hashable, Sendable {
        case session
        case chat
        case key
    }

    let kind: Kind
    let tenant: TenantId
    /// The session's id, or the SHA-256 of a key's secret. A chat session outlives its tokens, which are replaced; a
    /// key's secret may lapse while the key goes on.
    let mark: String
    /// The things that it ends with.
    let endsWith: [Hub.Ended]
    /// A member's place in the workspace when the socket was opened.
    let orgRole: OrgRole?

    init(kind: Kind, tenant: TenantId, mark: String, endsWith: [Hub.Ended], orgRole: OrgRole? = nil) {
        self.kind = kind
        self.tenant = tenant
        self.mark = mark
        self.endsWith = endsWith
        self.orgRole = orgRole
    }

    init(_ caller: SocketCaller, token: SocketToken) {
        switch caller {
        case .chat(let caller):
            self.init(
                kind: .chat, tenant: caller.tenantId, mark: caller.chatSessionId.description,
                endsWith: [.chatSession(caller.chatSessionId)])
        case .session(let caller):
            self.init(
                kind: .session, tenant: caller.tenantId, mark: caller.sessionId.description,
                endsWith: [.session(caller.sessionId), .member(caller.userId)], orgRole: caller.orgRole)
        case .key(let caller):
            self.init(
                kind: .key, tenant: caller.tenantId, mark: Hex.encode(SHA256.digest(of: token.text.utf8)),
                endsWith: [.key(caller.keyId)])
        }
    }
}

extension Participant {
    init(_ caller: SocketCaller) {
        switch caller {
        case .chat(let caller): self.init(caller)
        case .session(let caller): self.init(caller)
        case .key(let caller): self.init(caller)
        }
    }
}
