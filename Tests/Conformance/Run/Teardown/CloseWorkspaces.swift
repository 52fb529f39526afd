import Contract

/// The workspaces that a run has made: their owners close them, after everything in them.
extension Teardown {
    /// A session of the workspace's owner: a new one, as those of the run may have been ended by its checks.
    func signIn(to workspace: String) async -> String? {
        let record = journal.record
        guard let owner = record.owner(of: workspace), let login = contract.operation(named: "login") else {
            return record.credentials.values.filter { $0.workspace == workspace && $0.kind == "session" }
                .sorted { $0.name < $1.name }.last?.token
        }
        var attempt = Attempt(login)
        attempt.body = .object([
            JSON.Member(key: "email", value: .string(owner.email)),
            JSON.Member(key: "password", value: .string(owner.password)),
        ])
        let exchange = try? await `guard`.send(attempt, meaning: .anything)
        return exchange.flatMap { journal.things.tokens($0).first?.token }
    }

    func endWorkspaces(_ callers: [String: String], _ account: inout Account) async {
        let record = journal.record
        account.gone[Things.workspace] = record.workspaces.filter { record.isGone(Things.workspace, $0) }.count
        for workspace in record.remainingWorkspaces {
            do {
                if let reason = try await end(workspace, callers[workspace]) {
                    account.leftovers.append(Leftover(kind: Things.workspace, id: workspace, reason: reason))
                } else {
                    try journal.noteGone(Things.workspace, workspace)
                    account.gone[Things.workspace, default: 0] += 1
                }
            } catch {
                account.leftovers.append(Leftover(kind: Things.workspace, id: workspace, reason: "\(error)"))
            }
        }
        // What could not be ended by itself has ended with its workspace.
        let after = journal.record
        account.leftovers.removeAll { leftover in
            after.things.contains { thing in
                thing.kind == leftover.kind && thing.id == leftover.id
                    && thing.workspace.map { after.isGone(Things.workspace, $0) } == true
            }
        }
    }

    /// Answers why the workspace is still there; nil once it is gone, and its owner's session with it.
    private func end(_ workspace: String, _ session: String?) async throws -> String? {
        guard let closing = journal.things.closing else { return "the contract has no operation that closes it" }
        guard let owner = journal.record.owner(of: workspace) else { return "its owner is not known" }
        guard let session else {
            // Its verification got no reply, and there is nobody who could sign in: it has not come about.
            return journal.record.workspaces.contains(workspace) ? "its owner cannot sign in" : nil
        }
        var attempt = Attempt(closing).by(session)
        attempt.body = .object(
            (closing.bodyFields ?? []).compactMap { field in
                let value = ["HandleAttempt": owner.slug, "PasswordAttempt": owner.password][field.type.notation]
                return (value ?? nil).map { JSON.Member(key: field.name, value: .string($0)) }
            })
        let exchange = try await `guard`.send(attempt, meaning: .anything)
        guard (200..<300).contains(exchange.reply.status) else {
            return "\(closing.name) answers \(exchange.reply.status) \(exchange.reply.code ?? "")"
        }
        let again = try await `guard`.send(attempt, meaning: .anything)
        let isOver = again.reply.code == contract.error(impliedBy: .credential)?.code
        return isOver ? nil : "its owner's session works still"
    }
}
