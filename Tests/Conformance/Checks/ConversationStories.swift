import Contract

/// Members of channels, edits and deletions, guests.
struct ConversationStories: Stories {
    let world: World

    func all() -> [Check] {
        [
            members(), readOnly(), archived().beyond, edited(), authorship(), guestReturns(), guestAbroad(),
            guestsApart(),
            refreshed().beyond, ended().beyond, foreignOperator(),
        ]
            + [workspaceMember(), catchUp(), ownLists()]
    }

    /// A channel of the story's own.
    private func channel(_ steps: inout Steps) async throws -> String {
        let channel = try await steps.succeed(control("createChannel"), "creating a channel")
        return try steps.need(channel["channel_id"]?.text, "channel")
    }

    /// A chat session of a user of the story's own.
    private func chat(_ steps: inout Steps) async throws -> (user: JSON, id: String, token: String, channel: String) {
        let open = try control("openChatSession")
        let user = steps.run.fresh("ExternalUserId")
        let grant = try await steps.succeed(open.with("external_user_id", user), "opening a chat session")
        return (
            user, try steps.need(grant.at(["session", "user_id"])?.text, "user"),
            try steps.need(grant["token"]?.text, "chat token"),
            try steps.need(grant.at(["chat", "channel_id"])?.text, "conversation")
        )
    }

    private func members() -> Check {
        story(
            "members", "an added member sees the channel, a removed one does not, and adding twice adds once",
            ["6-12", "6-3"]
        ) {
            run in
            var steps = Steps(run)
            let channel = try await channel(&steps)
            let chat = try await chat(&steps)
            let add = try control("addChannelMember")
            let remove = try control("removeChannelMember")
            let list = try control("listChannelMembers")
            let read = try control("readMessages")
            let theirs = read.at("channel_id", channel).by(chat.token)
            try await steps.refuse(theirs, world.code(.pathId), "before")
            let adding = add.at("channel_id", channel).edited {
                $0.body = .object([JSON.Member(key: "external_user_id", value: chat.user)])
            }
            let first = try await steps.succeed(adding, "adding")
            let second = try await steps.succeed(adding, "adding again")
            steps.expect(first == second, "adding again answers another row")
            try await steps.succeed(theirs, "as a member")
            let listed = try await steps.succeed(list.at("channel_id", channel), "listing").elements ?? []
            steps.expect(listed.filter { $0["user_id"]?.text == chat.id }.count == 1, "the member is not listed once")
            try await steps.succeed(remove.at("channel_id", channel).at("user_id", chat.id), "removing")
            try await steps.refuse(theirs, world.code(.pathId), "after")
            return steps.verdict
        }
    }

    private func readOnly() -> Check {
        story("read-only", "a member who may only read does not post", ["6-12"]) { run in
            var steps = Steps(run)
            let chat = try await chat(&steps)
            let change = try control("changeChannelMember")
            let send = try control("sendMessage")
            let read = try control("readMessages")
            let sending = send.at("channel_id", chat.channel).by(chat.token)
            try await steps.succeed(sending, "before")
            let changing = change.at("channel_id", chat.channel).at("user_id", chat.id)
            try await steps.succeed(
                changing.edited { $0.body = .object([JSON.Member(key: "channel_role", value: .string("read_only"))]) },
                "changing")
            try await steps.refuse(sending, "forbidden", "posting")
            try await steps.succeed(read.at("channel_id", chat.channel).by(chat.token), "reading")
            return steps.verdict
        }
    }

    private func archived() -> Check {
        story("archived", "an archived channel is read and takes no messages, until it is opened again", ["6-11"]) {
            run in
            var steps = Steps(run)
            let channel = try await channel(&steps)
            let archive = try control("archiveChannel")
            let unarchive = try control("unarchiveChannel")
            let post = try control("postMessage")
            let list = try control("listMessages")
            let posting = post.at("channel_id", channel)
            try await steps.succeed(posting, "before")
            let shown = try await steps.succeed(archive.at("channel_id", channel), "archiving")
            steps.expect(shown["status"]?.text == "archived", "the channel is not shown as archived")
            try await steps.refuse(posting, "channel_archived", "posting")
            try await steps.succeed(list.at("channel_id", channel), "reading")
            try await steps.succeed(unarchive.at("channel_id", channel), "opening again")
            try await steps.succeed(posting, "after")
            return steps.verdict
        }
    }

