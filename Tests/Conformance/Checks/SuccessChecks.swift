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
        return [answered]
            + (operation.isRetrySafe && Self.isRepeatable(operation) ? [retried().beyond, reused().beyond] : [])
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

    /// The same key for another request is refused.
    private func reused() -> Check {
        let code = world.code(.idempotency)
        let control = control
        return Check(
            "derived.\(operation.name).key-reused", group: operation.name,
            "an Idempotency-Key is refused for another request", promises: ["G-2"]
        ) { run in
            let attempt = control.edited { $0.extraHeaders["Idempotency-Key"] = run.freshId() }
            let (_, problems) = try await run.succeed(attempt)
            let other = attempt.edited { attempt in
                attempt.query["other"] = "1"
                attempt.body = attempt.body?.setting("another_field", to: .string("1"))
            }
            let (exchange, refusals) = try await run.refuse(other, code: code)
            return Verdict(problems + refusals, exchange)
        }
    }
}
