import Contract

/// What one workspace has must never show up in another.
struct TenancyStories {
    let world: World

    func all() -> [Check] { lists() + [usedTwice("verifySignup"), usedTwice("acceptInvitation"), swapped()] }

    /// Every list, asked by one tenant and searched for every id and name of the other. That the list shows the one
    /// who asks what is theirs is the control.
    private func lists() -> [Check] {
        let names = [
            "channel", "conversation", "key_id", "other_key_id", "email", "operator_email", "tenant", "operator_id",
            "kept_invitation_id", "message", "answer", "chat_user_id", "owner_id",
        ]
        @Sendable func values(of workspace: Workspace) -> [String] { names.compactMap { try? workspace.value($0) } }
        let foreign = values(of: world.first)
        let operations = world.run.contract.operations.filter { operation in
            if case .one = operation.reply.body { false } else { showsIdentities(operation) }
        }
        return operations.filter(world.run.profile.includes).map { operation in
            Check(
                "story.tenancy.\(operation.name)", group: "stories",
                "\(operation.name) shows one tenant nothing of another", promises: ["6-4", "S-2"]
            ) { run in
                @Sendable func whole(_ control: Attempt) -> Attempt {
                    control.edited { attempt in
                        if operation.queryFields.contains(where: { $0.name == "limit" }) {
                            attempt.query["limit"] = "100"
                        }
                    }
                }
                let control = try world.other().control(operation.name)
                // The other has asked the same a moment before: what is remembered of that is not for this one.
                _ = try await run.succeed(whole(try world.first.control(operation.name)))
                let (exchange, problems) = try await run.succeed(whole(control))
                let text = String(decoding: exchange.reply.body, as: UTF8.self)
                let leaks = foreign.filter(text.contains)
                let wrong = leaks.isEmpty ? [] : ["\(leaks.count) values of the other tenant are in the reply"]
                if problems.isEmpty, wrong.isEmpty, exchange.reply.data?.elements?.isEmpty == true {
                    return .notExercised("there is nothing in this list")
                }
                // What the request itself says proves nothing when it comes back.
                let isOwn = values(of: try world.other()).contains { !control.target.contains($0) && text.contains($0) }
                return Verdict(problems + wrong + (isOwn ? [] : ["the list shows nothing of its own tenant"]), exchange)
            }
        }
    }

    /// Whether the elements of a list tell whose they are.
    private func showsIdentities(_ operation: Operation) -> Bool {
        guard case .named(let name) = operation.reply.body.element,
            case .record(let fields)? = world.run.contract.type(named: name)?.shape
        else { return false }
        return fields.contains { field in
            guard case .named(let name) = field.type else { return false }
            if case .id? = world.run.contract.type(named: name)?.shape { return true }
            return false
        }
    }

    /// A link that has been used is refused, however often it is tried at once.
    private func usedTwice(_ name: String) -> Check {
        let world = world
        let promise = name == "verifySignup" ? "1-6" : "3-4"
        return Check(
            "story.used-twice.\(name)", group: "stories", "\(name) accepts its token once", promises: [promise]
        ) { run in
            let control = try world.first.control(name)
            let replies = try await withThrowingTaskGroup(of: (Exchange, [String]).self) { group in
                for _ in 0..<3 { group.addTask { try await run.refuse(control, code: "already_used") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            return Verdict(replies.flatMap(\.1), replies[0].0)
        }
    }

    /// A token that is right, presented for the wrong tenant.
    private func swapped() -> Check {
        let world = world
        return Check(
            "story.swapped-tenant", group: "stories", "a token does not open another tenant", promises: ["S-2"]
        ) { run in
            let control = try world.first.control("acceptInvitation")
            let tenant = try world.other().value("tenant")
            let (exchange, problems) = try await run.refuse(
                control.edited { $0.body = $0.body?.setting("tenant_id", to: .string(tenant)) }, code: "not_found")
            return Verdict(problems, exchange)
        }
    }
}
