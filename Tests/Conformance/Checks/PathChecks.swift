import Contract

/// Ids that name nothing which the caller can see: for every id in the path, one at a time.
struct PathChecks {
    let world: World
    let control: Attempt

    private var operation: Operation { control.operation }

    func all() -> [Check] {
        guard !operation.pathFields.isEmpty else { return [] }
        return operation.pathFields.flatMap { wrongIds(in: $0.name) } + [foreignCaller()] + strangers()
    }

    private func refusal(
        _ name: String, _ title: String, _ promises: [String], or others: [String] = [],
        proof: @escaping @Sendable () throws -> [Attempt] = { [] },
        edit: @escaping @Sendable (inout Attempt) throws -> Void
    ) -> Check {
        let (world, control) = (world, control)
        return .refusal(
            name, of: control, title, promises: promises, code: world.code(.pathId), or: others,
            proof: { try world.proof(of: control) + proof() }, edit: edit)
    }

    private func wrongIds(in field: String) -> [Check] {
        let (world, name, unknown) = (world, operation.name, world.run.freshId())
        // What is no id at all may as well be called a mistake in the request.
        let input = [world.code(.input)]
        return [
            refusal("\(field)-unknown", "\(field): an unknown id is not found", ["G-2"]) { $0.path[field] = unknown },
            refusal("\(field)-malformed", "\(field): what is no id is not found", ["G-2"], or: input) {
                $0.path[field] = "x"
            },
            refusal("\(field)-long", "\(field): an endless id is not found", ["G-2"], or: input) {
                $0.path[field] = String(repeating: "a", count: 2_000)
            },
            refusal(
                "\(field)-foreign", "\(field): another tenant's id is not found", ["6-4", "S-2"],
                proof: { try world.proof(of: world.other().control(name), in: world.other()) },
                edit: { $0.path[field] = try world.other().id(field, of: name) }),
        ]
    }

    /// The same request, in another tenant's name.
    private func foreignCaller() -> Check {
        let (world, operation) = (world, operation)
        return refusal(
            "foreign-caller", "another tenant's caller does not find it", ["6-4", "S-2"],
            proof: { try world.proof(of: world.other().control(operation.name), in: world.other()) },
            edit: { $0.credential = PresentedToken(token: try world.other().token(for: operation)) })
    }

    /// Callers of the same tenant who are not in the channel.
    private func strangers() -> [Check] {
        let world = world
        let credentials = operation.access.requirements.map(\.credential)
        func stranger(_ kind: String, _ title: String, _ promise: String) -> Check? {
            guard credentials.contains(kind) else { return nil }
            let other = "other_\(kind)"
            return refusal(
                "other-\(kind)", title, [promise],
                proof: { [try world.proof(of: world.first.value(other), kind, in: world.first)] },
                edit: { $0.credential = PresentedToken(token: try world.first.value(other)) })
        }
        return [
            stranger("key", "another key of the same tenant does not find it", "6-3"),
            stranger("chat", "another end user of the same tenant does not find it", "6-9"),
        ].compactMap { $0 }
    }
}
