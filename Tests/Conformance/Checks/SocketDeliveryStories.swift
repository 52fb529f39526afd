import Contract

/// Messages on sockets: each once, in order, as they can be read.
struct SocketDeliveryStories: Stories {
    let world: World

    func all() -> [Check] { [posted(), prompt().beyond, answered(), changed(), order(), twice(), unsubscribed()] }

    private func posted() -> Check {
        socketStory("posted", "a posted message arrives once, as it can be read", ["8-3", "6-9"]) { stage in
            let user = try await stage.user()
            let line = try await stage.listen(user.token, to: [user.conversation], "the user")
            let message = try await stage.post(in: user.conversation)
            let event = try await line.next("message.created")
            let read = try await stage.read(message)
            stage.expect(event["channel_id"]?.text == user.conversation, "the event is of another channel")
            stage.expect(event["seq"] == message["seq"], "the event has not the message's place")
            stage.expect(
                event["message"]?.ordered == read.ordered, "the message that arrived is not the one to be read")
            // Whatever comes of the first message comes before the second one.
            try await stage.post(in: user.conversation)
            _ = try await line.next("message.created") { $0["seq"]?.integer == 2 }
            try await line.fence()
            stage.expect(line.places(in: user.conversation) == [1, 2], "the messages did not arrive once each")
        }
    }

    /// In real time, told without a clock: what is stored only, to be found by a later look, comes after what is told
    /// at once and stored nowhere.
    private func prompt() -> Check {
        socketStory("prompt", "a message arrives before whatever is done once it was posted", ["8-3"]) { stage in
            let user = try await stage.user()
            let line = try await stage.listen(user.token, to: [user.conversation], "the user")
            let show = try stage.control("showTyping").at("channel_id", user.conversation)
            for count in 1...3 {
                try await stage.post(in: user.conversation)
                try await stage.succeed(show.with("is_typing", .boolean(count % 2 == 1)), "showing that somebody types")
                _ = try await line.next("typing.changed")
                stage.expect(
                    line.places(in: user.conversation) == Array(1...count), "the message came later than the typing")
            }
        }
    }

    /// Everybody in a conversation hears of what anybody writes there.
    private func answered() -> Check {
        socketStory("answered", "what an end user writes reaches the key, the operators and the user", ["8-3", "6-9"]) {
            stage in
            let user = try await stage.user()
            let lines = [
                try await stage.listen(user.token, to: [user.conversation], "the user"),
                try await stage.listen(stage.key, to: [user.conversation], "the key"),
                try await stage.listen(world.first.value("operator"), to: [user.conversation], "the operator"),
            ]
            let sending = try stage.control("sendMessage").at("channel_id", user.conversation)
                .with("content", stage.run.fresh("Content")).with("client_message_id", .string("mine"))
            let sent = try await stage.succeed(sending.by(user.token), "the user writes")
            try await stage.succeed(sending.by(world.first.value("operator")), "the operator writes")
            for line in lines {
                let event = try await line.next("message.created")
                stage.expect(event["message"]?.ordered == sent.ordered, "\(line.name): another message arrived")
                let answer = try await line.next("message.created")
                stage.expect(
                    answer.at(["message", "sender", "sender_type"])?.text == "member", "\(line.name): no answer arrived"
                )
                try await line.fence()
                stage.expect(line.places(in: user.conversation) == [1, 2], "\(line.name): not once each, in order")
            }
        }
    }

    private func changed() -> Check {
        socketStory("changed", "an edit and a deletion arrive, each in its place", ["8-3", "6-13"]) { stage in
            let user = try await stage.user()
            let line = try await stage.listen(user.token, to: [user.conversation], "the user")
            let message = try await stage.post(in: user.conversation)
            let id = message["message_id"]?.text ?? ""
            let change = try stage.control("changeMessage").at("message_id", id)
            let edited = try await stage.succeed(change.with("content", stage.run.fresh("Content")), "editing")
            let update = try await line.next("message.updated")
            stage.expect(update["message"]?.ordered == edited.ordered, "the edit that arrived is another one")
            stage.expect(update["seq"]?.integer == 2, "the edit has not the second place")
            try await stage.succeed(stage.control("deleteMessage").at("message_id", id), "deleting")
            let deletion = try await line.next("message.deleted")
            let tombstone = try await stage.read(message)
            stage.expect(deletion["message"]?.ordered == tombstone.ordered, "what is left is not what can be read")
            stage.expect(deletion.at(["message", "content"]) == .null, "the deleted message has its content still")
            stage.expect(deletion["seq"]?.integer == 3, "the deletion has not the third place")
            try await line.fence()
            let places = line.events.compactMap { $0["seq"]?.integer }
            stage.expect(places == [1, 2, 3], "the events have not come once each, in order")
        }
    }

    /// Fifty posts of five at once, on two sockets.
    private func order() -> Check {
        socketStory(
            "order", "fifty messages of five who post at once arrive in their order, each once", ["8-3", "6-13"]
        ) { stage in
            let user = try await stage.user()
            let lines = [
                try await stage.listen(user.token, to: [user.conversation], "the user"),
                try await stage.listen(stage.key, to: [user.conversation], "the key"),
            ]
            let (run, posts) = (stage.run, try (0..<50).map { _ in try stage.posting(in: user.conversation) })
            let found = try await withThrowingTaskGroup(of: [String].self) { group in
                for poster in 0..<5 {
                    group.addTask {
                        var found: [String] = []
                        for post in posts[(poster * 10)..<(poster * 10 + 10)] { found += try await run.succeed(post).1 }
                        return found
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            stage.add(found)
            for line in lines {
                _ = try await line.next("message.created") { $0["seq"]?.integer == 50 }
                try await line.fence()
                stage.expect(
                    line.places(in: user.conversation) == Array(1...50), "\(line.name): not every place once, in order")
            }
        }
    }

    private func twice() -> Check {
        socketStory("subscribed-twice", "subscribing twice delivers once", ["8-3"]) { stage in
            let user = try await stage.user()
            let line = try await stage.listen(
                user.token, to: [user.conversation, user.conversation], "the user")
            try await stage.post(in: user.conversation)
            try await stage.post(in: user.conversation)
            _ = try await line.next("message.created") { $0["seq"]?.integer == 2 }
            try await line.fence()
            stage.expect(line.places(in: user.conversation) == [1, 2], "the messages did not arrive once each")
        }
    }

    private func unsubscribed() -> Check {
        socketStory("unsubscribed", "after unsubscribing nothing more of the channel comes", ["8-3"]) { stage in
            let user = try await stage.user()
            let other = try await stage.channel()
            try await stage.add(user, to: other)
            let line = try await stage.listen(user.token, to: [user.conversation, other], "the user")
            try await stage.post(in: other)
            _ = try await line.next("message.created") { $0["channel_id"]?.text == other }
            let ref = try await line.send("unsubscribe", ["channel_id": .string(other)])
            let answer = try await line.answer("unsubscribed", to: ref)
            stage.expect(answer["channel_id"]?.text == other, "another channel was unsubscribed from")
            try await stage.post(in: other)
            try await stage.post(in: user.conversation)
            _ = try await line.next("message.created") { $0["channel_id"]?.text == user.conversation }
            try await line.fence()
            stage.expect(line.places(in: other) == [1], "a message of the channel came afterwards")
        }
    }
}
