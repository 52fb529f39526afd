import Contract

/// Everything that checks start from: the workspace that the run has got into, and another one if there is one.
struct World: Sendable {
    let run: Run
    let first: Workspace
    private let second: Result<Workspace, OutOfReach>

    init(run: Run, first: Workspace, second: Result<Workspace, OutOfReach>) {
        self.run = run
        self.first = first
        self.second = second
    }

    /// Climbs as far as the run's admission lets it.
    ///
    /// - Throws: `Workspace.Unavailable` when the deployment does not let the run in as documented, `OutOfReach` when
    ///   nothing shows that it should.
    static func reach(_ run: Run) async throws -> World {
        let first: Workspace
        switch run.admission {
        case .key(let key, let other):
            let workspace = try await Workspace.present(key, run)
            guard let other else {
                return World(run: run, first: try await workspace.filled(), second: .failure(.oneOnly("API key")))
            }
            let stranger = try await Workspace.present(other, run)
            if try stranger.value("tenant") == workspace.value("tenant") {
                first = try await workspace.with(otherKey: other).filled()
                return World(run: run, first: first, second: .failure(.oneTenant("API keys")))
            }
            return World(run: run, first: try await workspace.filled(), second: .success(try await stranger.filled()))
        case .login(let login, let other):
            let workspace = try await Workspace.enter(login, run)
            guard let other else {
                return World(run: run, first: try await workspace.filled(), second: .failure(.oneOnly("login")))
            }
            let stranger = try await Workspace.enter(other, run)
            if try stranger.value("tenant") == workspace.value("tenant") {
                return World(run: run, first: try await workspace.filled(), second: .failure(.oneTenant("logins")))
            }
            return World(run: run, first: try await workspace.filled(), second: .success(try await stranger.filled()))
        case .signup(let isByHand):
            first = try await Workspace.signUp(run).filled()
            if isByHand {
                let reason = "one workspace only: a second one would take more pasted links"
                return World(run: run, first: first, second: .failure(OutOfReach(reason)))
            }
            return World(
                run: run, first: first, second: .success(try await Workspace.signUp(run, after: first).filled()))
        }
    }

    /// The other tenant's workspace.
    func other() throws(OutOfReach) -> Workspace { try second.get() }

    /// A workspace whose settings a check may change: not the one that most others play in, where there is another.
    func settable() throws(OutOfReach) -> Workspace {
        let workspace = (try? other()) ?? first
        try workspace.mayChange()
        return workspace
    }

    /// The error code that a cause brings about.
    func code(_ cause: ErrorCause) -> String { run.contract.error(impliedBy: cause)?.code ?? "" }
}

extension OutOfReach {
    fileprivate static func oneOnly(_ noun: String) -> OutOfReach {
        OutOfReach("one workspace only: no second \(noun) was given")
    }

    fileprivate static func oneTenant(_ noun: String) -> OutOfReach {
        OutOfReach("one workspace only: both \(noun) belong to the same one")
    }
}
