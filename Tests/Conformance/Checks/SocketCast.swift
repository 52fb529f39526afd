import Contract

/// An end user with a chat session and a conversation of their own.
struct SocketUser {
    let id: String
    let token: String
    let conversation: String
}

/// Who appears in stories about sockets, and what they do.
extension SocketStage {
    /// A key that may open a socket.
    var key: String {
        get throws {
            try world.first.demand(socket.access.requirements.compactMap(\.scope).first)
            return try world.first.value("key")
        }
    }

    /// An end user whom nobody has seen before.
    func user() async throws -> SocketUser {
        let open = try control("openChatSession").with("external_user_id", run.fresh("ExternalUserId"))
        let grant = try await succeed(open, "opening a chat session")
        guard let id = grant.at(["session", "user_id"])?.text, let token = grant["token"]?.text,
            let conversation = grant.at(["chat", "channel_id"])?.text
        else { throw OutOfReach("no chat session was opened") }
        return SocketUser(id: id, token: token, conversation: conversation)
    }

    /// A channel that nobody but the key is in.
    func channel() async throws -> String {
        guard let id = try await succeed(control("createChannel"), "creating a channel")["channel_id"]?.text else {
            throw OutOfReach("no channel was created")
        }
        return id
    }

    func add(_ user: SocketUser, to channel: String) async throws {
        let adding = try control("addChannelMember").at("channel_id", channel).edited {
            $0.body = .object([JSON.Member(key: "user_id", value: .string(user.id))])
        }
        try await succeed(adding, "adding a member")
    }

    func remove(_ user: SocketUser, from channel: String) async throws {
        let removing = try control("removeChannelMember").at("channel_id", channel).at("user_id", user.id)
        try await succeed(removing, "removing a member")
    }

    /// The key's next post, with words that nobody has written before.
    func posting(in channel: String) throws -> Attempt {
        try control("postMessage").at("channel_id", channel).with("content", run.fresh("Content"))
            .with("client_message_id", nil)
    }

    /// The key posts. Answers the message.
    @discardableResult
    func post(in channel: String) async throws -> JSON {
        try await succeed(posting(in: channel), "posting")
    }

    /// What anybody reads of a message.
    func read(_ message: JSON) async throws -> JSON {
        let id = message["message_id"]?.text ?? ""
        return try await succeed(control("getMessage").at("message_id", id), "reading the message")
    }

    /// A key of the story's own, with some scopes or with all of them.
    func issueKey(_ scopes: [String]? = nil) async throws -> (id: String, secret: String) {
        var create = try control("createKey")
        if let scopes { create = create.with("scopes", .array(scopes.map { .string($0) })) }
        let key = try await succeed(create, "issuing a key")
        guard let id = key["key_id"]?.text, let secret = key["secret"]?.text else {
            throw OutOfReach("no key was issued")
        }
        // Fewer scopes than the type's own are no promise.
        let granted = Set((key["scopes"]?.elements ?? []).compactMap(\.text))
        if let scopes, granted != Set(scopes) { throw OutOfReach("no key with just these scopes could be issued") }
        return (id, secret)
    }
}

extension JSON {
    /// The same value with every object's members in one order: two values that mean the same are equal.
    var ordered: JSON {
        switch self {
        case .array(let elements): .array(elements.map(\.ordered))
        case .object(let members):
            .object(members.map { Member(key: $0.key, value: $0.value.ordered) }.sorted { $0.key < $1.key })
        default: self
        }
    }
}
