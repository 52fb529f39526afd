import Contract

/// A write that is refused has written nothing: its words are in no list, its channel is as empty as before.
struct RefusedWriteStories: Stories {
    let world: World

    func all() -> [Check] {
        [
            listed("inviteTeammate", by: "email", "Email", in: "listInvitations", "3-6"),
            listed("createKey", by: "name", "KeyName", in: "listKeys", "4-1"),
            listed("createChannel", by: "name", "ChannelName", in: "listChannels", "6-11"),
            listed("openChatSession", by: "channel_name", "ChannelName", in: "listChannels", "6-6"),
            posted("postMessage", "listMessages"), posted("sendMessage", "readMessages"),
            members(), messages(), signUp(), accepted(), settings("putRetentionPolicy", "getRetentionPolicy", "7-3"),
            settings("putWidgetSettings", "getWidgetSettings", "5-3").within("origins taken off the list"),
        ]
    }

    /// The ways in which a good request is refused: each as an edit, with the code that follows.
    private func refusals(of control: Attempt) -> [(name: String, code: String, edit: (inout Attempt) -> Void)] {
        let operation = control.operation
        var refusals: [(name: String, code: String, edit: (inout Attempt) -> Void)] = [
            ("as another media type", world.code(.mediaType), { $0.contentType = "text/plain" }),
            (
                "with something behind the JSON", world.code(.jsonBody),
                { $0.rawBody = ($0.bytes ?? []) + Array(" x".utf8) }
            ),
        ]
        if operation.access != .anyone {
            refusals.append(("without a credential", world.code(.credential), { $0.credential = nil }))
        }
        for field in operation.bodyFields ?? [] where !field.isOptional {
            refusals.append(
                ("without \(field.name)", world.code(.input), { $0.body = $0.body?.setting(field.name, to: nil) }))
        }
        for field in operation.bodyFields ?? [] where field.isOptional {
            refusals.append(
                (
                    "with a wrong \(field.name)", world.code(.input),
                    { $0.body = $0.body?.setting(field.name, to: .array([.number("1")])) }
                ))
        }
        for field in operation.refusedFields {
            refusals.append(
                ("with \(field.name)", field.error, { $0.body = $0.body?.setting(field.name, to: .string("x")) }))
        }
        if operation.access.requirements.contains(where: { $0.role != nil }),
            let viewer = try? world.first.value("viewer")
        {
            refusals.append(("as a viewer", world.code(.role), { $0.credential = PresentedToken(token: viewer) }))
        }
        return refusals
    }

    /// What was asked for in vain is in the list under no name; the same request, let through, is.
    private func listed(
        _ operation: String, by field: String, _ type: String, in list: String, _ promise: String
    ) -> Check {
        story("refused.\(operation)", "a refused \(operation) leaves nothing in \(list)", [promise, "G-2"]) { run in
            var steps = Steps(run)
            let list = try control(list).edited { attempt in
                if attempt.operation.queryFields.contains(where: { $0.name == "limit" }) {
                    attempt.query["limit"] = "100"
                }
            }
            var base = try control(operation)
            var refused: [JSON] = []
            for refusal in refusals(of: base) {
                if base.body?["external_user_id"] != nil {
                    base = base.with("external_user_id", run.fresh("ExternalUserId"))
                }
                let mark = run.fresh(type)
                try await steps.refuse(base.with(field, mark).edited(refusal.edit), refusal.code, refusal.name)
                refused.append(mark)
            }
            let mark = run.fresh(type)
            try await steps.succeed(base.with(field, mark), "as it should be")
            let shown = try await steps.succeed(list, "listing").description
            steps.expect(shown.contains(mark.text ?? ""), "what was let through is not listed")
            steps.expect(!refused.contains { shown.contains($0.text ?? "") }, "something that was refused is listed")
            return steps.verdict
        }
    }

    private func posted(_ post: String, _ list: String) -> Check {
        story("refused.\(post)", "a refused \(post) posts nothing and takes no place", ["6-13", "G-2"]) { run in
            var steps = Steps(run)
            let chat = try await steps.succeed(
                control("openChatSession").with("external_user_id", run.fresh("ExternalUserId")),
                "opening a chat session")
            let channel = try steps.need(chat.at(["chat", "channel_id"])?.text, "conversation")
            let isKeys = post == "postMessage"
            func own(_ name: String) throws -> Attempt {
                let attempt = try control(name).at("channel_id", channel)
                return isKeys ? attempt : attempt.by(chat["token"]?.text)
            }
            let posting = try own(post).with("client_message_id", nil)
            for refusal in refusals(of: posting) where refusal.name != "as a viewer" {
                try await steps.refuse(posting.edited(refusal.edit), refusal.code, refusal.name)
            }
            let empty = try await steps.succeed(own(list), "listing").elements
            steps.expect(empty == [], "something that was refused is listed")
            let message = try await steps.succeed(posting, "as it should be")
            steps.expect(message["seq"]?.integer == 1, "what was refused has taken a place")
            return steps.verdict
        }
    }

