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
    /// Counts a request. Answers in how many seconds to try again when the limit is used up.
    func admit(_ limit: Limit, from origin: RequestOrigin) async -> Admission
    /// Whether an error means that something the server needs cannot be reached just now.
    func isOutage(_ error: any Error) -> Bool
}

public enum Admission: Sendable {
    case admitted
    case refused(retryAfterSeconds: Int)
}

extension Gate {
    func session(of request: APIRequest) async throws -> SessionPrincipal {
        guard let token = SessionToken(carriedBy: request),
            let principal = try await recognise(token, from: request.origin)
        else { throw Refusal(.unauthenticated) }
        return principal
    }
    func key(of request: APIRequest) async throws -> KeyPrincipal {
        guard let token = KeySecret(carriedBy: request),
            let principal = try await recognise(token, from: request.origin)
        else { throw Refusal(.unauthenticated) }
        return principal
    }
    func chat(of request: APIRequest) async throws -> ChatPrincipal {
        guard let token = ChatToken(carriedBy: request),
            let principal = try await recognise(token, from: request.origin)
        else { throw Refusal(.unauthenticated) }
        return principal
    }
    func count(_ limit: Limit, _ request: APIRequest) async throws {
        if case .refused(let seconds) = await admit(limit, from: request.origin) {
            throw Refusal(retryAfter: seconds)
        }
    }
}
