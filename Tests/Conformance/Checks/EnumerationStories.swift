import Contract

/// What a stranger finds out by asking: nothing about addresses, ids and workspaces that are not theirs.
struct EnumerationStories: Stories {
    let world: World

    func all() -> [Check] {
        [signUp(), resend(), forgot(), login(), invited(), guest(), pending(), handle(), tokens(), persons()] + ids()
    }

    /// Two requests that must be answered alike, each in its own way right.
    private func compare(_ steps: inout Steps, _ one: Attempt, _ other: Attempt, code: String?, _ what: String)
        async throws
    {
        var exchanges: [Exchange] = []
        for attempt in [one, other] {
            let (exchange, problems) =
                if let code { try await steps.run.refuse(attempt, code: code) } else {
                    try await steps.run.succeed(attempt)
                }
            steps.add(problems.map { "\(what): \($0)" }, exchange)
            exchanges.append(exchange)
        }
        let differences = Likeness(one: exchanges[0], other: exchanges[1]).differences
        steps.add(differences.map { "\(what): \($0)" }, exchanges[1])
    }

    /// The control of two equal answers: the deployment does tell a known address from an unknown one, where the
    /// password is right.
    private func proveKnown(
        _ email: String, _ password: String, in workspace: Workspace, _ steps: inout Steps
    ) async throws {
        let login = try workspace.control("login")
        let right = try login.with("email", .string(workspace.value(email)))
            .with("password", .string(workspace.value(password)))
        try await steps.succeed(right, "signing in with the known address")
        try await steps.refuse(
            right.with("email", steps.run.fresh("Email")), "invalid_credentials", "signing in with an unknown one")
    }

    private func signUp() -> Check {
        story("alike.signup", "a signup does not tell whether the address is known", ["1-4"]) { run in
            var steps = Steps(run)
            let attempt = try control("signUp").with("slug", run.fresh("Handle"))
            let known = try world.first.value("email")
            try await proveKnown("email", "password", in: world.first, &steps)
            try await compare(
                &steps, attempt.with("email", .string(known)),
                attempt.with("slug", run.fresh("Handle")).with("email", run.fresh("Email")), code: nil, "signing up")
            return steps.verdict
        }
    }

    private func resend() -> Check {
        story("alike.resend", "asking for the mail again does not tell whether the address is known", ["1-4"]) { run in
            var steps = Steps(run)
            let resend = try control("resendVerification")
            try await proveKnown("operator_email", "operator_password", in: world.first, &steps)
            let pending = run.fresh("Email")
            let signup = try control("signUp").with("slug", run.fresh("Handle")).with("email", pending)
            try await steps.succeed(signup, "signing up")
            let unknown = resend.with("email", run.fresh("Email"))
            try await compare(&steps, resend.with("email", pending), unknown, code: nil, "a signup that waits")
            let member = resend.with("email", .string(try world.first.value("operator_email")))
            try await compare(&steps, member, resend.with("email", run.fresh("Email")), code: nil, "a member")
            return steps.verdict
        }
    }

    private func forgot() -> Check {
        story("alike.forgot", "asking for a new password does not tell whether the address is known", ["2-1"]) { run in
            var steps = Steps(run)
            let somebody = try await newcomer("viewer", &steps)
            try await proveKnown("operator_email", "operator_password", in: world.first, &steps)
            let forgot = try control("forgotPassword")
            let (known, unknown) = (forgot.with("email", somebody.email), forgot.with("email", run.fresh("Email")))
            try await compare(&steps, known, unknown, code: nil, "asking")
            return steps.verdict
        }
    }

    /// Also of somebody who was a member, and of a signup that waits.
    private func login() -> Check {
        story("alike.login", "signing in does not tell whether the address or the password is wrong", ["2-1"]) { run in
            var steps = Steps(run)
            let login = try control("login").with("password", run.fresh("Password"))
            let removed = try await newcomer("viewer", &steps)
            try await steps.succeed(
                control("login").with("email", removed.email).with("password", removed.password), "before")
            try await steps.succeed(control("removeMember").at("user_id", removed.id), "removing")
            let pending = run.fresh("Email")
            let signup = try control("signUp").with("slug", run.fresh("Handle")).with("email", pending)
            try await steps.succeed(signup, "signing up")
            let known = login.with("email", .string(try world.first.value("operator_email")))
            let others = [
                ("an unknown address", login.with("email", run.fresh("Email"))),
                ("who was removed", login.with("email", removed.email).with("password", removed.password)),
                ("a signup that waits", login.with("email", pending).with("password", signup.body?["password"])),
            ]
            for (what, other) in others {
                try await compare(&steps, known, other, code: "invalid_credentials", what)
            }
            return steps.verdict
        }
    }

    private func invited() -> Check {
        story(
            "alike.invite", "an invitation does not tell whether the address belongs to another workspace",
            ["3-1", "S-2"]
        ) { run in
            var steps = Steps(run)
            let invite = try control("inviteTeammate")
            try await proveKnown("operator_email", "operator_password", in: world.other(), &steps)
            let foreign = try invite.with("email", .string(world.other().value("operator_email")))
            try await compare(&steps, foreign, invite.with("email", run.fresh("Email")), code: nil, "inviting")
            return steps.verdict
        }
    }

