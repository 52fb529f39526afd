import Contract

/// The limits of public writes, used up. Only where that is asked for, as it locks everybody out who shares the address.
struct LimitStories: Stories {
    let world: World

    /// Limits of a field first: those of the address end every other question.
    func all() -> [Check] {
        let limited = world.run.contract.operations.filter { operation in
            operation.route.method != .get && operation.access == .anyone && world.run.profile.includes(operation)
        }.flatMap { operation in
            operation.limits.compactMap { name in world.run.contract.limits.first { $0.name == name } }.map {
                (operation, $0)
            }
        }
        let fields = limited.filter { $0.1.key != .address && $0.1.key != .caller }
        let addresses = limited.filter { $0.1.key == .address }
        return fields.flatMap { [usedUp($0, $1), ofValue($0, $1)] }
            + addresses.flatMap { [usedUp($0, $1), spoofed($0, $1), again($0, $1)] }
    }

    /// One after the other, as they share the limits.
    private func check(
        _ operation: Operation, _ limit: RateLimit, _ id: String, _ title: String,
        _ perform: @escaping @Sendable (Run) async throws -> Verdict
    ) -> Check {
        let name = "\(operation.name).\(limit.name)\(id)"
        return Check("limits.\(name)", group: "limit \(name)", title, promises: ["G-6"], perform: perform)
    }

    /// A request that counts and leaves as little as may be: one that finds nothing, or a mail to nobody.
    private func attempt(_ operation: Operation, _ run: Run) throws -> Attempt {
        var attempt = try control(operation.name)
        for field in operation.bodyFields ?? [] {
            switch field.name {
            case "token": attempt = attempt.with("token", .string("nobody_issued_this"))
            case "tenant_id": attempt = attempt.with("tenant_id", .string(run.freshId()))
            case "password": attempt = attempt.with("password", run.fresh("Password"))
            case "email": attempt = attempt.with("email", run.fresh("Email"))
            default: break
            }
        }
        return attempt
    }

    /// The longest that is waited for, in seconds.
    private static let longestWait = 20

    /// Asks until the limit answers. What has refilled meanwhile may be asked on top.
    private func exhaust(
        _ operation: Operation, _ limit: RateLimit, _ run: Run
    ) async throws -> (asked: Int, last: Exchange, problems: [String]) {
        let isOfField = limit.key != .address
        var attempt = try attempt(operation, run)
        let (clock, rate) = (ContinuousClock(), Double(limit.allowance) / Double(limit.window))
        let start = clock.now
        var (asked, problems) = (0, [String]())
        while true {
            // A new value has its whole allowance, so a refusal before that is of the address, which others share.
            let isEarly = isOfField && asked < limit.allowance
            let (exchange, leaks) = try await isEarly ? patiently(attempt, run) : run.knock(attempt)
            asked += 1
            problems += leaks
            let refilled = Int((start.duration(to: clock.now) / .seconds(1) * rate).rounded(.up))
            if exchange.reply.status == 429 || asked >= limit.allowance + 1 + refilled {
                return (asked, exchange, problems)
            }
            if !isOfField { attempt = try self.attempt(operation, run) }
        }
    }

    /// Waits where a limit asks for a short time.
    private func patiently(_ attempt: Attempt, _ run: Run) async throws -> (exchange: Exchange, leaks: [String]) {
        for _ in 0..<5 {
            let (exchange, leaks) = try await run.knock(attempt)
            guard exchange.reply.status == 429, let wait = Self.wait(exchange), wait <= Self.longestWait else {
                return (exchange, leaks)
            }
            try await Task.sleep(for: .seconds(wait))
        }
        return try await run.knock(attempt)
    }

    private static func wait(_ exchange: Exchange) -> Int? { exchange.reply.headers["retry-after"].flatMap { Int($0) } }