    private func edited() -> Check {
        story("edited", "an edit changes the message and takes a place, a deletion leaves a tombstone", ["6-13"]) {
            run in
            var steps = Steps(run)
            let channel = try await channel(&steps)
            let post = try control("postMessage")
            let change = try control("changeMessage")
            let delete = try control("deleteMessage")
            let get = try control("getMessage")
            let list = try control("listMessages")
            let posting = post.at("channel_id", channel)
            let message = try await steps.succeed(posting, "posting")
            guard let id = message["message_id"]?.text else { return steps.verdict }
            let text = run.fresh("ChannelName")
            let changed = try await steps.succeed(change.at("message_id", id).with("content", text), "editing")
            steps.expect(changed["content"] == text && changed["seq"]?.integer == 1, "the edit answers another message")
            steps.expect(changed["changed_seq"]?.integer == 2, "the edit has not taken the second place")
            let next = try await steps.succeed(posting, "posting again")
            steps.expect(next["seq"]?.integer == 3, "the next message has not the third place")
            try await steps.succeed(delete.at("message_id", id), "deleting")
            let shown = try await steps.succeed(get.at("message_id", id), "reading the deleted message")
            steps.expect(shown["content"] == .null && shown["deleted_at"]?.text != nil, "the tombstone is not empty")
            let listed = try await steps.succeed(list.at("channel_id", channel), "listing").elements ?? []
            steps.expect(listed.compactMap { $0["seq"]?.integer } == [3, 1], "the list has not both places")
            try await steps.refuse(change.at("message_id", id), world.code(.pathId), "editing the deleted message")
            try await steps.refuse(delete.at("message_id", id), world.code(.pathId), "deleting it again")
            return steps.verdict
        }
    }

    private func authorship() -> Check {
        story("authorship", "nobody edits or deletes what somebody else has written", ["6-13", "6-9"]) { run in
            var steps = Steps(run)
            let chat = try await chat(&steps)
            let post = try control("postMessage")
            let send = try control("sendMessage")
            let edit = try control("editMessage")
            let withdraw = try control("withdrawMessage")
            let change = try control("changeMessage")
            let theirs = try await steps.succeed(post.at("channel_id", chat.channel), "the key posts")
            let own = try await steps.succeed(send.at("channel_id", chat.channel).by(chat.token), "the user posts")
            guard let foreign = theirs["message_id"]?.text, let mine = own["message_id"]?.text else {
                return steps.verdict
            }
            try await steps.succeed(edit.at("message_id", mine).by(chat.token), "editing one's own")
            try await steps.refuse(edit.at("message_id", foreign).by(chat.token), "forbidden", "editing the key's")
            try await steps.refuse(withdraw.at("message_id", foreign).by(chat.token), "forbidden", "deleting the key's")
            try await steps.refuse(change.at("message_id", mine), "forbidden", "the key editing the user's")
            return steps.verdict
        }
    }

    private func guestReturns() -> Check {
        story(
            "guest-returns", "a resume token brings the same guest to the same conversation, anything else a new one",
            ["8-1"]
        ) {
            run in
            var steps = Steps(run)
            let open = try control("openGuestSession")
            let first = try await steps.succeed(open, "the first visit")
            let second = try await steps.succeed(open, "another visitor")
            func who(_ grant: JSON) -> [JSON?] {
                [grant.at(["session", "user_id"]), grant.at(["chat", "channel_id"])]
            }
            for visit in [first, second] {
                let back = try await steps.succeed(open.with("resume_token", visit["resume_token"]), "coming back")
                steps.expect(who(visit) == who(back), "somebody else came back")
            }
            let good = try steps.need(first["resume_token"]?.text, "resume token")
            for attempt in ["nonsense", good.dropLast() + (good.hasSuffix("A") ? "B" : "A")] {
                let other = try await steps.succeed(open.with("resume_token", .string(String(attempt))), "a bad token")
                steps.expect(who(other) != who(first), "a bad token brought the guest back")
            }
            return steps.verdict
        }
    }

    private func guestAbroad() -> Check {
        story("guest-abroad", "a resume token brings nobody back in another workspace", ["8-1", "S-2"]) { run in
            var steps = Steps(run)
            let tenant = try world.other().value("tenant")
            let open = try control("openGuestSession")
            let first = try await steps.succeed(open, "the first visit")
            let elsewhere = open.with("resume_token", first["resume_token"]).with("tenant_id", .string(tenant))
            let stranger = try await steps.succeed(elsewhere, "another workspace")
            for place in [["session", "user_id"], ["chat", "channel_id"]] {
                steps.expect(stranger.at(place) != first.at(place), "the guest came back in another workspace")
            }
            let back = try await steps.succeed(open.with("resume_token", first["resume_token"]), "coming back")
            steps.expect(
                back.at(["session", "user_id"]) == first.at(["session", "user_id"]), "somebody else came back")
            return steps.verdict
        }
    }

