// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// One right of a key.
public enum KeyScope: String, Enumeration {
    case channelsRead = "chat:channels.read"
    case channelsCreate = "chat:channels.create"
    case channelsManage = "chat:channels.manage"
    case messagesRead = "chat:messages.read"
    case messagesWrite = "chat:messages.write"
    case presenceWrite = "chat:presence.write"
    case readStateWrite = "chat:read-state.write"
    case identityLink = "chat:identity.link"
}

/// The kinds of key.
public enum KeyType: String, Enumeration {
    case secret, publishable
}

/// What a session may do, the mightiest first.
public enum SessionRole: String, Enumeration {
    case admin, `operator`, viewer
}
