// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Every operation of the contract.
public enum APIOperation: String, Sendable, CaseIterable {
    case checkHandle
    case signUp
    case verifySignup
    case login
    case inviteTeammate
    case acceptInvitation
    case listMembers
    case createKey
    case listKeys
    case introspectKey
    case openChatSession
    case createChannel
    case listChannels
    case getChannel
    case postMessage
    case listMessages
    case getChatSession
    case listConversations
    case getConversation
    case sendMessage
    case readMessages

    /// The method and the path, with parameters in braces: what logs call the operation.
    public var route: String {
        switch self {
        case .checkHandle: "GET /api/v1/signup/slug-available"
        case .signUp: "POST /api/v1/signup"
        case .verifySignup: "POST /api/v1/signup/verify"
        case .login: "POST /api/v1/owner/login"
        case .inviteTeammate: "POST /api/v1/admin/team/invites"
        case .acceptInvitation: "POST /api/v1/team/accept"
        case .listMembers: "GET /api/v1/admin/team/members"
        case .createKey: "POST /api/v1/admin/keys"
        case .listKeys: "GET /api/v1/admin/keys"
        case .introspectKey: "GET /api/product/v1/me"
        case .openChatSession: "POST /api/product/v1/sessions"
        case .createChannel: "POST /api/product/v1/channels"
        case .listChannels: "GET /api/product/v1/channels"
        case .getChannel: "GET /api/product/v1/channels/{channel_id}"
        case .postMessage: "POST /api/product/v1/channels/{channel_id}/messages"
        case .listMessages: "GET /api/product/v1/channels/{channel_id}/messages"
        case .getChatSession: "GET /api/v1/session"
        case .listConversations: "GET /api/v1/channels"
        case .getConversation: "GET /api/v1/channels/{channel_id}"
        case .sendMessage: "POST /api/v1/channels/{channel_id}/messages"
        case .readMessages: "GET /api/v1/channels/{channel_id}/messages"
        }
    }
}
