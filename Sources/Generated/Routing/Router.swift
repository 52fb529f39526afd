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
                            case nil: return Resource(get: .getChannel)
                            case "messages" where path[6] == nil:
                                return Resource(get: .listMessages, post: .postMessage)
                            default: return nil
                            }
                        }
                    case "me" where path[4] == nil: return Resource(get: .introspectKey)
                    case "sessions" where path[4] == nil: return Resource(post: .openChatSession)
                    default: return nil
                    }
                default: return nil
                }
            case "v1":
                switch path[2] {
                case "admin":
                    switch path[3] {
                    case "keys" where path[4] == nil: return Resource(get: .listKeys, post: .createKey)
                    case "team":
                        switch path[4] {
                        case "invites" where path[5] == nil: return Resource(post: .inviteTeammate)
                        case "members" where path[5] == nil: return Resource(get: .listMembers)
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
                        default: return nil
                        }
                    }
                case "owner":
                    switch path[3] {
                    case "login" where path[4] == nil: return Resource(post: .login)
                    default: return nil
                    }
                case "session" where path[3] == nil: return Resource(get: .getChatSession)
                case "signup":
                    switch path[3] {
                    case nil: return Resource(post: .signUp)
                    case "slug-available" where path[4] == nil: return Resource(get: .checkHandle)
                    case "verify" where path[4] == nil: return Resource(post: .verifySignup)
                    default: return nil
                    }
                case "team":
                    switch path[3] {
                    case "accept" where path[4] == nil: return Resource(post: .acceptInvitation)
                    default: return nil
                    }
                default: return nil
                }
            default: return nil
            }
        default: return nil
        }
    }
}