    private func members() -> Check {
        story("refused.addChannelMember", "a refused addChannelMember adds nobody", ["6-12", "G-2"]) { run in
            var steps = Steps(run)
            let created = try await steps.succeed(control("createChannel"), "creating a channel")
            let channel = try steps.need(created["channel_id"]?.text, "channel")
            let list = try control("listChannelMembers").at("channel_id", channel)
            let before = try await steps.succeed(list, "listing").ordered
            let add = try control("addChannelMember").at("channel_id", channel)
            for refusal in refusals(of: add) {
                try await steps.refuse(add.edited(refusal.edit), refusal.code, refusal.name)
            }
            steps.expect(try await steps.succeed(list, "listing again").ordered == before, "the members have changed")
            try await steps.succeed(add, "as it should be")
            steps.expect(try await steps.succeed(list, "listing at last").ordered != before, "nobody was added")
            return steps.verdict
        }
    }

    /// Changes of a message and of a channel.
    private func messages() -> Check {
        story("refused.changes", "a refused change of a channel or a message changes nothing", ["6-11", "6-13", "G-2"])
        {
            run in
            var steps = Steps(run)
            let created = try await steps.succeed(control("createChannel"), "creating a channel")
            let channel = try steps.need(created["channel_id"]?.text, "channel")
            let post = try control("postMessage").at("channel_id", channel).with("client_message_id", nil)
            let message = try steps.need(try await steps.succeed(post, "posting")["message_id"]?.text, "message")
            let reads = [
                try control("getChannel").at("channel_id", channel),
                try control("getMessage").at("message_id", message),
            ]
            func state() async throws -> [JSON] {
                var state: [JSON] = []
                for read in reads { state.append(try await steps.succeed(read, "reading").ordered) }
                return state
            }
            let before = try await state()
            let changes = [
                try control("changeChannel").at("channel_id", channel).with("name", run.fresh("ChannelName")),
                try control("changeMessage").at("message_id", message).with("content", run.fresh("Content")),
            ]
            for change in changes {
                for refusal in refusals(of: change) {
                    try await steps.refuse(change.edited(refusal.edit), refusal.code, refusal.name)
                }
            }
            steps.expect(try await state() == before, "something has changed")
            for change in changes { try await steps.succeed(change, "as it should be") }
            let after = try await state()
            steps.expect(zip(after, before).allSatisfy { $0 != $1 }, "what was let through has changed nothing")
            return steps.verdict
        }
    }

    private func signUp() -> Check {
        story("refused.signUp", "a refused signup holds no handle", ["1-4", "1-11"]) { run in
            var steps = Steps(run)
            let (signUp, look) = (try control("signUp"), try control("checkHandle"))
            func isFree(_ slug: JSON) async throws -> Bool {
                let told = try await steps.succeed(look.edited { $0.query["slug"] = slug.text ?? "" }, "asking")
                return told["available"] == .boolean(true)
            }
            let base = signUp.with("email", run.fresh("Email"))
            for refusal in refusals(of: base) where refusal.name != "without slug" {
                let slug = run.fresh("Handle")
                try await steps.refuse(base.with("slug", slug).edited(refusal.edit), refusal.code, refusal.name)
                steps.expect(try await isFree(slug), "\(refusal.name): the handle is taken")
            }
            let slug = run.fresh("Handle")
            try await steps.succeed(base.with("slug", slug), "as it should be")
            steps.expect(try await !isFree(slug), "the handle of a signup is free")
            return steps.verdict
        }
    }

    /// An invitation is not used up by mistakes.
    private func accepted() -> Check {
        story("refused.acceptInvitation", "a refused acceptInvitation neither lets in nor uses the link up", ["3-4"]) {
            run in
            var steps = Steps(run)
            let (email, acceptance) = try await invite("viewer", &steps)
            let list = try control("listMembers")
            for refusal in refusals(of: acceptance) {
                try await steps.refuse(acceptance.edited(refusal.edit), refusal.code, refusal.name)
            }
            let before = try await steps.succeed(list, "listing").elements ?? []
            steps.expect(!before.isEmpty && !before.contains { $0["email"] == email }, "somebody was let in")
            try await steps.succeed(acceptance, "as it should be")
            return steps.verdict
        }
    }

    /// What a workspace has one of.
    private func settings(_ put: String, _ show: String, _ promise: String) -> Check {
        story("refused.\(put)", "a refused \(put) changes nothing", [promise, "G-2"]) { run in
            var steps = Steps(run)
            let workspace = try world.settable()
            let (put, show) = (try workspace.control(put), try workspace.control(show))
            let before = try await steps.succeed(show, "reading").ordered
            steps.expect(before != .null, "there is nothing to be read")
            for refusal in refusals(of: put) {
                guard refusal.name == "as a viewer" else {
                    try await steps.refuse(put.edited(refusal.edit), refusal.code, refusal.name)
                    continue
                }
                let viewer = try workspace.value("viewer")
                try await steps.refuse(put.by(viewer), refusal.code, refusal.name)
            }
            steps.expect(try await steps.succeed(show, "reading again").ordered == before, "something has changed")
            return steps.verdict
        }
    }
}
