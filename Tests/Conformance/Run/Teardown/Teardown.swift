import Contract

/// Ends everything that a run has made, the youngest first, and makes sure of it.
struct Teardown: Sendable {
    let contract: Contract
    let `guard`: Guard
    let journal: Journal

    private var things: Things { journal.things }

    /// What has become of it all.
    struct Account: Sendable {
        /// How many things are gone, by kind, those included that the run itself had ended.
        var gone: [String: Int] = [:]
        var leftovers: [Leftover] = []
    }

    /// Something that is still there, or may be.
    struct Leftover: Sendable, Hashable {
        let kind: String
        let id: String
        let reason: String
    }

    /// Ends what the journal knows of. Once more does no harm: what is gone is not asked for again.
    func perform() async -> Account {
        await Purpose.$current.withValue(Purpose.teardown) {
            `guard`.beginTeardown()
            var account = Account()
            var callers: [String: String] = [:]
            for workspace in workspaces { callers[workspace] = await signIn(to: workspace) }
            await endThings(callers, &account)
            await endCredentials(&account)
            await endWorkspaces(callers, &account)
            account.leftovers += unanswered()
            return account
        }
    }

    private var workspaces: [String] {
        let record = journal.record
        return Set(record.remaining.compactMap(\.workspace) + record.remainingWorkspaces).sorted()
    }

    // MARK: Things

    /// Kinds in the order in which they must go: what a run began to make last goes first, so that children go before
    /// those who made them.
    private func waves(_ things: [Traces.Thing]) -> [[Traces.Thing]] {
        Dictionary(grouping: things, by: \.kind).values.sorted { one, other in
            (one.map(\.number).min() ?? 0) > (other.map(\.number).min() ?? 0)
        }
    }

    private func endThings(_ callers: [String: String], _ account: inout Account) async {
        for wave in waves(journal.record.remaining) {
            let found = await withTaskGroup(of: Leftover?.self) { group in
                var rest = wave.sorted { $0.number > $1.number }[...]
                var leftovers: [Leftover] = []
                func start() {
                    guard let thing = rest.popFirst() else { return }
                    group.addTask { await end(thing, callers) }
                }
                for _ in 0..<8 { start() }
                for await leftover in group {
                    if let leftover { leftovers.append(leftover) }
                    start()
                }
                return leftovers
            }
            account.leftovers += found
            if let kind = wave.first?.kind { account.gone[kind, default: 0] += wave.count - found.count }
        }
    }

    /// Ends one thing with whatever may end it: with the credential that made it, or in an admin's name.
    private func end(_ thing: Traces.Thing, _ callers: [String: String]) async -> Leftover? {
        var reason = "no credential is known that may end it"
        for operation in things.endings(of: thing.kind) {
            for token in tokens(for: operation, thing, callers) {
                do {
                    let exchange = try await send(operation, thing, token)
                    if let refusal = refusal(exchange) {
                        reason = refusal
                        continue
                    }
                    if let sight = try await sight(of: thing, token, callers) {
                        reason = sight
                        continue
                    }
                    try journal.noteGone(thing.kind, thing.id)
                    return nil
                } catch {
                    reason = "\(error)"
                }
            }
        }
        return Leftover(kind: thing.kind, id: thing.id, reason: reason)
    }

    private func tokens(
        for operation: Operation, _ thing: Traces.Thing, _ callers: [String: String]
    ) -> [String] {
        let record = journal.record
        let accepted = operation.access.requirements.map(\.credential)
        let maker = thing.caller.flatMap { record.credentials[$0] }
        let admin = thing.workspace.flatMap { callers[$0] }
        var tokens: [String] = []
        if let maker, accepted.contains(maker.kind), let token = maker.token { tokens.append(token) }
        if let admin, accepted.contains(Self.session), !tokens.contains(admin) { tokens.append(admin) }
        // What was made without a credential, or by one that cannot end it: the workspace's first one that can.
        let others = record.credentials.values.filter { credential in
            credential.workspace == thing.workspace && accepted.contains(credential.kind)
                && credential.token.map { !tokens.contains($0) } == true
        }
        return tokens + others.sorted { Self.age($0.name) < Self.age($1.name) }.prefix(1).compactMap(\.token)
    }

    private static let session = "session"

    private static func age(_ name: String) -> Int { name.split(separator: "-").last.flatMap { Int($0) } ?? 0 }

