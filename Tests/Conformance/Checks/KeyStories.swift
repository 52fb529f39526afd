import Contract

/// Keys: how they look, what they are granted, and that nobody sees them twice.
struct KeyStories: Stories {
    let world: World

    func all() -> [Check] {
        [shownOnce(), ownerRole(), disclosure()]
            + [("secret", "iris_sk_"), ("publishable", "iris_pub_")].map { grants($0, prefix: $1) }
            + ungrantable()
    }

    private func grants(_ type: String, prefix: String) -> Check {
        let world = world
        return story(
            "key.\(type)", "a \(type) key begins with \(prefix) and is granted its defaults", ["4-2", "4-7"]
        ) { run in
            guard let control = world.first.controls["createKey"] else { return .notTestable("no key was issued") }
            let (exchange, problems) = try await run.succeed(
                control.edited { $0.body = $0.body?.setting("key_type", to: .string(type)) })
            let data = exchange.reply.data
            let granted = Set((data?["scopes"]?.elements ?? []).compactMap(\.text))
            let wanted = Set(run.contract.scopes.filter { $0.grantedTo.contains(type) }.map(\.name))
            var wrong: [String] = []
            if data?["secret"]?.text?.hasPrefix(prefix) != true { wrong.append("the secret does not begin so") }
            if data?["key_prefix"]?.text?.hasPrefix(prefix) != true { wrong.append("the prefix does not begin so") }
            if granted != wanted { wrong.append("granted are \(granted.sorted().joined(separator: ", "))") }
            return Verdict(problems + wrong, exchange)
        }
    }

    /// The watch over all replies of the run finds any secret that comes again; here every reader is asked once more.
    private func shownOnce() -> Check {
        let world = world
        return story("shown-once", "no reader of keys or members shows a secret again", ["4-3"]) { run in
            var found: [String] = []
            var last: Exchange?
            for name in ["listKeys", "introspectKey", "listMembers", "getChatSession"] {
                guard let control = world.first.controls[name] else { return .notTestable("\(name) has not succeeded") }
                let (exchange, problems) = try await run.succeed(control)
                found += problems
                last = exchange
                let text = String(decoding: exchange.reply.body, as: UTF8.self)
                let secrets = ["key", "other_key", "publishable", "session", "operator", "viewer", "chat", "guest"].map
                { world.first[$0] }
                if secrets.contains(where: { !$0.isEmpty && text.contains($0) }) {
                    found.append("\(name) shows a secret")
                }
            }
            return found.isEmpty ? .verified : .violated(found, last)
        }
    }

    /// One scope that the type is not granted, for every such scope.
    private func ungrantable() -> [Check] {
        let control = world.first.controls["createKey"]
        return world.run.contract.scopes.filter { !$0.grantedTo.contains("publishable") }.map { scope in
            story("key.publishable-\(scope.name)", "a publishable key cannot have \(scope.name)", ["4-7"]) { run in
                guard let control else { return .notTestable("no key was issued") }
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
            guard let control = world.first.controls["inviteTeammate"] else {
                return .notTestable("nobody was invited")
            }
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
            guard let control = world.first.controls["signUp"] else { return .notTestable("nobody could sign up") }
            let attempt = control.edited {
                $0.body = $0.body?.setting("slug", to: run.fresh("Handle")).setting("email", to: run.fresh("Email"))
            }
            let (exchange, problems) = try await run.succeed(attempt)
            let wasSent = exchange.reply.data?["verification_email_sent"] == .boolean(true)
            let isDisclosed = exchange.reply.data?["verification_token"] != nil
            return Verdict(
                problems + (wasSent && isDisclosed ? ["a mail was sent, and the token is shown"] : []), exchange)
        }
    }
}
