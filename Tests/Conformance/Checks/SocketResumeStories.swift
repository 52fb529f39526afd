import Contract

/// What was missed is made up for, without a gap and without a double.
struct SocketResumeStories: Stories {
    let world: World

    func all() -> [Check] { [resumed(), resumedChanges(), fromNow(), whilePosting()] }

    private func resumed() -> Check {
        socketStory("resumed", "who comes back hears exactly what they have missed", ["8-3"]) { stage in
            let user = try await stage.user()
            let first = try await stage.listen(user.token, to: [user.conversation], "the first socket")
            for _ in 0..<3 { try await stage.post(in: user.conversation) }
            _ = try await first.next("message.created") { $0["seq"]?.integer == 3 }
            await first.wire.drop()
            for _ in 0..<20 { try await stage.post(in: user.conversation) }
            let second = try await stage.connect(Opening(token: user.token), "the second socket").line
            let subscribed = try await second.subscribe(user.conversation, after: 3)
            stage.expect(
                second.places(in: user.conversation) == Array(4...23),
                "what was missed has not come before 'subscribed'")
            stage.expect(subscribed["recovered"] == .boolean(true), "the server says that something is missing")
            stage.expect(subscribed["last_seq"]?.integer == 23, "the channel's newest place is another one")
            try await stage.post(in: user.conversation)
            _ = try await second.next("message.created") { $0["seq"]?.integer == 24 }
            try await second.fence()
            stage.expect(
                second.places(in: user.conversation) == Array(4...24), "not every place has come once, in order")
        }
    }

    /// Edits and deletions have places too: who has seen the message hears of them.
    private func resumedChanges() -> Check {
        socketStory("resumed-changes", "who comes back hears of edits and deletions too", ["8-3", "6-13"]) { stage in
            let user = try await stage.user()
            let (edited, deleted) = (
                try await stage.post(in: user.conversation), try await stage.post(in: user.conversation)
            )
            let change = try stage.control("changeMessage").at("message_id", edited["message_id"]?.text ?? "")
            let now = try await stage.succeed(change.with("content", stage.run.fresh("Content")), "editing")
            let delete = try stage.control("deleteMessage").at("message_id", deleted["message_id"]?.text ?? "")
            try await stage.succeed(delete, "deleting")
            try await stage.post(in: user.conversation)
            let line = try await stage.connect(Opening(token: user.token), "the user").line
            let subscribed = try await line.subscribe(user.conversation, after: 2)
            stage.expect(subscribed["recovered"] == .boolean(true), "the server says that something is missing")
            let missed = line.events.filter { $0["seq"] != nil }
            stage.expect(missed.compactMap { $0["seq"]?.integer } == [3, 4, 5], "other places came")
            stage.expect(
                missed.compactMap { $0["type"]?.text } == ["message.updated", "message.deleted", "message.created"],
                "other events came")
            let update = missed.first { $0["type"]?.text == "message.updated" }
            stage.expect(update?["message"]?.ordered == now.ordered, "the edit is another one")
            let deletion = missed.first { $0["type"]?.text == "message.deleted" }
            stage.expect(deletion?.at(["message", "content"]) == .null, "the deleted message has its content still")
        }
    }

    private func fromNow() -> Check {
        socketStory("from-now", "without a place to begin at, nothing is made up for", ["8-3"]) { stage in
            let user = try await stage.user()
            for _ in 0..<2 { try await stage.post(in: user.conversation) }
            let line = try await stage.connect(Opening(token: user.token), "the user").line
            let subscribed = try await line.subscribe(user.conversation)
            stage.expect(subscribed["last_seq"]?.integer == 2, "the channel's newest place is another one")
            try await stage.post(in: user.conversation)
            _ = try await line.next("message.created") { $0["seq"]?.integer == 3 }
            try await line.fence()
            stage.expect(line.places(in: user.conversation) == [3], "other messages than the new one came")
        }
    }

    /// The seam between what is made up for and what is new, crossed several times while somebody posts.
    private func whilePosting() -> Check {
        socketStory("while-posting", "subscribing while somebody posts misses nothing and doubles nothing", ["8-3"]) {
            stage in
            let user = try await stage.user()
            let (run, posts) = (stage.run, try (0..<60).map { _ in try stage.posting(in: user.conversation) })
            let (progress, counter) = AsyncStream.makeStream(of: Int.self)
            async let posting = Self.send(posts, run, counter)
            var lines: [SocketLine] = []
            for await count in progress where count % 12 == 0 && count < 60 {
                let line = try await stage.connect(Opening(token: user.token), "the socket after post \(count)").line
                let subscribed = try await line.subscribe(user.conversation, after: 0)
                stage.expect(subscribed["recovered"] == .boolean(true), "\(line.name): something is missing")
                lines.append(line)
            }
            stage.add(try await posting)
            for line in lines {
                _ = try await line.next("message.created") { $0["seq"]?.integer == 60 }
                try await line.fence()
                stage.expect(
                    line.places(in: user.conversation) == Array(1...60), "\(line.name): not every place once, in order")
            }
            stage.expect(lines.count == 4, "there were not four subscriptions")
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
}
