import Contract
import Foundation

/// Who somebody is, and how they prove it.
struct IdentityStories: Stories {
    let world: World

    func all() -> [Check] {
        [
            sameUser(), bothCarriers(), twoKeys().beyond, sameAnswer(), letterCase().beyond, knownAddress().beyond,
            lifetime(),
        ] + handles()
    }

    private func sameUser() -> Check {
        let world = world
        return story(
            "same-user", "ten calls at once with one external_user_id give one user and one conversation", ["6-7"]
        ) { run in
            let control = try world.first.control("openChatSession")
            let user = run.fresh("ExternalUserId")
            let attempt = control.edited { $0.body = $0.body?.setting("external_user_id", to: user) }
            let grants = try await withThrowingTaskGroup(of: (Exchange, [String]).self) { group in
                for _ in 0..<10 { group.addTask { try await run.succeed(attempt) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let problems = grants.flatMap(\.1)
            let users = Set(grants.compactMap { $0.0.reply.data?.at(["session", "user_id"])?.text })
            let channels = Set(grants.compactMap { $0.0.reply.data?.at(["chat", "channel_id"])?.text })
            let isOne = users.count == 1 && channels.count == 1
            let wrong = isOne ? [] : ["\(users.count) users and \(channels.count) conversations came"]
            return .init(problems + wrong, grants[0].0)
        }
    }

    private func bothCarriers() -> Check {
        let world = world
        return story("x-api-key", "a key is accepted in X-API-Key, and no other token is", ["6-1", "G-4"]) { run in
            var steps = Steps(run)
            let control = try world.first.control("introspectKey")
            let carried = control.edited { $0.credential?.carrier = .header("X-API-Key") }
            try await steps.succeed(carried, "the key")
            var others = [("nonsense", "nobody_issued_this")]
            if let session = try? world.first.value("session") { others.append(("a session", session)) }
            for (name, token) in others {
                try await steps.refuse(
                    carried.edited { $0.credential?.token = token }, world.code(.credential), name)
            }
            return steps.verdict
        }
    }

    private func twoKeys() -> Check {
        let world = world
        return story("two-keys", "two different keys in one request are refused", ["6-1"]) { run in
            let control = try world.first.control("introspectKey")
            let other = try world.first.value("other_key")
            for key in [control, control.by(other)] { try await run.prove(key) }
            let attempt = control.edited { $0.credential?.extra = ["X-API-Key": other] }
            let (exchange, problems) = try await run.refuse(attempt, code: world.code(.credential))
            return Verdict(problems, exchange)
        }
    }

    private func sameAnswer() -> Check {
        let world = world
        return story(
            "same-answer", "an unknown address and a wrong password get the same answer", ["2-1"]
        ) { run in
            let control = try world.first.control("login")
            try await run.prove(control)
            let wrong = control.edited { $0.body = $0.body?.setting("password", to: run.fresh("Password")) }
            let unknown = wrong.edited { $0.body = $0.body?.setting("email", to: run.fresh("Email")) }
            let (first, firstProblems) = try await run.refuse(wrong, code: "invalid_credentials")
            let (second, secondProblems) = try await run.refuse(unknown, code: "invalid_credentials")
            let isSame = first.reply.json?["error"]?["message"] == second.reply.json?["error"]?["message"]
            return Verdict(firstProblems + secondProblems + (isSame ? [] : ["the messages differ"]), second)
        }
    }

    private func letterCase() -> Check {
        let world = world
        return story("letter-case", "an address signs in whatever its letter case", ["2-1"]) { run in
            let control = try world.first.control("login")
            let capitals = control.body?["email"]?.text.map { JSON.string($0.uppercased()) }
            let attempt = control.with("email", capitals)
            let (exchange, problems) = try await run.succeed(attempt)
            let wrong = attempt.with("password", run.fresh("Password"))
            let (_, refusals) = try await run.refuse(wrong, code: "invalid_credentials")
            return Verdict(problems + refusals, exchange)
        }
    }

    private func knownAddress() -> Check {
        let world = world
        return story(
            "known-address", "signing up with a known address answers as with a new one, and holds the handle",
            ["1-4", "1-11"]
        ) { run in
            var steps = Steps(run)
            let attempt = try world.first.control("signUp").with("slug", run.fresh("Handle"))
            let known = try await steps.succeed(attempt, "a known address")
            let new = try await steps.succeed(
                attempt.with("slug", run.fresh("Handle")).with("email", run.fresh("Email")), "a new address")
            for field in ["verification_required", "verification_email_sent"] {
                steps.expect(known[field] == new[field], "\(field) tells whether the address is known")
            }
            try await steps.refuse(attempt.with("email", run.fresh("Email")), "slug_taken", "the same handle again")
            return steps.verdict
        }
    }

    /// By the deployment's own clock, which its replies tell. The five minutes are for whole seconds and slow replies.
    private func lifetime() -> Check {
        let world = world
        return story("verification-lifetime", "a signup can be verified for 24 hours", ["1-6"]) { run in
            let control = try world.first.control("signUp")
            let attempt = control.with("slug", run.fresh("Handle")).with("email", run.fresh("Email"))
            let (exchange, problems) = try await run.succeed(attempt)
            guard let now = exchange.reply.headers["date"].flatMap(Self.date) else {
                return .notTestable("replies do not tell the time")
            }
            let end = (exchange.reply.data?["expires_at"]?.text).flatMap { Self.time($0) }
            let isADay = end.map { abs($0.timeIntervalSince(now) - 86_400) < 300 } ?? false
            return Verdict(problems + (isADay ? [] : ["expires_at is not 24 hours away"]), exchange)
        }
    }

    /// The time of a Date header (RFC 9110, IMF-fixdate).
    private static func date(_ header: String) -> Date? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: header)
    }

    private static func time(_ text: String) -> Date? {
        try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains(".")))
    }

    private func handles() -> [Check] {
        let taken = (try? world.first.value("slug")) ?? ""
        let cases = [
            ("ab", "malformed"), (String(repeating: "a", count: 41), "malformed"), ("Upper", "malformed"),
            ("under_score", "malformed"), ("www", "reserved"), ("api", "reserved"), ("admin", "reserved"),
            ("docs", "reserved"), (taken, "taken"),
        ]
        return cases.map { slug, reason in
            let promise = ["malformed": "1-2", "reserved": "1-3"][reason] ?? "1-11"
            return story(
                reason == "taken" ? "handle.taken" : "handle.\(reason).\(slug.count)-\(slug.prefix(5))",
                "a \(reason) handle is not free, and is refused at signup", [promise]
            ) {
                run in
                var steps = Steps(run)
                let (look, signUp) = (try world.first.control("checkHandle"), try world.first.control("signUp"))
                if slug.isEmpty { return .notTestable("no handle is known to be taken") }
                let told = try await steps.succeed(look.edited { $0.query["slug"] = slug }, "asking")
                steps.expect(
                    told["available"] == .boolean(false)
                        && (run.profile == .contract || told["reason"] == .string(reason)),
                    "it is not said to be \(reason)")
                try await steps.refuse(
                    signUp.with("slug", .string(slug)).with("email", run.fresh("Email")),
                    reason == "taken" ? "slug_taken" : world.code(.input), "signing up")
                return steps.verdict
            }
        } + [takenAtSignup()]
    }

    private func takenAtSignup() -> Check {
        let world = world
        return story("handle.taken-at-signup", "a taken handle is refused at signup", ["1-11"]) { run in
            let control = try world.first.control("signUp")
            let (exchange, problems) = try await run.refuse(
                control.edited { $0.body = $0.body?.setting("email", to: run.fresh("Email")) }, code: "slug_taken")
            return Verdict(problems, exchange)
        }
    }
}
