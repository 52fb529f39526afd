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
        try await self.init(gate.session(of: request), request.origin)
    }

    init(_ principal: SessionPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.role.covers(.admin) else { throw Refusal(.forbidden) }
    }
}

/// A caller with a key that has the scope `chat:channels.create`.
public struct ChannelsCreateKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.channelsCreate) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a key that has the scope `chat:channels.manage`.
public struct ChannelsManageKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.channelsManage) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a key that has the scope `chat:channels.read`.
public struct ChannelsReadKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.channelsRead) else { throw Refusal(.insufficientScope) }
    }
}

/// Any caller with a chat.
public struct ChatCaller: ChatBearer {
    public let principal: ChatPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.chat(of: request), request.origin)
    }

    init(_ principal: ChatPrincipal, _ origin: RequestOrigin) {
        (self.principal, self.origin) = (principal, origin)
    }
}

/// A caller with a key that has the scope `chat:identity.link`.
public struct IdentityLinkKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.identityLink) else { throw Refusal(.insufficientScope) }
    }
}

/// Any caller with a key.
public struct KeyCaller: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) {
        (self.principal, self.origin) = (principal, origin)
    }
}

/// A caller with a key that has the scope `chat:messages.read`.
public struct MessagesReadKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.messagesRead) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a key that has the scope `chat:messages.write`.
public struct MessagesWriteKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.messagesWrite) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a session of the role operator or above.
public struct OperatorSession: SessionBearer {
    public let principal: SessionPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.session(of: request), request.origin)
    }

    init(_ principal: SessionPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.role.covers(.operator) else { throw Refusal(.forbidden) }
    }
}

/// A caller with a key that has the scope `chat:presence.write`.
public struct PresenceWriteKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.presenceWrite) else { throw Refusal(.insufficientScope) }
    }
}

/// A caller with a key that has the scope `chat:read-state.write`.
public struct ReadStateWriteKey: KeyBearer {
    public let principal: KeyPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.key(of: request), request.origin)
    }

    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
        (self.principal, self.origin) = (principal, origin)
        guard principal.scopes.contains(.readStateWrite) else { throw Refusal(.insufficientScope) }
    }
}

/// Any caller with a session.
public struct SessionCaller: SessionBearer {
    public let principal: SessionPrincipal
    public let origin: RequestOrigin

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        try await self.init(gate.session(of: request), request.origin)
    }

    init(_ principal: SessionPrincipal, _ origin: RequestOrigin) {
        (self.principal, self.origin) = (principal, origin)
    }
}

/// A caller with one of several credentials.
public enum ConversationReader: Sendable {
    case chat(ChatCaller)
    case session(SessionCaller)

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        if ChatToken(carriedBy: request) != nil {
            self = .chat(try await ChatCaller(request, gate))
            return
        }
        if SessionToken(carriedBy: request) != nil {
            self = .session(try await SessionCaller(request, gate))
            return
        }
        throw Refusal(.unauthenticated)
    }

    /// Whoever it is, whatever the credential.
    public var holder: Holder {
        switch self {
        case .chat(let caller): caller.holder
        case .session(let caller): caller.holder
        }
    }
}

/// A caller with one of several credentials.
public enum ConversationWriter: Sendable {
    case chat(ChatCaller)
    case session(OperatorSession)

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        if ChatToken(carriedBy: request) != nil {
            self = .chat(try await ChatCaller(request, gate))
            return
        }
        if SessionToken(carriedBy: request) != nil {
            self = .session(try await OperatorSession(request, gate))
            return
        }
        throw Refusal(.unauthenticated)
    }

    /// Whoever it is, whatever the credential.
    public var holder: Holder {
        switch self {
        case .chat(let caller): caller.holder
        case .session(let caller): caller.holder
        }
    }
}

/// A caller with one of several credentials.
public enum SocketCaller: Sendable {
    case chat(ChatCaller)
    case session(SessionCaller)
    case key(MessagesReadKey)

    init(_ request: APIRequest, _ gate: some Gate) async throws {
        if ChatToken(carriedBy: request) != nil {
            self = .chat(try await ChatCaller(request, gate))
            return
        }
        if SessionToken(carriedBy: request) != nil {
            self = .session(try await SessionCaller(request, gate))
            return
        }
        if KeySecret(carriedBy: request) != nil {
            self = .key(try await MessagesReadKey(request, gate))
            return
        }
        throw Refusal(.unauthenticated)
    }

    /// Whoever it is, whatever the credential.
    public var holder: Holder {
        switch self {
        case .chat(let caller): caller.holder
        case .session(let caller): caller.holder
        case .key(let caller): caller.holder
        }
    }
}
