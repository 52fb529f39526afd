import Contract

/// A socket hears of what its caller may see, and of nothing else.
struct SocketIsolationStories: Stories {
    let world: World

    func all() -> [Check] { [chat(), key(), member(), stranger()] }

    /// Channels that the caller is not in, each with who posts there.
    private struct Foreign {
        let channel: String
        let post: Attempt?
    }

    private func chat() -> Check {
        socketStory("chat-isolation", "a chat token hears of its own conversation only", ["6-9", "S-2", "6-3"]) {
            stage in
            let (user, other) = (try await stage.user(), try await stage.user())
            let unseen = try await stage.channel()
            let foreign = [
                Foreign(channel: world.second["channel"], post: abroad("channel")),
                Foreign(channel: world.second["conversation"], post: abroad("conversation")),
                Foreign(channel: other.conversation, post: try stage.posting(in: other.conversation)),
                Foreign(channel: unseen, post: try stage.posting(in: unseen)),
                Foreign(channel: stage.run.freshId(), post: nil),
            ]
            try await hearNothing(stage, user.token, own: user.conversation, of: foreign)
        }
    }

    private func key() -> Check {
        socketStory("key-isolation", "a key hears of the channels that it is in only", ["6-3", "S-2"]) { stage in
            let narrow = try await stage.issueKey()
            let create = try stage.control("createChannel").by(narrow.secret)
            guard let own = try await stage.succeed(create, "creating a channel")["channel_id"]?.text else { return }
            let unseen = try await stage.channel()
            let foreign = [
                Foreign(channel: world.second["channel"], post: abroad("channel")),
                Foreign(channel: unseen, post: try stage.posting(in: unseen)),
                Foreign(channel: stage.run.freshId(), post: nil),
            ]
            try await hearNothing(stage, narrow.secret, own: own, of: foreign, by: narrow.secret)
        }
    }

    private func member() -> Check {
        socketStory("member-isolation", "an operator hears of nothing in another workspace", ["S-2"]) { stage in
            let user = try await stage.user()
            let foreign = ["channel", "conversation"].map {
                Foreign(channel: world.second[$0], post: abroad($0))
            }
            try await hearNothing(stage, world.first["operator"], own: user.conversation, of: foreign)
        }
    }

    /// A post in the other workspace, by its own key.
    private func abroad(_ channel: String) -> Attempt? {
        world.second.controls["postMessage"]?.at("channel_id", world.second[channel]).with("client_message_id", nil)
    }

    private func hearNothing(
        _ stage: SocketStage, _ token: String, own: String, of foreign: [Foreign], by poster: String? = nil
    ) async throws {
        let line = try await stage.listen(token, to: [own], "the caller")
        for place in foreign {
            try await line.refused("subscribe", ["channel_id": .string(place.channel)], with: "not_found")
            try await line.refused(
                "subscribe", ["channel_id": .string(place.channel), "after_seq": .number("0")], with: "not_found")
            try await line.refused(
                "read", ["channel_id": .string(place.channel), "seq": .number("1")], with: "not_found")
        }
        for post in foreign.compactMap(\.post) { try await stage.succeed(post, "posting elsewhere") }
        // What was posted elsewhere would have come before this.
        let posting = try stage.posting(in: own)
        try await stage.succeed(poster.map { posting.by($0) } ?? posting, "posting in the caller's own channel")
        _ = try await line.next("message.created") { $0["channel_id"]?.text == own }
        try await line.fence()
        for place in foreign where line.hasHeard(of: place.channel) {
            stage.expect(false, "something came of a channel that the caller does not see")
        }
        stage.expect(line.places(in: own).count == 1, "the caller's own message did not arrive once")
    }

    /// What a stranger sends into a channel reaches nobody.
    private func stranger() -> Check {
        socketStory("stranger", "typing and reading in somebody else's channel reaches nobody", ["6-9", "S-2"]) {
            stage in
            let (user, other) = (try await stage.user(), try await stage.user())
            let victim = try await stage.listen(other.token, to: [other.conversation], "the other user")
            let line = try await stage.listen(user.token, to: [user.conversation], "the user")
            let channel: [String: JSON] = ["channel_id": .string(other.conversation)]
            try await line.refused("typing", channel.with("is_typing", .boolean(true)), with: "not_found")
            try await line.refused("read", channel.with("seq", .number("1")), with: "not_found")
            try await stage.post(in: other.conversation)
            _ = try await victim.next("message.created")
            try await victim.fence()
            let heard = ["typing.changed", "read.moved", "presence.changed"].flatMap {
                victim.events($0, in: other.conversation)
            }
            let strangers = heard.filter { $0.description.contains(user.id) }
            stage.expect(strangers.isEmpty, "the stranger was heard")
        }
    }
}
