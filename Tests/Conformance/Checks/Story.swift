import Contract

/// What stories are made of.
protocol Stories {
    var world: World { get }
}

extension Stories {
    func story(
        _ id: String, _ title: String, _ promises: [String],
        _ perform: @escaping @Sendable (Run) async throws -> Verdict
    ) -> Check {
        Check("story.\(id)", group: "stories", title, promises: promises, perform: perform)
    }

    /// The request that has succeeded for an operation.
    func control(_ operation: String) throws(OutOfReach) -> Attempt { try world.first.control(operation) }
}

extension Check {
    /// The same check in another group: groups are performed one after the other.
    func within(_ group: String) -> Check {
        let check = Check(id, group: group, title, promises: promises, perform: perform)
        return isBeyond ? check.beyond : check
    }
}

/// The steps of one story: each must go as it is meant to, and what did not is told at the end.
struct Steps {
    let run: Run
    private(set) var problems: [String] = []
    private(set) var last: Exchange?

    init(_ run: Run) {
        self.run = run
    }

    /// A request that must succeed. Answers its data.
    @discardableResult
    mutating func succeed(_ attempt: Attempt, _ what: String) async throws -> JSON {
        let (exchange, found) = try await run.succeed(attempt)
        note(exchange, found, what)
        return exchange.reply.data ?? .null
    }

    /// A request that must be refused with a code.
    mutating func refuse(_ attempt: Attempt, _ code: String, _ what: String) async throws {
        let (exchange, found) = try await run.refuse(attempt, code: code)
        note(exchange, found, what)
    }

    /// Something that must hold.
    mutating func expect(_ holds: Bool, _ what: String) {
        if !holds { problems.append(what) }
    }

    /// Takes over what a request outside of the steps has shown.
    mutating func add(_ found: [String], _ exchange: Exchange) {
        if problems.isEmpty { last = exchange }
        problems += found
    }

    private mutating func note(_ exchange: Exchange, _ found: [String], _ what: String) {
        if problems.isEmpty { last = exchange }
        problems += found.map { "\(what): \($0)" }
    }

    var verdict: Verdict { Verdict(problems, last) }

    /// The story cannot go on.
    struct Stuck: Error {
        let verdict: Verdict
    }

    /// What a reply must hold for the story to go on. Without it the story ends: with what was wrong with the replies,
    /// or as one that could not be tested.
    func need<Value>(_ value: Value?, _ what: String) throws -> Value {
        if let value { return value }
        throw Stuck(verdict: problems.isEmpty ? .notTestable("there is no \(what)") : verdict)
    }
}

extension Attempt {
    /// The same request by somebody else.
    func by(_ token: String?) -> Attempt {
        edited { $0.credential = token.map { PresentedToken(token: $0) } }
    }

    /// The same request with one body field set, added or taken out.
    func with(_ field: String, _ value: JSON?) -> Attempt {
        edited { $0.body = ($0.body ?? .object([])).setting(field, to: value) }
    }

    /// The same request about something else.
    func at(_ parameter: String, _ id: String) -> Attempt { edited { $0.path[parameter] = id } }

    /// The same request, asked by a web page.
    func from(page origin: String) -> Attempt { edited { $0.extraHeaders["Origin"] = origin } }
}
