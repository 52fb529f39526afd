import Contract

/// What is written down, and what a workspace tells about itself.
struct AuditStories: Stories {
    let world: World

    func all() -> [Check] { [trail(), exported(), retention()] }

    /// Actions that every workspace of this run has brought about, by the operations that say so.
    private var expected: [(action: String, promise: String)] {
        let promised = [
            "verifySignup": "1-10", "inviteTeammate": "S-5", "acceptInvitation": "S-5", "createKey": "S-5",
            "deleteInvitation": "S-5", "changeMember": "S-5", "removeMember": "S-5", "rotateKey": "S-5",
            "revokeKey": "S-5", "putWidgetSettings": "S-5", "putRetentionPolicy": "S-5",
        ]
        return world.run.contract.operations.compactMap { operation in
            guard let action = operation.audit, let promise = promised[operation.name] else { return nil }
            return (action, promise)
        }
    }

    private func trail() -> Check {
        story("audit-trail", "provisioning, team, key and admin actions are in the audit log", ["1-10", "S-5"]) { run in
            var steps = Steps(run)
            let list = try control("listAudit")
            for (action, _) in expected {
                let rows = try await steps.succeed(list.edited { $0.query["action"] = action }, action).elements ?? []
                steps.expect(!rows.isEmpty, "\(action) is not in the log")
                steps.expect(rows.allSatisfy { $0["action"]?.text == action }, "\(action) finds other actions")
                let numbers = rows.compactMap { $0["number"]?.integer }
                steps.expect(
                    zip(numbers, numbers.dropFirst()).allSatisfy { $0 > $1 }, "\(action) is not listed newest first")
            }
            let none = try await steps.succeed(list.edited { $0.query["action"] = "nothing.done" }, "no action")
            steps.expect(none.elements?.isEmpty == true, "what nobody has done is in the log")
            return steps.verdict
        }
    }

    /// The numbers have no gaps and the hashes are chained, over pages too.
    private func exported() -> Check {
        story("audit-export", "the export is a chain without gaps", ["S-5"]) { run in
            var steps = Steps(run)
            let export = try control("exportAudit")
            var attempt = export.edited { $0.query = ["limit": "7"] }
            var rows: [JSON] = []
            for _ in 0..<500 {
                let (exchange, problems) = try await run.succeed(attempt)
                if !problems.isEmpty { return Verdict(problems, exchange) }
                rows += exchange.reply.data?.elements ?? []
                guard let cursor = exchange.reply.json?["next_cursor"]?.text, rows.count < 60 else { break }
                attempt.query["cursor"] = cursor
            }
            let numbers = rows.compactMap { $0["number"]?.integer }
            steps.expect(
                numbers == Array((numbers.first ?? 1)..<((numbers.first ?? 1) + rows.count)), "numbers are missing")
            let isChained = zip(rows, rows.dropFirst()).allSatisfy { $0["hash"] == $1["previous_hash"] }
            steps.expect(rows.count > 10 && isChained, "the rows are not chained")
            return steps.verdict
        }
    }

    private func retention() -> Check {
        story("retention", "a workspace begins with a retention policy, and keeps what it sets", ["1-9", "7-3"]) {
            run in
            var steps = Steps(run)
            let show = try control("getRetentionPolicy")
            let put = try control("putRetentionPolicy")
            try world.first.mayChange()
            let before = try await steps.succeed(show, "reading")
            steps.expect((before["message_days"]?.integer ?? 0) > 0, "messages are kept for no days")
            try await steps.succeed(put.with("message_days", .number("1234")), "setting")
            let after = try await steps.succeed(show, "reading again")
            steps.expect(after["message_days"]?.integer == 1234, "it is not kept")
            return steps.verdict
        }
    }
}
