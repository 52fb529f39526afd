import Contract

/// What sockets have told of a channel, put together, is what can be read of it.
struct SocketMirrorStories: Stories {
    let world: World

    func all() -> [Check] { [mirror(), reconnecting(), beyond().beyond] }

    /// Who listens, and who writes.
    private struct Cast {
        let user: SocketUser
        let other: SocketUser
        let channel: String
        let insiders: [SocketLine]
        let outsiders: [SocketLine]
    }

    /// A channel with two end users, the key and the operators in it, all of whom listen; and three who are not in it.
    private func cast(_ stage: SocketStage) async throws -> Cast {
        let (user, other, stranger) = (try await stage.user(), try await stage.user(), try await stage.user())
        let channel = try await stage.channel()
        for member in [user, other] { try await stage.add(member, to: channel) }
        let outsideKey = try await stage.issueKey()
        var insiders: [SocketLine] = []
        for (token, name) in [
            (user.token, "a user"), (other.token, "another user"), (try stage.key, "the key"),
            (try world.first.value("operator"), "the operator"), (try world.first.value("viewer"), "the viewer"),
        ] {
            insiders.append(try await stage.listen(token, to: [channel], name))
        }
        var outsiders = [
            try await stage.listen(stranger.token, to: [stranger.conversation], "a stranger"),
            try await stage.connect(Opening(token: outsideKey.secret), "another key").line,
        ]
        if let abroad = try? world.other().value("operator") {
            outsiders.append(try await stage.connect(Opening(token: abroad), "another workspace's operator").line)
        }
        return Cast(user: user, other: other, channel: channel, insiders: insiders, outsiders: outsiders)
    }

    private func mirror() -> Check {
        socketStory(
            "mirror",
            "what twenty post at once, edit and delete arrives once, in order, as it can be read, and nowhere else",
            ["8-3", "6-9", "6-13", "S-2"]
        ) { stage in
            let cast = try await cast(stage)
            let posted = try await post(cast, stage)
            try await revise(posted, stage)
            for line in cast.insiders { _ = try await line.next("message.created") { $0["seq"]?.integer == 29 } }
            let list = try stage.control("listMessages").at("channel_id", cast.channel).edited {
                $0.query = ["limit": "100", "order": "asc"]
            }
            let listed = try await stage.succeed(list, "listing").elements ?? []
            stage.expect(listed.count == 21, "\(listed.count) messages are listed instead of 21")
            for line in cast.insiders {
                try await line.fence()
                let events = line.events.filter { $0["seq"] != nil && $0["message"] != nil }
                stage.expect(
                    events.compactMap { $0["seq"]?.integer } == Array(1...29),
                    "\(line.name): not every place has come once, in order")
                stage.expect(
                    Self.told(by: events) == listed.map(\.ordered),
                    "\(line.name): what has arrived is not what is listed")
            }
            for line in cast.outsiders {
                try await line.fence()
                stage.expect(!line.hasHeard(of: cast.channel), "\(line.name): something of the channel has come")
            }
        }
    }

    /// Twenty posts at once: of the key, of two end users and of an operator.
    private func post(_ cast: Cast, _ stage: SocketStage) async throws -> [(message: JSON, attempt: Attempt)] {
        let send = try stage.control("sendMessage").at("channel_id", cast.channel).with("client_message_id", nil)
        let senders = [nil, cast.user.token, cast.other.token, try world.first.value("operator")]
        let attempts = try (0..<20).map { number -> Attempt in
            guard let token = senders[number % senders.count] else { return try stage.posting(in: cast.channel) }
            return send.by(token).with("content", stage.run.fresh("Content"))
        }
        let replies = try await stage.run.atOnce(attempts)
        for (exchange, leaks) in replies {
            stage.add(leaks + stage.run.checker.successProblems(exchange))
            stage.expect(
                exchange.reply.data?["content"] == exchange.attempt.body?["content"], "a message was stored changed")
        }
        return replies.map { ($0.exchange.reply.data ?? .null, $0.exchange.attempt) }
    }

    /// Each of the four senders edits one message of theirs and deletes another; one more message ends it all.
    private func revise(_ posted: [(message: JSON, attempt: Attempt)], _ stage: SocketStage) async throws {
        for (index, (message, attempt)) in posted.prefix(8).enumerated() {
            let isKey = attempt.operation.name == "postMessage"
            let id = message["message_id"]?.text ?? ""
            if index < 4 {
                let edit = try stage.control(isKey ? "changeMessage" : "editMessage").at("message_id", id)
                    .with("content", stage.run.fresh("Content"))
                try await stage.succeed(isKey ? edit : edit.by(attempt.credential?.token), "editing")
            } else {
                let delete = try stage.control(isKey ? "deleteMessage" : "withdrawMessage").at("message_id", id)
                try await stage.succeed(isKey ? delete : delete.by(attempt.credential?.token), "deleting")
            }
        }
        let channel = posted.first?.message["channel_id"]?.text ?? ""
        try await stage.post(in: channel)
    }

