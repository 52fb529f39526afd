import Contract

/// Keys: how they look, what they are granted, and that nobody sees them twice.
struct KeyStories: Stories {
    let world: World

    func all() -> [Check] {
        [shownOnce(), metadata().beyond, introspection().beyond, ownerRole(), disclosure().beyond]
            + [("secret", "iris_sk_"), ("publishable", "iris_pub_")].map { grants($0, prefix: $1) }
            + ungrantable().map(\.beyond)
    }

    private func grants(_ type: String, prefix: String) -> Check {
        let world = world
        return story(
            "key.\(type)", "a \(type) key begins with \(prefix) and is granted its defaults", ["4-2", "4-7"]
        ) { run in
            var steps = Steps(run)
            let (create, me) = (try world.first.control("createKey"), try world.first.control("introspectKey"))
            let issued = try await steps.succeed(create.with("key_type", .string(type)), "issuing")
            let secret = try steps.need(issued["secret"]?.text, "secret")
            let shown = try await steps.succeed(me.by(secret), "asking what it may do")
            let wanted = Set(run.contract.scopes.filter { $0.grantedTo.contains(type) }.map(\.name))
            steps.expect(secret.hasPrefix(prefix), "the secret does not begin so")
            for (key, place) in [(issued, "the answer"), (shown, "the key itself")] {
                let granted = Set((key["scopes"]?.elements ?? []).compactMap(\.text))
                let told = key["key_prefix"]?.text ?? ""
                steps.expect(
                    told.hasPrefix(prefix) && secret.hasPrefix(told), "\(place): the prefix is not the secret's")
                steps.expect(
                    granted == wanted, "\(place): granted are \(granted.sorted().joined(separator: ", "))")
                steps.expect(key["key_type"]?.text == type, "\(place): it is of another type")
            }
            steps.expect(shown["key_id"] == issued["key_id"], "the secret is another key's")
            return steps.verdict
        }
    }

    /// The watch over all replies of the run finds any secret that comes again; here every reader is asked once more.
    private func shownOnce() -> Check {
        let world = world
        return story("shown-once", "no reader of keys or members shows a secret again", ["4-3"]) { run in
            var found: [String] = []
            var last: Exchange?
            for name in ["listKeys", "introspectKey", "listMembers", "getChatSession"] {
                let control = try world.first.control(name)
                let (exchange, problems) = try await run.succeed(control)
                found += problems
                last = exchange
                let own =
                    ["listKeys": "key_id", "introspectKey": "key_id", "listMembers": "operator_id"][name]
                    ?? "chat_user_id"
                if !String(decoding: exchange.reply.body, as: UTF8.self).contains(try world.first.value(own)) {
                    found.append("\(name) does not show what it is about")
                }
                let text = String(decoding: exchange.reply.body, as: UTF8.self)
                let secrets = ["key", "other_key", "publishable", "session", "operator", "viewer", "chat", "guest"].map
                { try? world.first.value($0) }
                if secrets.contains(where: { $0.map(text.contains) == true }) {
                    found.append("\(name) shows a secret")
                }
            }
            return Verdict(found, last)
        }
    }

    /// Elsewhere fields that the contract does not know are ignored. Here what else is told of a key is too much.
    private func metadata() -> Check {
        story("key-metadata", "the list of keys tells what the contract names, and nothing else", ["4-4"]) { run in
            var steps = Steps(run)
            let list = try control("listKeys")
            guard case .named(let name) = list.operation.reply.body.element,
                case .record(let fields)? = run.contract.type(named: name)?.shape
            else { return .notTestable("the contract does not say what the list shows") }
            let rows = try await steps.succeed(list, "listing").elements ?? []
            let known = Set(fields.map(\.name))
            let shown = Set(
                rows.flatMap { row -> [String] in
                    guard case .object(let members) = row else { return [] }
                    return members.map(\.key)
                })
            let more = shown.subtracting(known).sorted().joined(separator: ", ")
            steps.expect(
                ["key_id", "other_key_id", "publishable_id"].allSatisfy { name in
                    guard let id = try? world.first.value(name) else { return true }
                    return rows.contains { $0["key_id"]?.text == id }
                }, "not every key is listed")
            steps.expect(more.isEmpty, "the list tells more: \(more)")
            return steps.verdict
        }
    }

    /// Two keys that differ in everything that a key tells of itself.
    private func introspection() -> Check {
        story("introspection", "a key says what it is called, of which type it is, and what it may do", ["6-5"]) {
            run in
            var steps = Steps(run)
            let create = try control("createKey")
            let me = try control("introspectKey")
            for (type, scopes) in [
                ("secret", ["chat:channels.create", "chat:identity.link"]), ("publishable", ["chat:messages.read"]),
            ] {
                let attempt = create.with("name", run.fresh("KeyName")).with("key_type", .string(type))
                    .with("scopes", .array(scopes.map { .string($0) }))
                let key = try await steps.succeed(attempt, "issuing a \(type) key")
                let told = try await steps.succeed(me.by(key["secret"]?.text), "the \(type) key")
                for field in ["key_id", "name", "key_type", "key_prefix"] {
                    steps.expect(told[field] == key[field], "the \(type) key says another \(field)")
                }
                let said = (told["scopes"]?.elements ?? []).compactMap(\.text)
                steps.expect(said.sorted() == scopes, "the \(type) key says that it may do \(said)")
            }
            return steps.verdict
        }
    }

    /// One scope that the type is not granted, for every such scope.
    private func ungrantable() -> [Check] {
        return world.run.contract.scopes.filter { !$0.grantedTo.contains("publishable") }.map { scope in
            story("key.publishable-\(scope.name)", "a publishable key cannot have \(scope.name)", ["4-7"]) { run in
                let control = try control("createKey")
                let attempt = control.edited {
                    $0.body = $0.body?.setting("key_type", to: .string("publishable"))
                        .setting("scopes", to: .array([.string(scope.name)]))
                }
                let (exchange, problems) = try await run.refuse(attempt, code: "scope_not_grantable")
                return Verdict(problems, exchange)
            }
        }
    }

    private func ownerRole() -> Check {
        let world = world
        return story("owner-role", "nobody is invited as owner", ["3-2"]) { run in
            let control = try world.first.control("inviteTeammate")
            let (exchange, problems) = try await run.refuse(
                control.edited { $0.body = $0.body?.setting("org_role", to: .string("owner")) },
                code: world.code(.input))
            return Verdict(problems, exchange)
        }
    }

    /// Either a mail was sent, or the token is in the reply, or the environment says that it cannot verify.
    private func disclosure() -> Check {
        let world = world
        return story("disclosure", "a token is disclosed only where no mail was sent", ["1-7"]) { run in
            let control = try world.first.control("signUp")
            let attempt = control.edited {
                $0.body = $0.body?.setting("slug", to: run.fresh("Handle")).setting("email", to: run.fresh("Email"))
            }
            let (exchange, problems) = try await run.succeed(attempt)
            var steps = Steps(run)
            steps.add(problems, exchange)
            let data = exchange.reply.data
            let wasSent = data?["verification_email_sent"] == .boolean(true)
            steps.expect(!wasSent || data?["verification_token"] == nil, "a mail was sent, and the token is shown")
            if let verify = try? world.first.control("verifySignup") {
                let other = verify.with("tenant_id", data?["tenant_id"])
                try await steps.refuse(other, world.code(.pathId), "verifying with another signup's token")
            }
            return steps.verdict
        }
    }
}
