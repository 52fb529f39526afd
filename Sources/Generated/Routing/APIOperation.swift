// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// Every operation of the contract.
public enum APIOperation: String, Sendable, CaseIterable {
    case checkHealth, checkReadiness, checkHandle, signUp, verifySignup, resendVerification, login, logout, getMe
    case forgotPassword, resetPassword, inviteTeammate, acceptInvitation, listMembers, listInvitations, resendInvitation
    case deleteInvitation, changeMember, removeMember, createKey, listKeys, rotateKey, revokeKey, getBranding
    case getWidgetSettings, putWidgetSettings, introspectKey, openChatSession, createChannel, listChannels, getChannel
    case changeChannel, archiveChannel, unarchiveChannel, listChannelMembers, addChannelMember, changeChannelMember
    case removeChannelMember, postMessage, listMessages, getMessage, changeMessage, deleteMessage, markRead, showTyping
    case getWorkspace, closeWorkspace, getUsage, getRetentionPolicy, putRetentionPolicy, listAudit, exportAudit
    case listFailedMails, openGuestSession, getChatSession, refreshChatSession, endChatSession, listConversations
    case getConversation, sendMessage, readMessages, editMessage, withdrawMessage, markConversationRead
    case showConversationTyping

    /// The method and the path, with parameters in braces: what logs call the operation.
    public var route: String {
        switch self {
        case .checkHealth: "GET /healthz"
        case .checkReadiness: "GET /readyz"
        case .checkHandle: "GET /api/v1/signup/slug-available"
        case .signUp: "POST /api/v1/signup"
        case .verifySignup: "POST /api/v1/signup/verify"
        case .resendVerification: "POST /api/v1/signup/resend"
        case .login: "POST /api/v1/owner/login"
        case .logout: "POST /api/v1/owner/logout"
        case .getMe: "GET /api/v1/owner/me"
        case .forgotPassword: "POST /api/v1/owner/password/forgot"
        case .resetPassword: "POST /api/v1/owner/password/reset"
        case .inviteTeammate: "POST /api/v1/admin/team/invites"
        case .acceptInvitation: "POST /api/v1/team/accept"
        case .listMembers: "GET /api/v1/admin/team/members"
        case .listInvitations: "GET /api/v1/admin/team/invites"
        case .resendInvitation: "POST /api/v1/admin/team/invites/{invitation_id}/resend"
        case .deleteInvitation: "DELETE /api/v1/admin/team/invites/{invitation_id}"
        case .changeMember: "PATCH /api/v1/admin/team/members/{user_id}"
        case .removeMember: "DELETE /api/v1/admin/team/members/{user_id}"
        case .createKey: "POST /api/v1/admin/keys"
        case .listKeys: "GET /api/v1/admin/keys"
        case .rotateKey: "POST /api/v1/admin/keys/{key_id}/rotate"
        case .revokeKey: "DELETE /api/v1/admin/keys/{key_id}"
        case .getBranding: "GET /api/v1/widget-config"
        case .getWidgetSettings: "GET /api/v1/admin/widget-config"
        case .putWidgetSettings: "PUT /api/v1/admin/widget-config"
        case .introspectKey: "GET /api/product/v1/me"
        case .openChatSession: "POST /api/product/v1/sessions"
        case .createChannel: "POST /api/product/v1/channels"
        case .listChannels: "GET /api/product/v1/channels"
        case .getChannel: "GET /api/product/v1/channels/{channel_id}"
        case .changeChannel: "PATCH /api/product/v1/channels/{channel_id}"
        case .archiveChannel: "POST /api/product/v1/channels/{channel_id}/archive"
        case .unarchiveChannel: "POST /api/product/v1/channels/{channel_id}/unarchive"
        case .listChannelMembers: "GET /api/product/v1/channels/{channel_id}/members"
        case .addChannelMember: "POST /api/product/v1/channels/{channel_id}/members"
        case .changeChannelMember: "PATCH /api/product/v1/channels/{channel_id}/members/{user_id}"
        case .removeChannelMember: "DELETE /api/product/v1/channels/{channel_id}/members/{user_id}"
        case .postMessage: "POST /api/product/v1/channels/{channel_id}/messages"
        case .listMessages: "GET /api/product/v1/channels/{channel_id}/messages"
        case .getMessage: "GET /api/product/v1/messages/{message_id}"
        case .changeMessage: "PATCH /api/product/v1/messages/{message_id}"
        case .deleteMessage: "DELETE /api/product/v1/messages/{message_id}"
        case .markRead: "POST /api/product/v1/channels/{channel_id}/read"
        case .showTyping: "POST /api/product/v1/channels/{channel_id}/typing"
        case .getWorkspace: "GET /api/v1/admin/workspace"
        case .closeWorkspace: "POST /api/v1/admin/workspace/close"
        case .getUsage: "GET /api/v1/admin/usage"
        case .getRetentionPolicy: "GET /api/v1/admin/retention-policy"
        case .putRetentionPolicy: "PUT /api/v1/admin/retention-policy"
        case .listAudit: "GET /api/v1/admin/audit"
        case .exportAudit: "GET /api/v1/admin/audit/export"
        case .listFailedMails: "GET /api/v1/admin/mails/failed"
        case .openGuestSession: "POST /api/v1/session/guest"
        case .getChatSession: "GET /api/v1/session"
        case .refreshChatSession: "POST /api/v1/session/refresh"
        case .endChatSession: "DELETE /api/v1/session"
        case .listConversations: "GET /api/v1/channels"
        case .getConversation: "GET /api/v1/channels/{channel_id}"
        case .sendMessage: "POST /api/v1/channels/{channel_id}/messages"
        case .readMessages: "GET /api/v1/channels/{channel_id}/messages"
        case .editMessage: "PATCH /api/v1/messages/{message_id}"
        case .withdrawMessage: "DELETE /api/v1/messages/{message_id}"
        case .markConversationRead: "POST /api/v1/channels/{channel_id}/read"
        case .showConversationTyping: "POST /api/v1/channels/{channel_id}/typing"
        }
    }
}
