import Contract

/// What another workspace has tried in vain has left nothing behind: read before and after.
struct UntouchedStories: Stories {
    let world: World

    func all() -> [Check] {
        let operations = world.run.contract.operations.filter { operation in
            operation.route.method != .get && !operation.pathFields.isEmpty && world.run.profile.includes(operation)
        }
        return operations.map(refused) + [enlisted(), sameUser()] + cursors()
    }

    /// Something of everything that has an id, of a story's own.
    private struct Belongings {
        let ids: [String: String]
        let reads: [Attempt]
    }

    private func belongings(_ steps: inout Steps) async throws -> Belongings {
        let run = steps.run
        let chat = try await steps.succeed(
            control("openChatSession").with("external_user_id", run.fresh("ExternalUserId")), "opening a chat session")
        let user = try steps.need(chat.at(["session", "user_id"])?.text, "user")
        let channel = try await steps.succeed(
            control("createChannel").with("name", run.fresh("ChannelName")), "creating a channel")
        let place = try steps.need(channel["channel_id"]?.text, "channel")
        let adding = try control("addChannelMember").at("channel_id", place).edited {
            $0.body = .object([JSON.Member(key: "user_id", value: .string(user))])
        }
        try await steps.succeed(adding, "adding a member")
        let post = try control("postMessage").at("channel_id", place).with("client_message_id", nil)
        let message = try await steps.succeed(post.with("content", run.fresh("Content")), "posting")
        let id = try steps.need(message["message_id"]?.text, "message")
        return Belongings(
            ids: ["channel_id": place, "message_id": id, "user_id": user],
            reads: [
                try control("getChannel").at("channel_id", place), try control("listMessages").at("channel_id", place),
                try control("listChannelMembers").at("channel_id", place),
                try control("getMessage").at("message_id", id),
            ])
    }

    /// Belongings of the console, for operations of the console.
    private func administration(_ steps: inout Steps) async throws -> Belongings {
        let run = steps.run
        let invite = try control("inviteTeammate").with("email", run.fresh("Email"))
        let invitation = try await steps.succeed(invite, "inviting")
        let key = try await steps.succeed(control("createKey").with("name", run.fresh("KeyName")), "issuing a key")
        let member = try await newcomer("viewer", &steps)
        let me = try control("introspectKey").by(try steps.need(key["secret"]?.text, "secret"))
        return Belongings(
            ids: [
                "invitation_id": try steps.need(invitation["invitation_id"]?.text, "invitation"),
                "key_id": try steps.need(key["key_id"]?.text, "key"), "user_id": member.id,
            ],
            reads: [
                try control("listInvitations"), try control("listKeys"), try control("listMembers"), me,
                try control("getMe").by(member.session),
            ])
    }

    /// What the owner reads. Of lists that others change meanwhile, what is about the belongings.
    private func state(_ own: Belongings, _ steps: inout Steps) async throws -> [JSON] {
        var state: [JSON] = []
        for read in own.reads {
            let data = try await steps.succeed(read, "reading (\(read.operation.name))").ordered
            guard let elements = data.elements else {
                state.append(data)
                continue
            }
            let about = elements.filter { element in own.ids.values.contains { element.description.contains($0) } }
            // Any use of a key moves this, also one that only reads it.
            state.append(.array(about.map { $0.setting("last_used_at", to: nil) }))
        }
        return state
    }

    private func refused(_ operation: Operation) -> Check {
        let world = world
        let isConsole =
            operation.access.requirements.contains { $0.credential == "session" && $0.role != nil }
            && operation.access.requirements.count == 1
        return story(
            "untouched.\(operation.name)",
            "\(operation.name): another workspace's attempt is refused, and nothing has changed", ["6-4", "S-2"]
        ) { run in
            var steps = Steps(run)
            let theirs = try world.other().control(operation.name)
            let own = isConsole ? try await administration(&steps) : try await belongings(&steps)
            let before = try await state(own, &steps)
            steps.expect(before.contains { $0 != .array([]) && $0 != .null }, "there is nothing to be read")
            let token = try world.other().token(for: operation)
            var attempt = theirs.by(token)
            for field in operation.pathFields {
                attempt.path[field.name] = try steps.need(own.ids[field.name], field.name)
            }
            for field in operation.bodyFields ?? [] where own.ids[field.name] != nil {
                attempt = attempt.with(field.name, own.ids[field.name].map { .string($0) })
            }
            try await steps.refuse(attempt, world.code(.pathId), "the other workspace's attempt")
            steps.expect(try await state(own, &steps) == before, "something has changed")
            return steps.verdict
        }
    }

