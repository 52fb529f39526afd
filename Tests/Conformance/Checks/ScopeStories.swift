import Contract

/// What each scope opens: exactly the operations that name it, and no other.
struct ScopeStories: Stories {
    let world: World

    func all() -> [Check] {
        world.run.contract.scopes.map(alone) + [defaults(), rotated(), published(), enlarged()]
    }

    /// The product API, each operation with what it needs.
    private var product: [Operation] {
        world.run.contract.operations.filter { operation in
            operation.access.requirements.contains { $0.credential == "key" } && world.run.profile.includes(operation)
        }
    }

    private func key(_ scopes: [String]?, _ type: String, _ steps: inout Steps) async throws -> JSON {
        let create = try control("createKey").with("name", steps.run.fresh("KeyName")).with("key_type", .string(type))
        return try await steps.succeed(
            create.with("scopes", scopes.map { .array($0.map { .string($0) }) }), "issuing a key")
    }

    /// What a key is told that asks for an operation: nil where it is let through, or finds nothing there that it sees.
    private func refusal(
        of operation: Operation, with token: String, _ steps: inout Steps
    ) async throws -> (code: String?, exchange: Exchange) {
        let attempt = try control(operation.name).by(token)
        let (exchange, leaks) = try await steps.run.observe(attempt)
        steps.add(leaks, exchange)
        let code = exchange.reply.code
        guard (200..<300).contains(exchange.reply.status) || code == world.code(.pathId) else {
            return (code ?? "", exchange)
        }
        return (nil, exchange)
    }

    private func alone(_ scope: Scope) -> Check {
        story(
            "scope.\(scope.name)", "a key with \(scope.name) alone may do what names it, and nothing else",
            ["6-2", "4-7"]
        ) { run in
            var steps = Steps(run)
            let issued = try await key([scope.name], "secret", &steps)
            let token = try steps.need(issued["secret"]?.text, "secret")
            var opened = 0
            for operation in product {
                let needed = operation.access.requirements.first { $0.credential == "key" }?.scope
                let (code, exchange) = try await refusal(of: operation, with: token, &steps)
                if needed == nil || needed == scope.name {
                    opened += needed == scope.name ? 1 : 0
                    if let code { steps.add(["\(operation.name) is refused: \(code)"], exchange) }
                } else if code != world.code(.scope) {
                    steps.add(["\(operation.name) needs \(needed ?? ""), and \(code ?? "nothing") came"], exchange)
                }
            }
            steps.expect(opened > 0 || run.profile == .contract, "no operation names it")
            return steps.verdict
        }
    }

    private func defaults() -> Check {
        story(
            "scope.defaults", "a publishable key may do what its type is granted by default, and nothing else",
            ["4-7", "6-2"]
        ) { run in
            var steps = Steps(run)
            let issued = try await key(nil, "publishable", &steps)
            let token = try steps.need(issued["secret"]?.text, "secret")
            let granted = Set(run.contract.scopes.filter { $0.grantedTo.contains("publishable") }.map(\.name))
            for operation in product {
                guard let needed = operation.access.requirements.first(where: { $0.credential == "key" })?.scope else {
                    continue
                }
                let (code, exchange) = try await refusal(of: operation, with: token, &steps)
                let isRight = granted.contains(needed) ? code == nil : code == world.code(.scope)
                if !isRight {
                    steps.add(["\(operation.name), which needs \(needed): \(code ?? "nothing") came"], exchange)
                }
            }
            return steps.verdict
        }
    }

    private func rotated() -> Check {
        story("scope.rotated", "a rotated key may do what it might before, and nothing more", ["4-5", "6-2"]) { run in
            var steps = Steps(run)
            let scopes = ["chat:channels.read", "chat:messages.read"]
            let issued = try await key(scopes, "secret", &steps)
            let rotate = try control("rotateKey").at("key_id", try steps.need(issued["key_id"]?.text, "key"))
            let new = try await steps.succeed(rotate, "rotating")
            for (told, name) in [
                (new, "the answer"),
                (try await steps.succeed(control("introspectKey").by(new["secret"]?.text), "asking"), "the key itself"),
            ] {
                steps.expect(
                    Set((told["scopes"]?.elements ?? []).compactMap(\.text)) == Set(scopes), "\(name) has other scopes")
                steps.expect(told["key_type"]?.text == "secret", "\(name) has another type")
            }
            let token = new["secret"]?.text
            try await steps.succeed(control("listChannels").by(token), "listing channels")
            try await steps.refuse(control("createChannel").by(token), world.code(.scope), "creating one")
            return steps.verdict
        }
    }

    /// A publishable key is bound to channels that it was added to, as any key is.
    private func published() -> Check {
        story(
            "scope.membership", "a publishable key sees the channels that it was added to, and no other",
            ["6-3", "4-7"]
        ) {
            run in
            var steps = Steps(run)
            let issued = try await key(nil, "publishable", &steps)
            let token = try steps.need(issued["secret"]?.text, "secret")
            var channels: [String] = []
            for _ in 0..<2 {
                let created = try await steps.succeed(
                    control("createChannel").with("name", run.fresh("ChannelName")), "creating a channel")
                channels.append(try steps.need(created["channel_id"]?.text, "channel"))
            }
            let (get, list) = (try control("getChannel").by(token), try control("listChannels").by(token))
            let post = try control("postMessage").by(token).with("client_message_id", nil)
            for channel in channels {
                try await steps.refuse(get.at("channel_id", channel), world.code(.pathId), "before it was added")
            }
            let adding = try control("addChannelMember").at("channel_id", channels[0]).edited {
                $0.body = .object([JSON.Member(key: "user_id", value: issued["key_id"] ?? .null)])
            }
            try await steps.succeed(adding, "adding the key")
            try await steps.succeed(get.at("channel_id", channels[0]), "the channel that it was added to")
            try await steps.succeed(post.at("channel_id", channels[0]), "posting there")
            try await steps.refuse(get.at("channel_id", channels[1]), world.code(.pathId), "the other channel")
            try await steps.refuse(
                post.at("channel_id", channels[1]), world.code(.pathId), "posting in the other channel")
            let listed = (try await steps.succeed(list, "listing").elements ?? []).compactMap { $0["channel_id"]?.text }
            steps.expect(listed == [channels[0]], "it lists \(listed.count) channels instead of its one")
            return steps.verdict
        }
    }

    /// Nobody gets a scope that does not exist, and no key more than it was issued with.
    private func enlarged() -> Check {
        story("scope.unknown", "no key is issued with a scope that does not exist, or with none of its type's", ["4-7"])
        {
            run in
            var steps = Steps(run)
            let create = try control("createKey")
            for name in ["chat:everything", "admin", "*", "chat:*"] {
                try await steps.refuse(
                    create.with("scopes", .array([.string(name)])), world.code(.input), name)
            }
            let narrow = try await key(["chat:messages.read"], "secret", &steps)
            steps.expect(
                (narrow["scopes"]?.elements ?? []).compactMap(\.text) == ["chat:messages.read"],
                "a key has other scopes than it was issued with")
            return steps.verdict
        }
    }
}
