import Contract

/// What works once works once, however many try it at the same time and whatever happens afterwards.
struct SingleUseStories: Stories {
    let world: World

    func all() -> [Check] {
        [verified(), misdirected(), accepted(), reset(), acceptedElsewhere(), removed(), taken(), handle()]
    }

    private func verified() -> Check {
        let world = world
        return story("single-use.verify", "of ten verifications with one link at once, one succeeds", ["1-6"]) { run in
            let contest = try contest(of: world)
            let problems = run.oneOnly(contest.rivals, others: ["already_used", "already_member"])
            let tenants = Set(contest.rivals.compactMap { $0.reply.data?.at(["tenant", "tenant_id"])?.text })
            let wrong = tenants.count == 1 ? [] : ["\(tenants.count) workspaces came of one link"]
            let odd = contest.rivals.first { (200..<300).contains($0.reply.status) == ($0.reply.code != nil) }
            return Verdict(problems + wrong + contest.leaks, odd ?? contest.rivals.last)
        }
    }

    /// The same token has opened its own workspace right afterwards.
    private func misdirected() -> Check {
        let world = world
        return story(
            "single-use.verify-elsewhere", "a good link's token does not verify another workspace, and is not used up",
            ["1-6", "S-2"]
        ) { run in
            let contest = try contest(of: world)
            guard let success = contest.rivals.first(where: { run.checker.successProblems($0).isEmpty }) else {
                return .notTestable("the token has not verified its own workspace")
            }
            let problems = run.checker.refusalProblems(contest.misdirected, code: world.code(.pathId))
            return Verdict(problems, contest.misdirected, control: success)
        }
    }

    private func contest(of world: World) throws -> Contest {
        guard let contest = try world.other().contest else {
            throw OutOfReach("the other workspace is none that this run has verified")
        }
        return contest
    }

    private func accepted() -> Check {
        story("single-use.accept", "of ten who accept one invitation at once, one gets in", ["3-4"]) { run in
            var steps = Steps(run)
            let (email, acceptance) = try await invite("viewer", &steps)
            let attempts = (0..<10).map { _ in acceptance.with("password", run.fresh("Password")) }
            let replies = try await run.atOnce(attempts)
            let problems = run.oneOnly(replies.map(\.exchange), others: ["already_used", "already_member"])
            steps.add(problems + replies.flatMap(\.leaks), replies[0].exchange)
            let members = try await steps.succeed(control("listMembers"), "listing").elements ?? []
            steps.expect(members.filter { $0["email"] == email }.count == 1, "the new member is not listed once")
            return steps.verdict
        }
    }

    private func reset() -> Check {
        story("single-use.reset", "of ten new passwords with one link at once, one is set", ["2-1"]) { run in
            var steps = Steps(run)
            let somebody = try await newcomer("viewer", &steps)
            let receipt = try await steps.succeed(control("forgotPassword").with("email", somebody.email), "forgetting")
            let token = try await world.first.token(
                of: "passwordReset", disclosed: receipt["reset_token"], to: somebody.email.text ?? "")
            let reset = try control("resetPassword").with("token", .string(token))
            let login = try control("login").with("email", somebody.email)
            let attempts = (0..<10).map { _ in reset.with("password", run.fresh("Password")) }
            let replies = try await run.atOnce(attempts)
            let problems = run.oneOnly(replies.map(\.exchange), others: ["already_used"])
            steps.add(problems + replies.flatMap(\.leaks), replies[0].exchange)
            let winner = replies.first { (200..<300).contains($0.exchange.reply.status) }?.exchange.attempt
            let set = try steps.need(winner?.body?["password"], "new password that was set")
            try await steps.succeed(login.with("password", set), "the password that was set")
            let lost = try steps.need(
                attempts.compactMap { $0.body?["password"] }.first { $0 != set }, "password that was refused")
            try await steps.refuse(login.with("password", lost), "invalid_credentials", "one that was not")
            return steps.verdict
        }
    }

    /// The control comes after: it shows that nothing else was wrong, and that the refusal has used nothing up.
    private func acceptedElsewhere() -> Check {
        story(
            "single-use.accept-elsewhere", "a good invitation opens no other workspace, and is not used up by trying",
            ["3-4", "S-2"]
        ) { run in
            var steps = Steps(run)
            let tenant = try world.other().value("tenant")
            let (_, acceptance) = try await invite("viewer", &steps)
            try await steps.refuse(
                acceptance.with("tenant_id", .string(tenant)), world.code(.pathId), "for another workspace")
            try await steps.refuse(
                acceptance.with("tenant_id", .string(run.freshId())), world.code(.pathId), "for no workspace")
            let grant = try await steps.succeed(acceptance, "for its own")
            steps.expect(grant.at(["tenant", "tenant_id"]) == acceptance.body?["tenant_id"], "it opens another one")
            return steps.verdict
        }
    }

    private func removed() -> Check {
        story("single-use.removed", "who was removed does not come back by the old invitation", ["3-4", "3-9"]) { run in
            var steps = Steps(run)
            let somebody = try await newcomer("operator", &steps)
            try await steps.succeed(control("removeMember").at("user_id", somebody.id), "removing")
            let again = somebody.acceptance.with("password", run.fresh("Password"))
            let (exchange, leaks) = try await run.observe(again)
            let codes = ["already_used", world.code(.pathId)]
            steps.add(leaks + run.checker.refusalProblems(exchange, code: nil, anyOf: codes), exchange)
            let members = try await steps.succeed(control("listMembers"), "listing").elements ?? []
            steps.expect(!members.isEmpty, "nobody is listed")
            steps.expect(!members.contains { $0["email"] == somebody.email }, "they are a member again")
            return steps.verdict
        }
    }

    /// A link of each kind, presented where a link of another kind is asked for.
    private func taken() -> Check {
        story("single-use.kinds", "a token of one kind of link opens nothing of another kind", ["1-6", "3-4"]) { run in
            var steps = Steps(run)
            let (_, acceptance) = try await invite("viewer", &steps)
            let verify = try control("verifySignup").with("token", acceptance.body?["token"])
            let reset = try control("resetPassword").with("token", acceptance.body?["token"])
                .with("password", run.fresh("Password"))
            try await steps.refuse(verify, world.code(.pathId), "verifying with an invitation's token")
            try await steps.refuse(reset, world.code(.pathId), "setting a password with an invitation's token")
            try await steps.succeed(acceptance, "accepting")
            return steps.verdict
        }
    }

    private func handle() -> Check {
        story("single-use.handle", "of ten who sign up for one handle at once, one gets it", ["1-11"]) { run in
            let slug = run.fresh("Handle")
            let attempts = try (0..<10).map { _ in
                try control("signUp").with("slug", slug).with("email", run.fresh("Email"))
            }
            let replies = try await run.atOnce(attempts)
            let problems = run.oneOnly(replies.map(\.exchange), others: ["slug_taken"])
            return Verdict(problems + replies.flatMap(\.leaks), replies[0].exchange)
        }
    }
}