    private func usedUp(_ operation: Operation, _ limit: RateLimit) -> Check {
        check(
            operation, limit, "",
            "\(operation.name) answers 429 with Retry-After within \(limit.allowance + 1) requests (\(limit.name))"
        ) { run in
            let (asked, last, problems) = try await exhaust(operation, limit, run)
            guard last.reply.status == 429 else {
                return Verdict(problems + ["\(asked) requests were answered"], last)
            }
            let wrong = run.checker.refusalProblems(last, code: world.code(.limit))
            let wait = last.reply.headers["retry-after"].flatMap { Int($0) } ?? 0
            let isRight = (1...limit.window).contains(wait)
            return Verdict(
                problems + wrong + (isRight ? [] : ["Retry-After is not within 1 and \(limit.window) seconds"]), last)
        }
    }

    /// Headers in which a client could say that it is somebody else.
    private func spoofed(_ operation: Operation, _ limit: RateLimit) -> Check {
        check(
            operation, limit, ".spoofed", "\(operation.name): no header makes the limit forget who asks (\(limit.name))"
        ) {
            run in
            let (_, last, problems) = try await exhaust(operation, limit, run)
            guard last.reply.status == 429 else { return .notTestable("the limit was not reached") }
            var found = problems
            var odd = last
            for (index, header) in Self.addresses.enumerated() {
                let attempt = try attempt(operation, run).edited {
                    $0.extraHeaders[header.name] = header.value("203.0.113.\(index + 1)")
                }
                let (exchange, leaks) = try await run.knock(attempt)
                found += leaks
                // One may have been refilled meanwhile: the same again tells.
                guard exchange.reply.status != 429, try await run.knock(attempt).exchange.reply.status != 429 else {
                    continue
                }
                found.append("with \(header.name) the request is answered")
                odd = exchange
            }
            return Verdict(found, odd)
        }
    }

    private static let addresses: [(name: String, value: @Sendable (String) -> String)] = [
        ("X-Forwarded-For", { $0 }), ("X-Forwarded-For", { "\($0), 198.51.100.7" }), ("Forwarded", { "for=\($0)" }),
        ("X-Real-IP", { $0 }), ("True-Client-IP", { $0 }), ("CF-Connecting-IP", { $0 }), ("X-Client-IP", { $0 }),
    ]

    /// The limit of one address to which mails go, or who signs in, is nobody else's; and letter case makes no other one.
    private func ofValue(_ operation: Operation, _ limit: RateLimit) -> Check {
        check(
            operation, limit, ".value", "\(operation.name): one value's limit locks no other value out (\(limit.name))"
        ) {
            run in
            guard case .field(let field) = limit.key else { return .notExercised("the limit is of no field") }
            let (_, last, problems) = try await exhaust(operation, limit, run)
            guard last.reply.status == 429, let value = last.attempt.body?[field]?.text else {
                return .notTestable("the limit was not reached")
            }
            var found = problems
            let (upper, leaks) = try await run.knock(last.attempt.with(field, .string(value.uppercased())))
            found += leaks + (upper.reply.status == 429 ? [] : ["the same value in capitals is answered"])
            let (other, more) = try await patiently(attempt(operation, run), run)
            found += more + (other.reply.status == 429 ? ["another value is locked out"] : [])
            return Verdict(found, other.reply.status == 429 ? other : upper, control: last)
        }
    }

    private func again(_ operation: Operation, _ limit: RateLimit) -> Check {
        check(operation, limit, ".again", "\(operation.name): after Retry-After it is answered again (\(limit.name))") {
            run in
            let (_, last, problems) = try await exhaust(operation, limit, run)
            guard last.reply.status == 429, let wait = Self.wait(last) else {
                return .notTestable("the limit was not reached")
            }
            guard wait <= Self.longestWait else {
                return .notExercised("Retry-After asks to wait for \(wait) s, and \(Self.longestWait) s are waited for")
            }
            try await Task.sleep(for: .seconds(wait))
            let (exchange, leaks) = try await run.knock(last.attempt)
            let isAnswered = exchange.reply.status != 429
            return Verdict(problems + leaks + (isAnswered ? [] : ["it is refused still"]), exchange, control: last)
        }
    }
}