    private func send(_ operation: Operation, _ thing: Traces.Thing, _ token: String) async throws -> Exchange {
        var attempt = Attempt(operation)
        attempt.path = thing.path
        if let last = operation.pathFields.last { attempt.path[last.name] = thing.id }
        attempt.credential = PresentedToken(token: token)
        if operation.bodyFields != nil, !operation.isBodyOptional { attempt.body = .object([]) }
        return try await `guard`.send(attempt, meaning: .anything)
    }

    /// Why something was not ended; nil if it was, now or before.
    private func refusal(_ exchange: Exchange) -> String? {
        let status = exchange.reply.status
        if (200..<300).contains(status) || isGone(exchange) { return nil }
        return "\(exchange.attempt.operation.name) answers \(status) \(exchange.reply.code ?? "")"
    }

    private func isGone(_ exchange: Exchange) -> Bool {
        exchange.reply.code == contract.error(impliedBy: .pathId)?.code
    }

    // MARK: Proof

    /// Looks for a thing where the contract shows it. Answers what of it is still to be seen; nil if nothing is.
    private func sight(
        of thing: Traces.Thing, _ token: String, _ callers: [String: String]
    ) async throws -> String? {
        for operation in things.readings(of: thing.kind) {
            let readers = tokens(for: operation, thing, callers)
            guard let reader = readers.contains(token) ? token : readers.first else { continue }
            let exchange = try await send(operation, thing, reader)
            guard (200..<300).contains(exchange.reply.status), let data = exchange.reply.data else {
                return isGone(exchange) ? nil : "\(operation.name) answers \(exchange.reply.status)"
            }
            let shown = data.elements?.first { Sighting.names($0, thing.id) } ?? (data.elements == nil ? data : nil)
            guard let shown, Sighting.isAlive(shown) else { return nil }
            return "\(operation.name) shows it still"
        }
        return nil
    }

    // MARK: Credentials

    /// Ends sessions whose workspace stays: what is in it ends with it otherwise.
    private func endCredentials(_ account: inout Account) async {
        let record = journal.record
        for credential in record.credentials.values.sorted(by: { $0.name < $1.name }) {
            let closes = things.closing != nil && credential.workspace.map(record.workspaces.contains) == true
            guard !closes, !credential.name.hasPrefix("given"), let token = credential.token,
                !record.isGone(credential.kind, credential.name),
                let operation = things.ending(ofCredential: credential.kind)
            else { continue }
            do {
                let ending = Attempt(operation).by(token)
                let first = try await `guard`.send(ending, meaning: .anything)
                let second = try await `guard`.send(ending, meaning: .anything)
                let unknown = contract.error(impliedBy: .credential)?.code
                if second.reply.code == unknown {
                    try journal.noteGone(credential.kind, credential.name)
                    if (200..<300).contains(first.reply.status) { account.gone[credential.kind, default: 0] += 1 }
                } else {
                    account.leftovers.append(
                        Leftover(
                            kind: credential.kind, id: credential.name,
                            reason: "\(operation.name) answers \(second.reply.status) once it was ended"))
                }
            } catch {
                account.leftovers.append(Leftover(kind: credential.kind, id: credential.name, reason: "\(error)"))
            }
        }
    }

    /// Requests that got no reply: the workspaces that they were about are gone, or something may be there.
    private func unanswered() -> [Leftover] {
        let record = journal.record
        return record.open.values.sorted { $0.number < $1.number }.compactMap { begun in
            if let workspace = begun.workspace, record.isGone(Things.workspace, workspace) { return nil }
            return Leftover(
                kind: begun.operation, id: "request \(begun.number)",
                reason: "no reply came, so it may have made something (\(begun.purpose))")
        }
    }
}

/// What a record tells of whether its thing is still in use.
enum Sighting {
    /// Whether a record is about something.
    static func names(_ record: JSON, _ id: String) -> Bool {
        guard case .object(let members) = record else { return false }
        return members.contains { $0.value.text == id }
    }

    /// A thing that is over says so by its state or by the time of its end.
    static func isAlive(_ record: JSON) -> Bool {
        let isOver = ["revoked", "archived", "closed", "deleted", "removed", "expired"].contains {
            record["status"]?.text == $0
        }
        let isEnded = ["deleted_at", "archived_at", "revoked_at"].contains { record[$0]?.text != nil }
        return !isOver && !isEnded && record["deleted"] != .boolean(true)
    }
}
