// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension SocketCaller {
    /// The caller behind a token that a socket has presented.
    ///
    /// - Throws: A ``Refusal`` for a token that is unknown, expired or revoked, may not open the socket, or comes from
    /// a page that its workspace does not list; anything else is a fault.
    public init(token text: String, from origin: RequestOrigin, gate: some Gate) async throws {
        if let token = ChatToken(presented: text) {
            let principal = try await gate.chat(with: token, from: origin)
            self = .chat(ChatCaller(principal, origin))
            return
        }
        if let token = SessionToken(presented: text) {
            let principal = try await gate.session(with: token, from: origin)
            self = .session(SessionCaller(principal, origin))
            return
        }
        if let token = KeySecret(presented: text) {
            let principal = try await gate.key(with: token, from: origin)
            self = .key(try MessagesReadKey(principal, origin))
            return
        }
        throw Refusal(.unauthenticated)
    }

    /// Whether the caller's scopes let it send the frame; callers without scopes may send every frame.
    public func may(send frame: ClientFrame) -> Bool {
        switch self {
        case .key(let caller): frame.scope.map(caller.principal.scopes.contains) ?? true
        case .chat, .session: true
        }
    }
}
