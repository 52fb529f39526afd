// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// What stands at a path: one operation a method.
struct Resource {
    var get: APIOperation?
    var post: APIOperation?
    var put: APIOperation?
    var patch: APIOperation?
    var delete: APIOperation?

    /// The operation that answers a method.
    subscript(method: String) -> APIOperation? {
        switch method {
        case "GET": get
        case "POST": post
        case "PUT": put
        case "PATCH": patch
        case "DELETE": delete
        default: nil
        }
    }

    /// The methods that are answered, as the header Allow lists them.
    var allowed: String {
        ["GET", "POST", "PUT", "PATCH", "DELETE"].filter { self[$0] != nil }.joined(separator: ", ")
    }
}

enum Router {
    /// What stands at the path; nil when nothing does. A literal segment is preferred to a parameter.
    static func resource(at path: PathSegments) -> Resource? {
        switch path[0] {
        case "api":
            switch path[1] {
            case "product":
                switch path[2] {
                case "v1":
                    switch path[3] {
                    case "channels":
                        switch path[4] {
                        case nil: return Resource(get: .listChannels, post: .createChannel)
                        case _?:
                            switch path[5] {
                            case nil: return Resource(get: .getChannel, patch: .changeChannel)
                            case "archive" where path[6] == nil: return Resource(post: .archiveChannel)
                            case "members":
                                switch path[6] {
                                case nil: return Resource(get: .listChannelMembers, post: .addChannelMember)
                                case _? where path[7] == nil:
                                    return Resource(patch: .changeChannelMember, delete: .removeChannelMember)
                                default: return nil
                                }
                            case "messages" where path[6] == nil:
                                return Resource(get: .listMessages, post: .postMessage)
                            case "read" where path[6] == nil: return Resource(post: .markRead)
                            case "typing" where path[6] == nil: return Resource(post: .showTyping)
                            case "unarchive" where path[6] == nil: return Resource(post: .unarchiveChannel)
                            default: return nil
                            }
                        }
                    case "me" where path[4] == nil: return Resource(get: .introspectKey)
                    case "messages":
                        switch path[4] {
                        case _? where path[5] == nil:
                            return Resource(get: .getMessage, patch: .changeMessage, delete: .deleteMessage)
                        default: return nil
                        }
                    case "sessions" where path[4] == nil: return Resource(post: .openChatSession)
                    default: return nil
                    }
                default: return nil
                }
            case "v1":
                switch path[2] {
                case "admin":
                    switch path[3] {
                    case "audit":
                        switch path[4] {
                        case nil: return Resource(get: .listAudit)
                        case "export" where path[5] == nil: return Resource(get: .exportAudit)
                        default: return nil
                        }
                    case "keys":
                        switch path[4] {
                        case nil: return Resource(get: .listKeys, post: .createKey)
                        case _?:
                            switch path[5] {
                            case nil: return Resource(delete: .revokeKey)
                            case "rotate" where path[6] == nil: return Resource(post: .rotateKey)
                            default: return nil
                            }
                        }
                    case "mails":
                        switch path[4] {
                        case "failed" where path[5] == nil: return Resource(get: .listFailedMails)
                        default: return nil
                        }
                    case "retention-policy" where path[4] == nil:
                        return Resource(get: .getRetentionPolicy, put: .putRetentionPolicy)
                    case "team":
                        switch path[4] {
                        case "invites":
                            switch path[5] {
                            case nil: return Resource(get: .listInvitations, post: .inviteTeammate)
                            case _?:
                                switch path[6] {
                                case nil: return Resource(delete: .deleteInvitation)
                                case "resend" where path[7] == nil: return Resource(post: .resendInvitation)
                                default: return nil
                                }
                            }
                        case "members":
                            switch path[5] {
                            case nil: return Resource(get: .listMembers)
                            case _? where path[6] == nil: return Resource(patch: .changeMember, delete: .removeMember)
                            default: return nil
                            }
                        default: return nil
                        }
                    case "usage" where path[4] == nil: return Resource(get: .getUsage)
                    case "widget-config" where path[4] == nil:
                        return Resource(get: .getWidgetSettings, put: .putWidgetSettings)
                    case "workspace":
                        switch path[4] {
                        case nil: return Resource(get: .getWorkspace)
                        case "close" where path[5] == nil: return Resource(post: .closeWorkspace)
                        default: return nil
                        }
                    default: return nil
                    }
                case "channels":
                    switch path[3] {
                    case nil: return Resource(get: .listConversations)
                    case _?:
                        switch path[4] {
                        case nil: return Resource(get: .getConversation)
                        case "messages" where path[5] == nil: return Resource(get: .readMessages, post: .sendMessage)
                        case "read" where path[5] == nil: return Resource(post: .markConversationRead)
                        case "typing" where path[5] == nil: return Resource(post: .showConversationTyping)
                        default: return nil
                        }
                    }
                case "messages":
                    switch path[3] {
                    case _? where path[4] == nil: return Resource(patch: .editMessage, delete: .withdrawMessage)
                    default: return nil
                    }
                case "owner":
                    switch path[3] {
                    case "login" where path[4] == nil: return Resource(post: .login)
                    case "logout" where path[4] == nil: return Resource(post: .logout)
                    case "me" where path[4] == nil: return Resource(get: .getMe)
                    case "password":
                        switch path[4] {
                        case "forgot" where path[5] == nil: return Resource(post: .forgotPassword)
                        case "reset" where path[5] == nil: return Resource(post: .resetPassword)
                        default: return nil
                        }
                    default: return nil
                    }
                case "session":
                    switch path[3] {
                    case nil: return Resource(get: .getChatSession, delete: .endChatSession)
                    case "guest" where path[4] == nil: return Resource(post: .openGuestSession)
                    case "refresh" where path[4] == nil: return Resource(post: .refreshChatSession)
                    default: return nil
                    }
                case "signup":
                    switch path[3] {
                    case nil: return Resource(post: .signUp)
                    case "resend" where path[4] == nil: return Resource(post: .resendVerification)
                    case "slug-available" where path[4] == nil: return Resource(get: .checkHandle)
                    case "verify" where path[4] == nil: return Resource(post: .verifySignup)
                    default: return nil
                    }
                case "team":
                    switch path[3] {
                    case "accept" where path[4] == nil: return Resource(post: .acceptInvitation)
                    default: return nil
                    }
                case "widget-config" where path[3] == nil: return Resource(get: .getBranding)
                default: return nil
                }
            default: return nil
            }
        case "healthz" where path[1] == nil: return Resource(get: .checkHealth)
        case "readyz" where path[1] == nil: return Resource(get: .checkReadiness)
        default: return nil
        }
    }
}