    /// People and keys of one workspace, put into a channel of another.
    private func enlisted() -> Check {
        let world = world
        return story("untouched.members", "nobody is put into another workspace's channel", ["6-4", "6-12", "S-2"]) {
            run in
            var steps = Steps(run)
            let own = try await belongings(&steps)
            let other = try world.other()
            let created = try await steps.succeed(other.control("createChannel"), "the other's channel")
            let channel = try steps.need(created["channel_id"]?.text, "channel")
            let add = try other.control("addChannelMember").at("channel_id", channel)
            let list = try other.control("listChannelMembers").at("channel_id", channel)
            let before = try await steps.succeed(list, "the other's members").ordered
            let people = [own.ids["user_id"], try? world.first.value("operator_id"), try? world.first.value("key_id")]
            for person in people.compactMap({ $0 }) {
                let adding = add.edited { $0.body = .object([JSON.Member(key: "user_id", value: .string(person))]) }
                try await steps.refuse(adding, "no_such_person", "adding somebody of this one")
            }
            let after = try await steps.succeed(list, "the other's members").ordered
            steps.expect(before == after, "somebody was added")
            return steps.verdict
        }
    }

    /// An id of the customer's own means somebody else in another workspace.
    private func sameUser() -> Check {
        let world = world
        return story(
            "untouched.same-user", "one external_user_id in two workspaces is two people in two conversations",
            ["6-7", "S-2"]
        ) { run in
            var steps = Steps(run)
            let user = run.fresh("ExternalUserId")
            let here = try control("openChatSession").with("external_user_id", user)
            let there = try world.other().control("openChatSession").with("external_user_id", user)
            let (one, other) = (try await steps.succeed(here, "here"), try await steps.succeed(there, "there"))
            for place in [["session", "user_id"], ["chat", "channel_id"], ["session", "tenant_id"]] {
                steps.expect(one.at(place) != nil && one.at(place) != other.at(place), "\(place[1]) is the same")
            }
            let channel = try steps.need(one.at(["chat", "channel_id"])?.text, "conversation")
            let (read, token) = (try control("readMessages"), other["token"]?.text)
            try await steps.succeed(read.at("channel_id", channel).by(one["token"]?.text), "one's own conversation")
            try await steps.refuse(
                read.at("channel_id", channel).by(token), world.code(.pathId), "the other's conversation")
            return steps.verdict
        }
    }

    /// A cursor that one workspace's list has given out, presented by another workspace.
    private func cursors() -> [Check] {
        let world = world
        let lists = world.run.contract.operations.filter { operation in
            if case .page = operation.reply.body { world.run.profile.includes(operation) } else { false }
        }
        return lists.map { operation in
            story(
                "untouched.cursor.\(operation.name)",
                "\(operation.name): another workspace's cursor shows nothing of it",
                ["6-4", "S-2"]
            ) { run in
                var steps = Steps(run)
                let (own, theirs) = (try control(operation.name), try world.other().control(operation.name))
                let limited = own.edited { $0.query["limit"] = "1" }
                let (page, problems) = try await run.succeed(limited)
                steps.add(problems, page)
                guard let cursor = page.reply.json?["next_cursor"]?.text else {
                    return .notExercised("the list has one page only")
                }
                let (more, found) = try await run.succeed(limited.edited { $0.query["cursor"] = cursor })
                steps.add(found, more)
                let next = more.reply.data?.elements ?? []
                steps.expect(!next.isEmpty && next != page.reply.data?.elements, "the cursor does not lead on")
                let (exchange, leaks) = try await run.observe(theirs.edited { $0.query["cursor"] = cursor })
                steps.add(leaks, exchange)
                if exchange.reply.code != nil {
                    let codes = ["invalid_cursor", world.code(.input)]
                    steps.add(run.checker.refusalProblems(exchange, code: nil, anyOf: codes), exchange)
                } else {
                    let shown = exchange.reply.data?.elements ?? []
                    steps.expect(!shown.contains { next.contains($0) }, "it shows what the cursor's owner sees")
                }
                return steps.verdict
            }
        }
    }
}