    private func guestsApart() -> Check {
        story("guests-apart", "two guests with one email are two people, and do not see each other", ["8-1", "6-9"]) {
            run in
            var steps = Steps(run)
            let open = try control("openGuestSession")
            let read = try control("readMessages")
            let attempt = open.with("email", run.fresh("Email"))
            let (first, second) = (
                try await steps.succeed(attempt, "one"), try await steps.succeed(attempt, "the other")
            )
            steps.expect(
                first.at(["session", "user_id"]) != second.at(["session", "user_id"]), "they are the same person")
            let channel = first.at(["chat", "channel_id"])?.text ?? ""
            try await steps.succeed(read.at("channel_id", channel).by(first["token"]?.text), "one's own conversation")
            try await steps.refuse(
                read.at("channel_id", channel).by(second["token"]?.text), world.code(.pathId), "the other's")
            return steps.verdict
        }
    }

    private func refreshed() -> Check {
        story("refreshed", "a refreshed chat session goes on with a new token", ["6-9"]) { run in
            var steps = Steps(run)
            let chat = try await chat(&steps)
            let refresh = try control("refreshChatSession")
            let show = try control("getChatSession")
            let grant = try await steps.succeed(refresh.by(chat.token), "refreshing")
            steps.expect(grant["token"]?.text != chat.token, "the token is not new")
            let session = try await steps.succeed(show.by(grant["token"]?.text), "the new token")
            steps.expect(session["user_id"]?.text == chat.id, "it is another user's")
            return steps.verdict
        }
    }

    private func ended() -> Check {
        story("ended", "a chat session that was ended stops working", ["6-9"]) { run in
            var steps = Steps(run)
            let chat = try await chat(&steps)
            let end = try control("endChatSession")
            let show = try control("getChatSession")
            try await steps.succeed(show.by(chat.token), "before")
            try await steps.succeed(end.by(chat.token), "ending")
            try await steps.refuse(show.by(chat.token), world.code(.credential), "after")
            return steps.verdict
        }
    }

    private func workspaceMember() -> Check {
        story("operator-answers", "an operator sees every conversation and answers in it", ["6-9"]) { run in
            var steps = Steps(run)
            let chat = try await chat(&steps)
            let send = try control("sendMessage")
            let read = try control("readMessages")
            let token = try world.first.value("operator")
            let answer = try await steps.succeed(send.at("channel_id", chat.channel).by(token), "answering")
            steps.expect(answer.at(["sender", "sender_type"])?.text == "member", "the sender is no member")
            let seen = try await steps.succeed(read.at("channel_id", chat.channel).by(chat.token), "the user reads")
            steps.expect(seen.at(["0", "message_id"]) == answer["message_id"], "the user does not see the answer")
            return steps.verdict
        }
    }

    private func foreignOperator() -> Check {
        story("foreign-operator", "another workspace's operator sees no conversation of this one", ["S-2"]) { run in
            var steps = Steps(run)
            let theirs = try world.other().control("readMessages").by(world.other().value("operator"))
            let read = try control("readMessages")
            try await steps.succeed(read.by(world.first.value("operator")), "this workspace's operator")
            try await steps.succeed(theirs, "the other operator, at home")
            try await steps.refuse(read.by(theirs.credential?.token), world.code(.pathId), "the other operator, here")
            return steps.verdict
        }
    }

    /// Lists, which have no id in their path that could be somebody else's.
    private func ownLists() -> Check {
        story("own-lists", "keys and end users list the channels that they are in, and no others", ["6-3", "6-9"]) {
            run in
            var steps = Steps(run)
            let channel = try await channel(&steps)
            let chat = try await chat(&steps)
            let channels = try control("listChannels")
            let conversations = try control("listConversations")
            func ids(_ list: Attempt, by token: String, _ what: String) async throws -> [String] {
                let attempt = list.by(token).edited { $0.query["limit"] = "100" }
                return (try await steps.succeed(attempt, what).elements ?? []).compactMap { $0["channel_id"]?.text }
            }
            let own = try await ids(channels, by: world.first.value("key"), "the key")
            steps.expect(own.contains(channel) && own.contains(chat.channel), "the key does not list its own channels")
            let others = try await ids(channels, by: world.first.value("other_key"), "another key")
            steps.expect(
                !others.contains(channel) && !others.contains(chat.channel), "another key lists the key's channels")
            let theirs = try await ids(conversations, by: chat.token, "the user")
            steps.expect(theirs == [chat.channel], "the user lists \(theirs.count) channels instead of their own")
            return steps.verdict
        }
    }

    private func catchUp() -> Check {
        story("catch-up", "after_seq with the oldest first shows exactly what was missed", ["6-13"]) { run in
            var steps = Steps(run)
            let channel = try await channel(&steps)
            let post = try control("postMessage")
            let list = try control("listMessages")
            for number in 1...5 { try await steps.succeed(post.at("channel_id", channel), "message \(number)") }
            let listing = list.at("channel_id", channel).edited {
                $0.query = ["order": "asc", "after_seq": "2"]
            }
            let missed = try await steps.succeed(listing, "listing").elements ?? []
            steps.expect(missed.compactMap { $0["seq"]?.integer } == [3, 4, 5], "it shows other places")
            return steps.verdict
        }
    }
}
