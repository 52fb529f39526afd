import Contract

/// A workspace that the run is in, with one of everything, and the requests that have succeeded there: the controls of
/// all that is refused later.
struct Workspace: Sendable {
    let run: Run
    let rung: Rung
    private(set) var values: [String: String] = [:]
    /// For each operation, a request that has succeeded; it knows its own reply, and so does every edit of it.
    private(set) var controls: [String: Attempt] = [:]
    /// For each operation whose request has not succeeded as documented, what was wrong.
    private var findings: [String: Finding] = [:]
    /// Why an operation was not called, and why a value is not there.
    private var obstacles: [String: OutOfReach] = [:]
    private var gaps: [String: OutOfReach] = [:]
    /// What kept the latest request from succeeding.
    private(set) var hindrance: OutOfReach?
    /// What came of its verification, where several tried it at once.
    var contest: Contest?
    /// What the key may do; nil where it may do everything.
    private var scopes: Set<String>?

    /// The deployment does not let the run in as documented.
    struct Unavailable: Error, CustomStringConvertible {
        let description: String
        let exchange: Exchange?
    }

    init(run: Run, values: [String: String] = [:]) {
        self.run = run
        rung = run.admission.rung
        self.values = values
    }

    /// Whether the run has made it. What is not its own is left as it is, but for what the run adds to it.
    var isOwn: Bool { rung.isOwn }

    /// Invites, issues keys, opens chats, and calls every operation once: as much of it as the rung allows.
    func filled() async throws -> Workspace {
        var workspace = self
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

    // MARK: What checks ask for

    /// Something that the workspace has kept: a token, an id.
    func value(_ name: String) throws(OutOfReach) -> String {
        if let value = values[name] { return value }
        throw gaps[name] ?? missing(name)
    }

    /// The request that has succeeded for an operation.
    func control(_ operation: String) throws(OutOfReach) -> Attempt {
        if let control = controls[operation] { return control }
        if let obstacle = obstacles[operation] { throw obstacle }
        if findings[operation] != nil { throw OutOfReach("\(operation) has not succeeded in this run") }
        throw OutOfReach("\(operation) was not called: the run was given \(rung.words)")
    }

    /// - Throws: Where a check would change the workspace as a whole, and the workspace is not the run's own.
    func mayChange() throws(OutOfReach) {
        if !isOwn { throw OutOfReach("the workspace is not the run's own, so what holds for all of it stays as it is") }
    }

    func finding(of operation: String) -> Finding? { findings[operation] }

    /// The token that an operation's control carries, or that its first kind of caller has.
    func token(for operation: Operation) throws(OutOfReach) -> String {
        if let token = controls[operation.name]?.credential?.token { return token }
        guard let requirement = operation.access.requirements.first else { throw OutOfReach("anybody may call it") }
        return try value(requirement.credential)
    }

    /// The id that an operation's control names in its path.
    func id(_ field: String, of operation: String) throws(OutOfReach) -> String {
        guard let id = try control(operation).path[field] else { throw OutOfReach("\(operation) has no \(field)") }
        return id
    }

    /// A request that shows, without changing anything, that a token of this kind still works.
    func witness(of credential: String) throws(OutOfReach) -> Attempt {
        let witness = run.contract.operations.first { operation in
            operation.route.method == .get && operation.pathFields.isEmpty && controls[operation.name] != nil
                && operation.access.requirements == [operation.access.requirements.first { $0.scope == nil }]
                && operation.access.requirements.first?.credential == credential
        }
        guard let witness else { throw OutOfReach("nothing shows whether a \(credential) still works") }
        return try control(witness.name)
    }

    /// - Throws: Where the workspace's key may not do this.
    func demand(_ scope: String?) throws(OutOfReach) {
        if let scopes, let scope, !scopes.contains(scope) {
            throw OutOfReach("the key that was given lacks the scope \(scope)")
        }
    }

    private func missing(_ name: String) -> OutOfReach {
        let what = "no \(name.split(separator: "_").joined(separator: " "))"
        return OutOfReach(rung.isOwn ? "\(what) came about in this run" : "\(what): the run was given \(rung.words)")
    }

    // MARK: How it comes about

    /// Calls an operation that everything else rests on, and remembers the request as its control.
    ///
    /// - Throws: `Unavailable` when it does not succeed as documented.
    @discardableResult
    mutating func call(
        _ name: String, _ fields: [String: Given] = [:], token: String? = nil, isControl: Bool = true
    ) async throws -> JSON {
        let attempt = try request(name, fields, token: token)
        let (exchange, problems) = try await run.succeed(attempt)
        guard problems.isEmpty, let data = exchange.reply.data else {
            throw Unavailable(
                description: "\(name) failed: \(problems.joined(separator: "; "))", exchange: exchange)
        }
        if isControl, controls[name] == nil { controls[name] = attempt.edited { $0.control = Control(exchange) } }
        return data
    }

    /// Takes a request that has succeeded elsewhere in this run as the control of its operation.
    mutating func remember(_ exchange: Exchange) {
        let name = exchange.attempt.operation.name
        if controls[name] == nil { controls[name] = exchange.attempt.edited { $0.control = Control(exchange) } }
    }

    /// Calls an operation if it is within reach. When it fails, that is found, and what needs it is out of reach.
    @discardableResult
    mutating func attempt(_ name: String, _ fields: [String: Given] = [:], token: String? = nil) async throws -> JSON {
        do {
            hindrance = nil
            return try await call(name, fields, token: token)
        } catch let failure as Unavailable {
            if findings[name] == nil { findings[name] = Finding([failure.description], failure.exchange) }
            hindrance = OutOfReach("\(name) has not succeeded in this run")
        } catch let limited as Run.Limited {
            leaveOut(name, OutOfReach(limited.description))
        } catch let reason as OutOfReach {
            leaveOut(name, reason)
        }
        return .null
    }

    /// Takes a request that has succeeded as its operation's control.
    mutating func take(_ exchange: Exchange) {
        controls[exchange.attempt.operation.name] = exchange.attempt.edited { $0.control = Control(exchange) }
    }

    /// Keeps a text of the latest reply under a name.
    mutating func keep(_ name: String, _ value: JSON?) {
        values[name] = value?.text
        gaps[name] = value?.text == nil ? hindrance : nil
    }

    mutating func keep(_ name: String, _ value: String?) { keep(name, value.map { .string($0) }) }

    /// Takes note of what the key may do.
    mutating func limit(to scopes: [String]) { self.scopes = Set(scopes) }

    /// Says why something is not tried here.
    mutating func leaveOut(_ operation: String, _ reason: OutOfReach) {
        if obstacles[operation] == nil { obstacles[operation] = reason }
        hindrance = reason
    }

    /// Takes a request as a control without sending it.
    mutating func stand(in attempt: Attempt) { controls[attempt.operation.name] = attempt }

    private func request(_ name: String, _ fields: [String: Given], token: String?) throws(OutOfReach) -> Attempt {
        guard let operation = run.contract.operation(named: name) else {
            throw OutOfReach("the contract has no operation \(name)")
        }
        guard run.profile.includes(operation) else {
            throw OutOfReach("\(name) is not promised: only --profile reference calls it")
        }
        if token == "key" { try demand(operation.access.requirements.compactMap(\.scope).first) }
        var values: [String: JSON] = [:]
        for (field, given) in fields {
            switch given {
            case .json(let json): values[field] = json
            case .kept(let name): values[field] = .string(try value(name))
            }
        }
        var bearer: String?
        if let token { bearer = try value(token) }
        return run.attempt(operation, values, token: bearer)
    }
}
