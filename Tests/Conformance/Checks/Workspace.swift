import Contract

/// A workspace that this run has made, with one of everything, and the requests that have succeeded in making it: the
/// controls of all that is refused later.
struct Workspace: Sendable {
    var values: [String: String] = [:]
    /// For each operation, a request that has succeeded; it knows its own reply, and so does every edit of it.
    private(set) var controls: [String: Attempt] = [:]
    /// For each operation whose request has not succeeded as documented, what was wrong.
    private var findings: [String: Finding] = [:]
    let run: Run

    /// Why there is no workspace.
    struct Unavailable: Error, CustomStringConvertible {
        let description: String
        let exchange: Exchange?
    }

    /// Signs up, invites, issues keys, opens chats, and calls every operation of the contract once.
    static func make(_ run: Run) async throws -> Workspace {
        var workspace = Workspace(run: run)
        try await workspace.signUp()
        try await workspace.buildTeam()
        try await workspace.issueKeys()
        try await workspace.openChats()
        try await workspace.fillChannels()
        try await workspace.tryTeam()
        try await workspace.tryKeys()
        try await workspace.tryChannels()
        try await workspace.tryChats()
        try await workspace.tryAdministration()
        return workspace
    }

    init(run: Run) {
        self.run = run
    }

    subscript(_ name: String) -> String { values[name] ?? "" }

    func finding(of operation: String) -> Finding? { findings[operation] }

    /// The token that an operation's first kind of caller carries.
    func token(for operation: Operation) -> String? {
        operation.access.requirements.first.map { self[$0.credential] }
    }

    /// Calls an operation that everything else rests on, and remembers the request as its control.
    @discardableResult
    mutating func call(
        _ name: String, _ fields: [String: JSON] = [:], token: String? = nil
    ) async throws -> JSON {
        guard let operation = run.contract.operation(named: name) else { return .null }
        let attempt = run.attempt(operation, fields, token: token.map { self[$0] })
        let (exchange, problems) = try await run.succeed(attempt)
        guard problems.isEmpty, let data = exchange.reply.data else {
            throw Unavailable(
                description: "\(name) failed: \(problems.joined(separator: "; "))", exchange: exchange)
        }
        if controls[name] == nil { controls[name] = attempt.edited { $0.control = Control(exchange) } }
        return data
    }

    /// Calls an operation that nothing else rests on: when it fails, that is found, and the rest goes on.
    @discardableResult
    mutating func attempt(
        _ name: String, _ fields: [String: JSON] = [:], token: String? = nil
    ) async throws -> JSON {
        do {
            return try await call(name, fields, token: token)
        } catch let failure as Unavailable {
            findings[name] = Finding([failure.description], failure.exchange)
            return .null
        }
    }

    /// Keeps a text of a reply under a name.
    mutating func keep(_ name: String, _ value: JSON?) { values[name] = value?.text }

    /// A value of the workspace, as a request carries it.
    func text(_ name: String) -> JSON { .string(self[name]) }
}
