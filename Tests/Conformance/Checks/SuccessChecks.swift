import Contract

/// What a success looks like: the control's own reply, and the same request again with an Idempotency-Key.
struct SuccessChecks {
    let world: World
    let control: Attempt

    private var operation: Operation { control.operation }

    func all() -> [Check] {
        let finding = world.first.finding(of: operation.name)
        let isEmpty = control.control?.exchange.reply.data?.elements?.isEmpty == true
        let answered = Check(
            "derived.\(operation.name).success", group: operation.name, "a good request is answered as documented",
            promises: operation.promises
        ) { _ in finding.map { .violated($0) } ?? (isEmpty ? .notExercised("there is nothing in this list") : .verified)
        }
        let retries = operation.isRetrySafe && Self.isRepeatable(operation) ? [retried()] + reused() : []
        return [answered] + retries.map(\.beyond)
    }

    /// Whether the same request can succeed twice: what uses something up cannot.
    static func isRepeatable(_ operation: Operation) -> Bool {
        let usesUp = [
            "signUp", "verifySignup", "acceptInvitation", "resetPassword", "inviteTeammate", "logout",
            "refreshChatSession", "resendInvitation", Closing.operation,
        ]
        return operation.route.method != .delete && !usesUp.contains(operation.name)
    }

    /// The same key and the same request: the same answer, to the byte, and nothing is done twice.
    private func retried() -> Check {
        let control = control
        return Check(
            "derived.\(operation.name).retried", group: operation.name,
            "a retry with the same Idempotency-Key gets the same answer", promises: ["G-1"]
        ) { run in
            let attempt = control.edited { $0.extraHeaders["Idempotency-Key"] = run.freshId() }
            let (first, firstProblems) = try await run.succeed(attempt)
            let (second, secondProblems) = try await run.succeed(attempt)
            let isSame = first.reply.body == second.reply.body && first.reply.status == second.reply.status
            return Verdict(firstProblems + secondProblems + (isSame ? [] : ["the second answer differs"]), second)
        }
    }

    /// The same key for another request is refused: for one that differs in its query, and in its body, alone.
    private func reused() -> [Check] {
        let query = reused("key-reused", "with another query") { $0.query["other"] = "1" }
        guard control.body != nil else { return [query] }
        let body = reused("key-reused-body", "with another body") {
            $0.body = $0.body?.setting("another_field", to: .string("1"))
        }
        return [query, body]
    }

    private func reused(_ name: String, _ what: String, _ edit: @escaping @Sendable (inout Attempt) -> Void) -> Check {
        let code = world.code(.idempotency)
        let control = control
        return Check(
            "derived.\(operation.name).\(name)", group: operation.name,
            "an Idempotency-Key is refused for a request \(what)", promises: ["G-2"]
        ) { run in
            let attempt = control.edited { $0.extraHeaders["Idempotency-Key"] = run.freshId() }
            let (_, problems) = try await run.succeed(attempt)
            let (exchange, refusals) = try await run.refuse(attempt.edited(edit), code: code)
            return Verdict(problems + refusals, exchange)
        }
    }
}
