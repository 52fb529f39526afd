import Contract

/// The keys of a workspace, its channels, and who talks there.
extension Workspace {
    mutating func issueKeys() async throws {
        for (name, type) in [
            ("key", "secret"), ("other_key", "secret"), ("publishable", "publishable"), ("spare_key", "secret"),
            ("ended_key", "secret"),
        ] {
            let key = try await call(
                "createKey", ["name": .string(name), "key_type": .string(type)], token: "session")
            keep(name, key["secret"])
            keep(name + "_id", key["key_id"])
        }
        try await call("listKeys", token: "session")
        try await call("introspectKey", token: "key")
    }

    mutating func tryKeys() async throws {
        try await attempt("rotateKey", ["key_id": text("spare_key_id")], token: "session")
        try await attempt("revokeKey", ["key_id": text("ended_key_id")], token: "session")
    }

    mutating func openChats() async throws {
        for name in ["chat", "other_chat"] {
            values[name + "_user"] = run.fresh("ExternalUserId").text
            let grant = try await call(
                "openChatSession", ["external_user_id": text(name + "_user"), "display_name": .string("Grace")],
                token: "key")
            keep(name, grant["token"])
            keep(name + "_user_id", grant.at(["session", "user_id"]))
            keep(name == "chat" ? "conversation" : "other_conversation", grant.at(["chat", "channel_id"]))
        }
    }

    mutating func fillChannels() async throws {
        for name in ["channel", "archived", "members"] {
            let channel = try await call(
                "createChannel", ["name": .string("Checks"), "channel_type": .string("support")], token: "key")
            keep(name, channel["channel_id"])
        }
        let own = ["channel_id": text("channel")]
        let talk = ["channel_id": text("conversation")]
        try await call("listChannels", token: "key")
        try await call("getChannel", own, token: "key")
        let message = try await call("postMessage", own.with("content", .string("Hello")), token: "key")
        keep("message", message["message_id"])
        try await call("listMessages", own, token: "key")
        try await call("getChatSession", token: "chat")
        try await call("listConversations", token: "chat")
        try await call("getConversation", talk, token: "chat")
        let answer = try await call("sendMessage", talk.with("content", .string("Hello")), token: "chat")
        keep("answer", answer["message_id"])
        try await call("readMessages", talk, token: "chat")
    }

    mutating func tryChannels() async throws {
        let own = ["channel_id": text("channel")]
        try await attempt("changeChannel", own.with("topic", .null), token: "key")
        try await attempt("archiveChannel", ["channel_id": text("archived")], token: "key")
        try await attempt("unarchiveChannel", ["channel_id": text("archived")], token: "key")
        let member = ["channel_id": text("members"), "user_id": text("chat_user_id")]
        try await attempt("addChannelMember", member, token: "key")
        try await attempt("listChannelMembers", ["channel_id": text("members")], token: "key")
        try await attempt("changeChannelMember", member.with("muted", .boolean(true)), token: "key")
        try await attempt(
            "addChannelMember", ["channel_id": text("members"), "external_user_id": text("other_chat_user")],
            token: "key")
        try await attempt(
            "removeChannelMember", ["channel_id": text("members"), "user_id": text("other_chat_user_id")], token: "key")
        try await attempt("getMessage", ["message_id": text("message")], token: "key")
        try await attempt(
            "changeMessage", ["message_id": text("message"), "content": .string("Hello again")], token: "key")
        let doomed = try await call("postMessage", own.with("content", .string("Gone soon")), token: "key")
        try await attempt("deleteMessage", ["message_id": doomed["message_id"] ?? .null], token: "key")
        try await attempt("markRead", own.with("seq", .number("1")), token: "key")
        try await attempt("showTyping", own.with("is_typing", .boolean(true)), token: "key")
    }

    mutating func tryChats() async throws {
        let talk = ["channel_id": text("conversation")]
        try await attempt(
            "editMessage", ["message_id": text("answer"), "content": .string("Hello again")], token: "chat")
        let doomed = try await call("sendMessage", talk.with("content", .string("Gone soon")), token: "chat")
        try await attempt("withdrawMessage", ["message_id": doomed["message_id"] ?? .null], token: "chat")
        try await attempt("markConversationRead", talk.with("seq", .number("1")), token: "chat")
        try await attempt("showConversationTyping", talk.with("is_typing", .boolean(true)), token: "chat")
        let guest = try await attempt("openGuestSession", ["tenant_id": text("tenant")])
        keep("guest", guest["token"])
        try await attempt("refreshChatSession", token: "guest")
        let leaver = try await attempt("openGuestSession", ["tenant_id": text("tenant")])
        keep("leaving_guest", leaver["token"])
        try await attempt("endChatSession", token: "leaving_guest")
    }
}

extension [String: JSON] {
    func with(_ key: String, _ value: JSON) -> [String: JSON] { merging([key: value]) { $1 } }
}
