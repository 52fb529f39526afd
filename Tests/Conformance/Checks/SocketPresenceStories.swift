import Contract

/// Who types, who has read what, who is there, who is in the channel.
struct SocketPresenceStories: Stories {
    let world: World

    /// Beyond the contract, which knows the scopes of presence and reading and no events of them.
    func all() -> [Check] {
        [typing(), typingOverHTTP(), read(), presence(), lastSocket(), members(), channel()].map(\.beyond)
    }

    private func typing() -> Check {
        socketStory("typing", "typing reaches the others and not the one who types", ["4-7"]) { stage in
            let user = try await stage.user()
            let theirs = try await stage.listen(user.token, to: [user.conversation], "the user")
            let other = try await stage.listen(stage.key, to: [user.conversation], "the key")
            for isTyping in [true, false] {
                try await theirs.send(
                    "typing", ["channel_id": .string(user.conversation), "is_typing": .boolean(isTyping)])
                let event = try await other.next("typing.changed")
                stage.expect(event["channel_id"]?.text == user.conversation, "it is another channel's")
                stage.expect(event.at(["sender", "sender_id"])?.text == user.id, "somebody else types")
                stage.expect(event["is_typing"] == .boolean(isTyping), "is_typing is not what was sent")
            }
            try await stage.post(in: user.conversation)
            _ = try await theirs.next("message.created")
            try await theirs.fence()
            stage.expect(theirs.events("typing.changed", in: user.conversation).isEmpty, "it came back to the sender")
        }
    }

    private func typingOverHTTP() -> Check {
        socketStory("typing-over-http", "typing that is shown over HTTP reaches the sockets", ["4-7"]) { stage in
            let user = try await stage.user()
            let line = try await stage.listen(user.token, to: [user.conversation], "the user")
            let show = try stage.control("showTyping").at("channel_id", user.conversation)
            try await stage.succeed(show.with("is_typing", .boolean(true)), "showing")
            let event = try await line.next("typing.changed")
            let own = try await stage.succeed(stage.control("introspectKey"), "asking who the key is")["key_id"]?.text
            stage.expect(
                event.at(["sender", "sender_type"])?.text == "key" && event.at(["sender", "sender_id"])?.text == own,
                "somebody else types")
            stage.expect(event["is_typing"] == .boolean(true), "is_typing is not what was sent")
        }
    }

    private func read() -> Check {
        socketStory("read", "a read mark reaches the others and never moves back", ["4-7"]) { stage in
            let user = try await stage.user()
            let theirs = try await stage.listen(user.token, to: [user.conversation], "the user")
            let other = try await stage.listen(stage.key, to: [user.conversation], "the key")
            for _ in 0..<3 { try await stage.post(in: user.conversation) }
            let mark = try stage.control("listChannelMembers").at("channel_id", user.conversation)
            for place in [2, 1] {
                try await theirs.send(
                    "read", ["channel_id": .string(user.conversation), "seq": .number(String(place))])
            }
            let event = try await other.next("read.moved")
            stage.expect(event.at(["reader", "sender_id"])?.text == user.id, "somebody else has read")
            stage.expect(event["seq"]?.integer == 2, "another place was read")
            try await theirs.fence()
            let members = try await stage.succeed(mark, "listing the members").elements ?? []
            let member = members.first { $0["user_id"]?.text == user.id }
            stage.expect(member?["last_read_seq"]?.integer == 2, "the mark is elsewhere")
            try await stage.post(in: user.conversation)
            _ = try await other.next("message.created") { $0["seq"]?.integer == 4 }
            try await other.fence()
            let moves = other.events("read.moved", in: user.conversation).compactMap { $0["seq"]?.integer }
            stage.expect(moves == [2], "the mark has moved otherwise")
        }
    }

