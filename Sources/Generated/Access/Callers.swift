// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Anyone: a caller of a public operation.
public struct Visitor: Sendable {
    public let origin: RequestOrigin
}

/// A caller with a session of the role admin or above.
public struct AdminSession: SessionBearer {
    public let principal: SessionPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.session(of: request)
        origin = request.origin
        guard principal.role.covers(.admin) else { throw Refusal(.forbidden) }
    }
}

/// A caller with a key that has the scope `chat:channels.create`.
public struct ChannelsCreateKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.key(of: request)
        origin = request.origin
        guard principal.scopes.contains(.channelsCreate) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a key that has the scope `chat:channels.read`.
public struct ChannelsReadKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.key(of: request)
        origin = request.origin
        guard principal.scopes.contains(.channelsRead) else { throw Refusal(.insufficientScope) }
    }
}

/// Any caller with a chat.
public struct ChatCaller: ChatBearer {
    public let principal: ChatPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.chat(of: request)
        origin = request.origin
    }
}

/// A caller with a key that has the scope `chat:identity.link`.
public struct IdentityLinkKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.key(of: request)
        origin = request.origin
        guard principal.scopes.contains(.identityLink) else { throw Refusal(.insufficientScope) }
    }
}

/// Any caller with a key.
public struct KeyCaller: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.key(of: request)
        origin = request.origin
    }
}

/// A caller with a key that has the scope `chat:messages.read`.
public struct MessagesReadKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.key(of: request)
        origin = request.origin
        guard principal.scopes.contains(.messagesRead) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a key that has the scope `chat:messages.write`.
public struct MessagesWriteKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        principal = try await gate.key(of: request)
        origin = request.origin
        guard principal.scopes.contains(.messagesWrite) else { throw Refusal(.insufficientScope) }
    }
}
