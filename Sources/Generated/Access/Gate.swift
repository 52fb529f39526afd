// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// What the server contributes to access: it recognises tokens and counts requests.
public protocol Gate: Sendable {
    /// Whom the token belongs to; nil when it is unknown, expired or revoked.
    func recognise(_ token: SessionToken, from origin: RequestOrigin) async throws -> SessionPrincipal?
    /// Whom the token belongs to; nil when it is unknown, expired or revoked.
    func recognise(_ token: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal?
    /// Whom the token belongs to; nil when it is unknown, expired or revoked.
    func recognise(_ token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal?
    /// Whether the caller's workspace lists the origin of the web page that asks.
    func lists(_ page: String, for caller: KeyPrincipal) async throws -> Bool
    /// Counts a request against a limit, together with others of the same key.
    func admit(_ limit: Limit, by key: String) async -> Admission
    /// Performs a request, or gives the answer that the same Idempotency-Key was given before.
    func once(
        _ operation: APIOperation, _ request: APIRequest, by holder: Holder,
        _ perform: @Sendable () async throws -> APIResponse
    ) async throws -> APIResponse
    /// Whether an error means that something the server needs cannot be reached just now.
    func isOutage(_ error: any Error) -> Bool
}

/// What a limit says to a request.
public enum Admission: Sendable {
    /// Go on: so many more may follow at once, and after so many seconds the allowance is whole again.
    case admitted(remaining: Int, wholeAfterSeconds: Int)
    case refused(retryAfterSeconds: Int, wholeAfterSeconds: Int)
}

/// Whoever holds a credential, whatever it may do.
public enum Holder: Sendable {
    case session(SessionPrincipal)
    case key(KeyPrincipal)
    case chat(ChatPrincipal)

    /// What limits count the holder by: the first thing that its credential tells of it.
    var limitKey: String {
        switch self {
        case .session(let principal): "session \(principal.sessionId)"
        case .key(let principal): "key \(principal.keyId)"
        case .chat(let principal): "chat \(principal.chatSessionId)"
        }
    }
}

extension Gate {
    func session(of request: APIRequest) async throws -> SessionPrincipal {
        guard let token = SessionToken(carriedBy: request) else { throw Refusal(.unauthenticated) }
        return try await session(with: token, from: request.origin)
    }

    func session(with token: SessionToken, from origin: RequestOrigin) async throws -> SessionPrincipal {
        guard let principal = try await recognise(token, from: origin) else { throw Refusal(.unauthenticated) }
        return principal
    }

    func key(of request: APIRequest) async throws -> KeyPrincipal {
        guard let token = KeySecret(carriedBy: request) else { throw Refusal(.unauthenticated) }
        return try await key(with: token, from: request.origin)
    }

    func key(with token: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal {
        guard let principal = try await recognise(token, from: origin) else { throw Refusal(.unauthenticated) }
        if principal.kind.isForPages, let page = origin.page {
            guard try await lists(page, for: principal) else { throw Refusal(.originNotAllowed) }
        }
        return principal
    }

    func chat(of request: APIRequest) async throws -> ChatPrincipal {
        guard let token = ChatToken(carriedBy: request) else { throw Refusal(.unauthenticated) }
        return try await chat(with: token, from: request.origin)
    }

    func chat(with token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal {
        guard let principal = try await recognise(token, from: origin) else { throw Refusal(.unauthenticated) }
        return principal
    }

    /// Counts a request, and tells in the reply's headers what is left.
    func count(_ limit: Limit, by key: String, _ headers: inout [APIResponse.Header]) async throws {
        switch await admit(limit, by: key) {
        case .admitted(let remaining, let seconds):
            headers += limit.headers(remaining: remaining, wholeAfter: seconds)
        case .refused(let retryAfter, let seconds):
            headers += limit.headers(remaining: 0, wholeAfter: seconds)
            throw Refusal(retryAfter: retryAfter)
        }
    }
}
