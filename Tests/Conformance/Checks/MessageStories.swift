import Contract

/// Messages and lists.
struct MessageStories: Stories {
    let world: World

    func all() -> [Check] { [gapless(), sentTwice(), longest(), pages(), cursors(), clamped()] }

    /// A channel of its own for one story, and the attempts to post to and list it.
    private static func channel(_ run: Run, _ world: World) async throws -> (post: Attempt, list: Attempt) {
        let post = try world.first.control("postMessage")
        let list = try world.first.control("listMessages")
        var steps = Steps(run)
        let channel = try await steps.succeed(world.first.control("createChannel"), "creating a channel")
        let id = try steps.need(channel["channel_id"]?.text, "channel")
        return (post.edited { $0.path["channel_id"] = id }, list.edited { $0.path["channel_id"] = id })
    }

    private func gapless() -> Check {
        let world = world
        return story("gapless", "twenty posts at once get the places 1 to 20, listed newest first", ["6-13"]) { run in
            let channel = try await Self.channel(run, world)
            let posts = try await withThrowingTaskGroup(of: (Exchange, [String]).self) { group in
                for number in 0..<20 {
                    let attempt = channel.post.edited {
                        $0.body = $0.body?.setting("content", to: .string("message \(number)"))
                    }
                    group.addTask { try await run.succeed(attempt) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let places = posts.compactMap { $0.0.reply.data?["seq"]?.integer }.sorted()
            let (list, problems) = try await run.succeed(channel.list.edited { $0.query["limit"] = "100" })
            let listed = (list.reply.data?.elements ?? []).compactMap { $0["seq"]?.integer }
            let wrong =
                (places == Array(1...20) ? [] : ["the places are \(places)"])
                + (listed == Array((1...20).reversed()) ? [] : ["the list has the places \(listed)"])
            return Verdict(posts.flatMap(\.1) + problems + wrong, list)
        }
    }

    private func sentTwice() -> Check {
        let world = world
        return story("sent-twice", "one client_message_id sent ten times at once is one message", ["6-13"]) { run in
            let channel = try await Self.channel(run, world)
            let attempt = channel.post.edited { $0.body = $0.body?.setting("client_message_id", to: .string("once")) }
            let posts = try await withThrowingTaskGroup(of: (Exchange, [String]).self) { group in
                for _ in 0..<10 { group.addTask { try await run.succeed(attempt) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let (list, problems) = try await run.succeed(channel.list)
            let count = list.reply.data?.elements?.count ?? 0
            let ids = Set(posts.compactMap { $0.0.reply.data?["message_id"]?.text })
            let wrong = count == 1 && ids.count == 1 ? [] : ["\(count) messages were stored under \(ids.count) ids"]
            return Verdict(posts.flatMap(\.1) + problems + wrong, list)
        }
    }

    private func longest() -> Check {
        let world = world
        return story("longest", "the longest content is taken, in characters and not in bytes", ["6-13"]) { run in
            let channel = try await Self.channel(run, world)
            guard case .text(let rule)? = run.contract.type(named: "Content")?.shape else {
                return .notTestable("the contract has no content")
            }
            let content = String(repeating: "😀", count: rule.maximum)
            var steps = Steps(run)
            let posted = try await steps.succeed(channel.post.with("content", .string(content)), "posting")
            steps.expect(posted["content"]?.text == content, "the content came back changed")
            let listed = try await steps.succeed(channel.list, "listing").elements ?? []
            steps.expect(listed.map { $0["content"]?.text } == [content], "the content was stored changed")
            return steps.verdict
        }
    }

    private func pages() -> Check {
        let world = world
        return story("pages", "paging two by two sees everything once", ["6-13"]) { run in
            let channel = try await Self.channel(run, world)
            for _ in 0..<5 { _ = try await run.succeed(channel.post) }
            var seen: [Int] = []
            var attempt = channel.list.edited { $0.query["limit"] = "2" }
            for _ in 0..<10 {
                let (exchange, problems) = try await run.succeed(attempt)
                let elements = exchange.reply.data?.elements ?? []
                seen += elements.compactMap { $0["seq"]?.integer }
                if !problems.isEmpty || elements.count > 2 {
                    return Verdict(problems + ["a page had \(elements.count) elements"], exchange)
                }
                guard let cursor = exchange.reply.json?["next_cursor"]?.text else {
                    return Verdict(seen == [5, 4, 3, 2, 1] ? [] : ["the pages had the places \(seen)"], exchange)
                }
                attempt.query["cursor"] = cursor
            }
            return Verdict(["the list has no end"])
        }
    }

    private func cursors() -> Check {
        let world = world
        return story("cursors", "a cursor of another list, or of nobody, is refused", ["6-13"]) { run in
            let channel = try await Self.channel(run, world)
            let channels = try world.first.control("listChannels")
            let (other, _) = try await run.succeed(channels.edited { $0.query["limit"] = "1" })
            guard let foreign = other.reply.json?["next_cursor"]?.text else { return .notTestable("no cursor came") }
            try await run.prove(channels.edited { $0.query["cursor"] = foreign })
            var found: [String] = []
            var last = other
            for cursor in [foreign, "nobody", "AAAA"] {
                let (exchange, problems) = try await run.refuse(
                    channel.list.edited { $0.query["cursor"] = cursor }, code: "invalid_cursor")
                found += problems
                last = exchange
            }
            return Verdict(found, last)
        }
    }

    private func clamped() -> Check {
        let world = world
        return story("clamped", "a limit above the largest counts as the largest", ["6-13"]) { run in
            let channel = try await Self.channel(run, world)
            var steps = Steps(run)
            for number in 1...3 { try await steps.succeed(channel.post, "message \(number)") }
            let listed = try await steps.succeed(channel.list.edited { $0.query["limit"] = "1000000" }, "listing")
            steps.expect(
                (listed.elements ?? []).compactMap { $0["seq"]?.integer } == [3, 2, 1], "other messages were listed")
            return steps.verdict
        }
    }
}
