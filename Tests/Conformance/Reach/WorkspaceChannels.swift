import Contract

/// The keys of a workspace, its channels, and who talks there.
extension Workspace {
    mutating func issueKeys() async throws {
        let kinds = [
            ("key", "secret"), ("other_key", "secret"), ("publishable", "publishable"), ("spare_key", "secret"),
            ("ended_key", "secret"),
        ]
        for (name, type) in kinds where values[name] == nil {
            let key = try await attempt(
                "createKey", ["name": .canary(run, "KeyName"), "key_type": .text(type)], token: "session")
            keep(name, key["secret"])
            keep(name + "_id", key["key_id"])
        }
        try await attempt("listKeys", token: "session")
        try await attempt("introspectKey", token: "key")
    }

    mutating func tryKeys() async throws {
        try await attempt("rotateKey", ["key_id": .kept("spare_key_id")], token: "session")
        try await attempt("revokeKey", ["key_id": .kept("ended_key_id")], token: "session")
    }

    mutating func openChats() async throws {
        for (name, talk) in [("chat", "conversation"), ("other_chat", "other_conversation")] {
            keep(name + "_user", run.fresh("ExternalUserId"))
            let grant = try await attempt(
                "openChatSession",
                ["external_user_id": .kept(name + "_user"), "display_name": .canary(run, "DisplayName")],
                token: "key")
            keep(name, grant["token"])
            keep(name + "_user_id", grant.at(["session", "user_id"]))
            keep(talk, grant.at(["chat", "channel_id"]))
            if grant["token"]?.text == nil { keep(name + "_user", String?.none) }
        }
    }

    mutating func fillChannels() async throws {
        for name in ["channel", "archived", "members"] {
            let channel = try await attempt(
                "createChannel", ["name": .canary(run, "ChannelName"), "channel_type": .text("support")], token: "key")
            keep(name, channel["channel_id"])
        }
        let own: [String: Given] = ["channel_id": .kept("channel")]
        let talk: [String: Given] = ["channel_id": .kept("conversation")]
        try await attempt("listChannels", token: "key")
        try await attempt("getChannel", own, token: "key")
        let message = try await attempt("postMessage", own.with("content", .canary(run, "Content")), token: "key")
        keep("message", message["message_id"])
        try await attempt("listMessages", own, token: "key")
        try await attempt("getChatSession", token: "chat")
        try await attempt("listConversations", token: "chat")
        try await attempt("getConversation", talk, token: "chat")
        let answer = try await attempt("sendMessage", talk.with("content", .canary(run, "Content")), token: "chat")
        keep("answer", answer["message_id"])
        try await attempt("readMessages", talk, token: "chat")
    }

    mutating func tryChannels() async throws {
        let own: [String: Given] = ["channel_id": .kept("channel")]
        try await attempt("changeChannel", own.with("topic", .json(.null)), token: "key")
        try await attempt("archiveChannel", ["channel_id": .kept("archived")], token: "key")
        try await attempt("unarchiveChannel", ["channel_id": .kept("archived")], token: "key")
        let member: [String: Given] = ["channel_id": .kept("members"), "user_id": .kept("chat_user_id")]
        try await attempt("addChannelMember", member, token: "key")
        try await attempt("listChannelMembers", ["channel_id": .kept("members")], token: "key")
        try await attempt("changeChannelMember", member.with("muted", .json(.boolean(true))), token: "key")
        try await attempt(
            "addChannelMember", ["channel_id": .kept("members"), "external_user_id": .kept("other_chat_user")],
            token: "key")
        try await attempt(
            "removeChannelMember", ["channel_id": .kept("members"), "user_id": .kept("other_chat_user_id")],
            token: "key")
        try await attempt("getMessage", ["message_id": .kept("message")], token: "key")
        try await attempt(
            "changeMessage", ["message_id": .kept("message"), "content": .canary(run, "Content")], token: "key")
        let doomed = try await attempt("postMessage", own.with("content", .canary(run, "Content")), token: "key")
        keep("deleted_message", doomed["message_id"])
        try await attempt("deleteMessage", ["message_id": .kept("deleted_message")], token: "key")
        try await attempt("markRead", own.with("seq", .number(1)), token: "key")
        try await attempt("showTyping", own.with("is_typing", .json(.boolean(true))), token: "key")
    }

    mutating func tryChats() async throws {
        let talk: [String: Given] = ["channel_id": .kept("conversation")]
        try await attempt(
            "editMessage", ["message_id": .kept("answer"), "content": .canary(run, "Content")], token: "chat")
        let doomed = try await attempt("sendMessage", talk.with("content", .canary(run, "Content")), token: "chat")
        keep("withdrawn_message", doomed["message_id"])
        try await attempt("withdrawMessage", ["message_id": .kept("withdrawn_message")], token: "chat")
        try await attempt("markConversationRead", talk.with("seq", .number(1)), token: "chat")
        try await attempt("showConversationTyping", talk.with("is_typing", .json(.boolean(true))), token: "chat")
        for name in ["guest", "leaving_guest"] {
            let grant = try await attempt("openGuestSession", ["tenant_id": .kept("tenant")])
            keep(name, grant["token"])
        }
        try await attempt("refreshChatSession", token: "guest")
        try await attempt("endChatSession", token: "leaving_guest")
    }
}
