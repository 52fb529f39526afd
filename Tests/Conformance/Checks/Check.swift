import Contract

/// Something to find out about an operation or a promise.
struct Check: Sendable {
    let id: String
    /// Checks are shown in groups: by operation, or as a story.
    let group: String
    let title: String
    let promises: [String]
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

    /// One edit of a request that has succeeded, which must be refused with one code.
    static func refusal(
        _ name: String, of control: Attempt, _ title: String, promises: [String], code: String,
        edit: @escaping @Sendable (inout Attempt) throws -> Void
    ) -> Check {
        let operation = control.operation.name
        return Check("derived.\(operation).\(name)", group: operation, title, promises: promises) { run in
            let (exchange, problems) = try await run.refuse(control.edited(edit), code: code)
            return Verdict(problems, exchange)
        }
    }
}
