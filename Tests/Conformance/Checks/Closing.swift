import Contract
import Synchronization

/// The last thing that a run does with a workspace: every way in which closing it must be refused, and then its end.
///
/// Nobody can close a workspace twice, so the request that proves the refusals right comes after them: they count only
/// if it succeeds.
struct Closing: Stories {
    static let operation = "closeWorkspace"

    /// As seen from the workspace that is closed: that is the first one.
    let world: World
    let control: Attempt

    /// The second workspace, or the only one.
    ///
    /// - Throws: `OutOfReach` where the workspace is not the run's own.
    init(_ world: World, _ operation: Operation) throws(OutOfReach) {
        let other = try? world.other()
        let doomed = other ?? world.first
        try doomed.mayChange()
        let proof: [String: JSON] = [
            "slug": .string(try doomed.value("slug")), "password": .string(try doomed.value("password")),
        ]
        control = world.run.attempt(operation, proof, token: try doomed.value("session"))
        let neighbour = other == nil ? Result.failure(OutOfReach("there is no other workspace")) : .success(world.first)
        self.world = World(run: world.run, first: doomed, second: neighbour)
    }

    /// Carries out what a selection includes of it; if that is anything, the workspace is closed.
    func perform(_ selection: Selection, _ runner: CheckRunner) async throws -> [Outcome] {
        let isClosed = Mutex(false)
        let end = end { isClosed.withLock { $0 = true } }
        let refusals = try await refusals().filter(selection.includes)
        guard !refusals.isEmpty || selection.includes(end) else { return [] }
        let refused = await runner.perform(refusals)
        if runner.stopsAtFirstViolation, refused.contains(where: \.isViolated) { return refused }
        let ended = await runner.perform([end])
        let counted = isClosed.withLock { $0 } ? refused : refused.map(\.unproven)
        return counted + (selection.includes(end) ? ended : [])
    }

    /// The workspace is not the run's to close.
    static func outOfReach(_ missing: OutOfReach) -> Outcome {
        Outcome(
            id: endId, title: endTitle, promises: [], verdict: .notTestable(missing.reason), duration: .zero,
            group: operation)
    }

    static let endId = "derived.\(operation).success"
    static let endTitle = "a workspace that its owner closes is gone at once"

    private func refusals() async throws -> [Check] {
        let access = try await AccessChecks(world: world, control: control).all()
        let input = InputChecks(world: world, control: control).all() + BodyChecks(world: world, control: control).all()
        return access + input + RouteChecks(world: world).wrongMethods(for: control) + proofs() + [byAdmin()]
    }

    /// By a member who administers the workspace and does not own it.
    private func byAdmin() -> Check {
        let (world, control) = (world, control)
        let title = "an admin who is no owner is refused"
        return Check("derived.\(Self.operation).by-admin", group: Self.operation, title, promises: []) { run in
            var workspace = world.first
            try await workspace.join("admin", as: "admin")
            let attempt = control.by(try workspace.value("admin"))
            let (exchange, problems) = try await run.refuse(attempt, code: world.code(.role))
            return Verdict(problems, exchange)
        }
    }

    /// Proofs that are nearly right. Whose workspace it is follows from the session, whatever the proof says.
    private func proofs() -> [Check] {
        func refusal(
            _ name: String, _ title: String, _ code: String, _ edit: @escaping @Sendable (inout Attempt) throws -> Void
        ) -> Check { .refusal(name, of: control, title, promises: [], code: code, edit: edit) }
        let (world, unproven) = (world, "not_confirmed")
        return [
            refusal("other-slug", "with the handle of another workspace it is refused", unproven) {
                $0.body = $0.body?.setting("slug", to: .string(try world.other().value("slug")))
            },
            refusal("capital-slug", "with the handle in capitals it is refused", unproven) {
                $0.body = $0.body?.setting("slug", to: .string(try world.first.value("slug").uppercased()))
            },
            refusal("other-password", "with another owner's password it is refused", unproven) {
                $0.body = $0.body?.setting("password", to: .string(try world.other().value("password")))
            },
            refusal("other-owner", "another workspace's owner is refused", unproven) {
                $0.credential?.token = try world.other().value("session")
            },
        ]
    }
}

extension Outcome {
    /// The same, where the request that it is an edit of has not succeeded afterwards.
    fileprivate var unproven: Outcome {
        guard case .verified = verdict else { return self }
        return Outcome(
            id: id, title: title, promises: promises,
            verdict: .notTestable("the workspace could not be closed with the right proof either"), duration: duration,
            group: group)
    }
}
