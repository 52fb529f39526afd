import Contract

/// Something to find out about an operation or a promise.
struct Check: Sendable {
    let id: String
    /// Checks are shown in groups: by operation, or as a story.
    let group: String
    let title: String
    let promises: [String]
    /// Whether it rests on what the contract does not promise: then only the reference is held to it.
    private(set) var isBeyond = false
    /// The least that a run must be allowed for it.
    var tier = Tier.safe
    let perform: @Sendable (Run) async throws -> Verdict

    init(
        _ id: String, group: String, _ title: String, promises: [String],
        perform: @escaping @Sendable (Run) async throws -> Verdict
    ) {
        self.id = id
        self.group = group
        self.title = title
        self.promises = promises
        self.perform = perform
    }

    /// The same check, for the reference only.
    var beyond: Check {
        var check = self
        check.isBeyond = true
        return check
    }

    /// One edit of a request that has succeeded, which must be refused with one code.
    ///
    /// - Parameters:
    ///   - others: Codes that are as good where nothing but the contract is asked for.
    ///   - proof: Requests that must succeed right before: they show that the refusal can have no other reason than the
    ///     edit, such as a key that was revoked meanwhile. When one fails, the check is not testable.
    static func refusal(
        _ name: String, of control: Attempt, _ title: String, promises: [String], code: String,
        or others: [String] = [],
        proof: @escaping @Sendable () throws -> [Attempt] = { [] },
        edit: @escaping @Sendable (inout Attempt) throws -> Void
    ) -> Check {
        let operation = control.operation.name
        return Check("derived.\(operation).\(name)", group: operation, title, promises: promises) { run in
            let attempt = try control.edited(edit)
            for witness in try proof() { try await run.prove(witness) }
            let (exchange, problems) = try await run.refuse(attempt, code: code, or: others)
            return Verdict(problems, exchange)
        }
    }
}

extension Run {
    /// Sends what must succeed for a refusal to prove anything.
    ///
    /// - Throws: `OutOfReach` when it does not.
    func prove(_ witness: Attempt) async throws {
        let (_, problems) = try await succeed(witness)
        guard problems.isEmpty else {
            throw OutOfReach("the control \(witness.operation.name) fails by now: \(problems.joined(separator: "; "))")
        }
    }
}