    private func guest() -> Check {
        story("alike.guest", "a guest session does not tell whether the address is known", ["8-1"]) { run in
            var steps = Steps(run)
            let open = try control("openGuestSession")
            try await proveKnown("operator_email", "operator_password", in: world.first, &steps)
            let known = open.with("email", .string(try world.first.value("operator_email")))
            try await compare(&steps, known, open.with("email", run.fresh("Email")), code: nil, "a member's address")
            let mapped = run.fresh("Email")
            let session = try control("openChatSession").with("external_user_id", run.fresh("ExternalUserId"))
                .with("email", mapped)
            try await steps.succeed(session, "a chat session")
            try await compare(
                &steps, open.with("email", mapped), open.with("email", run.fresh("Email")), code: nil,
                "an end user's address")
            return steps.verdict
        }
    }

    /// A workspace that waits for its verification is none yet, for anybody.
    private func pending() -> Check {
        story(
            "alike.pending", "a workspace that waits for its verification is as one that does not exist",
            ["1-9", "5-4"]
        ) { run in
            var steps = Steps(run)
            let signup = try control("signUp").with("slug", run.fresh("Handle")).with("email", run.fresh("Email"))
            let receipt = try await steps.succeed(signup, "signing up")
            let tenant = try steps.need(receipt["tenant_id"], "tenant")
            let (branding, guest) = (try control("getBranding"), try control("openGuestSession"))
            let unknown = run.freshId()
            try await steps.succeed(branding, "a workspace's branding")
            try await compare(
                &steps, branding.edited { $0.query["tenant_id"] = tenant.text },
                branding.edited { $0.query["tenant_id"] = unknown }, code: world.code(.pathId), "its branding")
            try await compare(
                &steps, guest.with("tenant_id", tenant), guest.with("tenant_id", .string(unknown)),
                code: world.code(.pathId), "its guests")
            return steps.verdict
        }
    }

    private func handle() -> Check {
        story("alike.handle", "a taken handle tells nothing of the workspace that has it", ["1-1", "1-11"]) { run in
            var steps = Steps(run)
            let look = try control("checkHandle")
            let waiting = run.fresh("Handle")
            try await steps.succeed(
                control("signUp").with("slug", waiting).with("email", run.fresh("Email")), "signing up")
            let taken = look.edited { $0.query["slug"] = (try? world.first.value("slug")) ?? "" }
            try await compare(
                &steps, taken, look.edited { $0.query["slug"] = waiting.text ?? "" }, code: nil, "one that waits")
            let told = try await steps.succeed(taken, "asking")
            steps.expect(told["available"] == .boolean(false), "the handle is free")
            let free = look.edited { $0.query["slug"] = run.fresh("Handle").text ?? "" }
            let other = try await steps.succeed(free, "asking for one that nobody has")
            steps.expect(other["available"] == .boolean(true), "a handle that nobody has is not free")
            guard case .object(let members) = told else { return steps.verdict }
            let more = Set(members.map(\.key)).subtracting(["slug", "available", "reason"]).sorted()
            steps.expect(more.isEmpty, "it tells more: \(more.joined(separator: ", "))")
            return steps.verdict
        }
    }

    private func tokens() -> Check {
        story("alike.tokens", "a wrong token does not tell whether the workspace exists", ["1-6", "3-4"]) { run in
            var steps = Steps(run)
            for name in ["verifySignup", "acceptInvitation"] {
                let attempt = try control(name).with("token", .string("nobody_issued_this"))
                try await compare(
                    &steps, attempt, attempt.with("tenant_id", .string(run.freshId())), code: world.code(.pathId), name)
                let foreign = try control(name).with("tenant_id", .string(world.other().value("tenant")))
                try await compare(
                    &steps, foreign, attempt, code: world.code(.pathId), "\(name), with a token of another workspace")
            }
            return steps.verdict
        }
    }

    /// Ids that stand in bodies.
    private func persons() -> Check {
        story("alike.persons", "a person of another workspace is as one that does not exist", ["6-12", "S-2"]) { run in
            var steps = Steps(run)
            let add = try control("addChannelMember")
            func adding(_ field: String, _ value: JSON) -> Attempt {
                add.edited { $0.body = .object([JSON.Member(key: field, value: value)]) }
            }
            try await steps.succeed(adding("user_id", .string(world.first.value("chat_user_id"))), "one's own")
            for name in ["chat_user_id", "operator_id", "key_id"] {
                let foreign = adding("user_id", .string(try world.other().value(name)))
                try await compare(
                    &steps, foreign, adding("user_id", .string(run.freshId())), code: "no_such_person", name)
            }
            let foreign = adding("external_user_id", .string(try world.other().value("chat_user")))
            try await compare(
                &steps, foreign, adding("external_user_id", run.fresh("ExternalUserId")), code: "no_such_person",
                "a user of the customer's app")
            return steps.verdict
        }
    }

    /// For every id in every path: another workspace's is as one that nobody has.
    private func ids() -> [Check] {
        world.run.contract.operations.filter(world.run.profile.includes).flatMap { operation in
            operation.pathFields.map { field in
                story(
                    "alike.\(operation.name).\(field.name)",
                    "\(operation.name): another workspace's \(field.name) is as one that does not exist",
                    ["6-4", "S-2"]
                ) { run in
                    var steps = Steps(run)
                    let control = try control(operation.name)
                    let theirs = try world.other().control(operation.name)
                    let foreign = try steps.need(theirs.path[field.name], field.name)
                    try await compare(
                        &steps, control.at(field.name, foreign), control.at(field.name, run.freshId()),
                        code: world.code(.pathId), "the id")
                    return steps.verdict
                }
            }
        }
    }
}