    private func presence() -> Check {
        socketStory("presence", "who goes away, comes back and leaves is seen by the others", ["4-7"]) { stage in
            let user = try await stage.user()
            let other = try await stage.listen(stage.key, to: [user.conversation], "the key")
            let theirs = try await stage.listen(user.token, to: [user.conversation], "the user")
            for state in ["away", "online"] {
                try await theirs.send("presence", ["state": .string(state)])
                let event = try await other.next("presence.changed") { $0["state"]?.text == state }
                stage.expect(event.at(["sender", "sender_id"])?.text == user.id, "somebody else is \(state)")
                stage.expect(event["channel_id"]?.text == user.conversation, "it is another channel's")
            }
            await theirs.wire.drop()
            let gone = try await other.next("presence.changed") { $0["state"]?.text == "offline" }
            stage.expect(gone.at(["sender", "sender_id"])?.text == user.id, "somebody else is offline")
        }
    }

    private func lastSocket() -> Check {
        socketStory("last-socket", "one socket of two that ends takes nobody offline", ["4-7"]) { stage in
            let user = try await stage.user()
            let other = try await stage.listen(stage.key, to: [user.conversation], "the key")
            let one = try await stage.listen(user.token, to: [user.conversation], "one socket")
            let two = try await stage.listen(user.token, to: [user.conversation], "the other socket")
            try await one.leave()
            try await two.send("presence", ["state": .string("away")])
            _ = try await other.next("presence.changed") { $0["state"]?.text == "away" }
            let states = other.events("presence.changed", in: user.conversation).compactMap { $0["state"]?.text }
            stage.expect(!states.contains("offline"), "the user was said to be offline")
            await two.wire.drop()
            _ = try await other.next("presence.changed") { $0["state"]?.text == "offline" }
        }
    }

    private func members() -> Check {
        socketStory("members", "who is added is announced, and who is removed hears no more", ["6-12", "6-9"]) {
            stage in
            let user = try await stage.user()
            let channel = try await stage.channel()
            let other = try await stage.listen(stage.key, to: [channel], "the key")
            try await stage.add(user, to: channel)
            let added = try await other.next("member.added")
            stage.expect(added.at(["member", "sender_id"])?.text == user.id, "somebody else was added")
            let theirs = try await stage.listen(user.token, to: [channel, user.conversation], "the user")
            try await stage.post(in: channel)
            _ = try await theirs.next("message.created") { $0["channel_id"]?.text == channel }
            try await stage.remove(user, from: channel)
            for line in [other, theirs] {
                let removed = try await line.next("member.removed")
                stage.expect(removed.at(["member", "sender_id"])?.text == user.id, "somebody else was removed")
            }
            try await stage.post(in: channel)
            _ = try await other.next("message.created") { $0["seq"]?.integer == 2 }
            try await stage.post(in: user.conversation)
            _ = try await theirs.next("message.created") { $0["channel_id"]?.text == user.conversation }
            try await theirs.fence()
            stage.expect(theirs.places(in: channel) == [1], "a message came after the removal")
            try await theirs.refused("subscribe", ["channel_id": .string(channel)], with: "not_found")
        }
    }

    private func channel() -> Check {
        socketStory("channel", "a channel that is changed, archived and opened again says so", ["6-11"]) { stage in
            let channel = try await stage.channel()
            let line = try await stage.listen(stage.key, to: [channel], "the key")
            let name = stage.run.fresh("ChannelName")
            let change = try stage.control("changeChannel").at("channel_id", channel).edited {
                $0.body = .object([JSON.Member(key: "name", value: name)])
            }
            var shown = [try await stage.succeed(change, "changing")]
            for operation in ["archiveChannel", "unarchiveChannel"] {
                shown.append(try await stage.succeed(stage.control(operation).at("channel_id", channel), operation))
            }
            for state in shown {
                let event = try await line.next("channel.updated")
                stage.expect(event["channel"]?.ordered == state.ordered, "the channel that arrived is in another state")
            }
            stage.expect(shown.first?["name"] == name, "the name was not changed")
        }
    }
}
