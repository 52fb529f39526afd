import Contract

/// A socket hears of what its caller may see, and of nothing else.
struct SocketIsolationStories: Stories {
    let world: World

    func all() -> [Check] { [chat(), chatAbroad(), key(), keyAbroad(), member(), stranger()] }

    /// Channels that the caller is not in, each with who posts there.
    private struct Foreign {
        let channel: String
        let post: Attempt?
    }

    private func chat() -> Check {
        socketStory("chat-isolation", "a chat token hears of its own conversation only", ["6-9", "6-3"]) { stage in
            let (user, other) = (try await stage.user(), try await stage.user())
            let unseen = try await stage.channel()
            let foreign = [
                Foreign(channel: other.conversation, post: try stage.posting(in: other.conversation)),
                Foreign(channel: unseen, post: try stage.posting(in: unseen)),
                Foreign(channel: stage.run.freshId(), post: nil),
            ]
            try await hearNothing(stage, user.token, own: user.conversation, of: foreign)
        }
    }

    private func chatAbroad() -> Check {
        socketStory("chat-abroad", "a chat token hears of nothing in another workspace", ["6-9", "S-2"]) { stage in
            let foreign = [try abroad("channel"), try abroad("conversation")]
            let user = try await stage.user()
            try await hearNothing(stage, user.token, own: user.conversation, of: foreign)
        }
    }

    private func keyAbroad() -> Check {
        socketStory("key-abroad", "a key hears of nothing in another workspace", ["6-3", "S-2"]) { stage in
            let foreign = [try abroad("channel"), try abroad("conversation")]
            try await hearNothing(stage, stage.key, own: stage.channel(), of: foreign)
        }
    }

    private func key() -> Check {
        socketStory("key-isolation", "a key hears of the channels that it is in only", ["6-3"]) { stage in
            let narrow = try await stage.issueKey()
            let create = try stage.control("createChannel").by(narrow.secret)
            guard let own = try await stage.succeed(create, "creating a channel")["channel_id"]?.text else { return }
            let unseen = try await stage.channel()
            let foreign = [
                Foreign(channel: unseen, post: try stage.posting(in: unseen)),
                Foreign(channel: stage.run.freshId(), post: nil),
            ]
            try await hearNothing(stage, narrow.secret, own: own, of: foreign, by: narrow.secret)
        }
    }

    private func member() -> Check {
        socketStory("member-isolation", "an operator hears of nothing in another workspace", ["S-2"]) { stage in
            let foreign = [try abroad("channel"), try abroad("conversation")]
            let user = try await stage.user()
            try await hearNothing(stage, try world.first.value("operator"), own: user.conversation, of: foreign)
        }
    }

    /// A channel of the other workspace, where its own key posts.
    private func abroad(_ name: String) throws -> Foreign {
        let channel = try world.other().value(name)
        let post = try world.other().control("postMessage").at("channel_id", channel).with("client_message_id", nil)
        return Foreign(channel: channel, post: post)
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