    /// The messages as the events leave them, in the order of their places.
    private static func told(by events: [JSON]) -> [JSON] {
        var messages: [String: JSON] = [:]
        for message in events.compactMap({ $0["message"] }) { messages[message["message_id"]?.text ?? ""] = message }
        return messages.values.sorted { ($0["seq"]?.integer ?? 0) < ($1["seq"]?.integer ?? 0) }.map(\.ordered)
    }

    /// A reader whose connection breaks again and again while somebody posts.
    private func reconnecting() -> Check {
        socketStory("reconnecting", "who loses the connection again and again hears everything once, in order", ["8-3"])
        {
            stage in
            let user = try await stage.user()
            let (run, posts) = (stage.run, try (0..<40).map { _ in try stage.posting(in: user.conversation) })
            let (progress, counter) = AsyncStream.makeStream(of: Int.self)
            async let posting = Self.send(posts, run, counter)
            var heard: [Int] = []
            for await count in progress where count % 8 == 0 {
                let line = try await stage.connect(Opening(token: user.token), "the socket after post \(count)").line
                let subscribed = try await line.subscribe(user.conversation, after: heard.last ?? 0)
                stage.expect(subscribed["recovered"] == .boolean(true), "\(line.name): something is missing")
                _ = try await line.next("message.created") { ($0["seq"]?.integer ?? 0) >= count }
                await line.wire.drop()
                heard += line.places(in: user.conversation)
            }
            stage.add(try await posting)
            let last = try await stage.connect(Opening(token: user.token), "the last socket").line
            try await last.subscribe(user.conversation, after: heard.last ?? 0)
            heard += last.places(in: user.conversation)
            stage.expect(heard == Array(1...40), "not every place has come once, in order")
        }
    }

    private static func send(
        _ posts: [Attempt], _ run: Run, _ counter: AsyncStream<Int>.Continuation
    ) async throws -> [String] {
        defer { counter.finish() }
        var found: [String] = []
        for (index, post) in posts.enumerated() {
            found += try await run.succeed(post).1
            counter.yield(index + 1)
        }
        return found
    }

    /// The replay's limit, to the event.
    private func beyond() -> Check {
        socketStory(
            "beyond-replay", "as much is made up for as the contract says; of more it says that something is missing",
            ["8-3"]
        ) { stage in
            let user = try await stage.user()
            let limit = stage.socket.replayLimit
            let posts = try (0..<limit).map { _ in try stage.posting(in: user.conversation) }
            for start in stride(from: 0, to: limit, by: 20) {
                for (exchange, leaks) in try await stage.run.atOnce(Array(posts[start..<min(start + 20, limit)])) {
                    stage.add(leaks + stage.run.checker.successProblems(exchange))
                }
            }
            let within = try await stage.connect(Opening(token: user.token), "within the limit").line
            let whole = try await within.subscribe(user.conversation, after: 0)
            stage.expect(whole["recovered"] == .boolean(true), "within the limit something is said to be missing")
            stage.expect(
                within.places(in: user.conversation) == Array(1...limit), "within the limit something is missing")
            try await stage.post(in: user.conversation)
            let beyond = try await stage.connect(Opening(token: user.token), "beyond the limit").line
            let part = try await beyond.subscribe(user.conversation, after: 0)
            stage.expect(part["recovered"] == .boolean(false), "beyond the limit nothing is said to be missing")
            stage.expect(part["last_seq"]?.integer == limit + 1, "the channel's newest place is another one")
            try await stage.post(in: user.conversation)
            _ = try await beyond.next("message.created") { $0["seq"]?.integer == limit + 2 }
            let places = beyond.places(in: user.conversation)
            stage.expect(
                places == places.sorted() && Set(places).count == places.count, "places came twice, or disordered")
            try await listWhole(user.conversation, limit + 2, stage)
        }
    }

    /// What the socket does not make up for can be listed.
    private func listWhole(_ channel: String, _ count: Int, _ stage: SocketStage) async throws {
        var list = try stage.control("listMessages").at("channel_id", channel).edited {
            $0.query = ["limit": "100", "order": "asc", "after_seq": "0"]
        }
        var places: [Int] = []
        // As many pages as it takes, and one more.
        for _ in 0...(count / 100 + 1) {
            let (exchange, problems) = try await stage.run.succeed(list)
            stage.add(problems)
            places += (exchange.reply.data?.elements ?? []).compactMap { $0["seq"]?.integer }
            guard let cursor = exchange.reply.json?["next_cursor"]?.text else { break }
            list.query["cursor"] = cursor
        }
        stage.expect(places == Array(1...count), "the list has not every place once, in order")
    }
}
