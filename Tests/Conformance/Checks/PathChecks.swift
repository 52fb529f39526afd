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

    private func refusal(_ name: String, _ title: String, _ promises: [String], _ field: String, _ id: String) -> Check
    {
        .refusal(
            "\(field)-\(name)", of: control, "\(field): \(title) is not found", promises: promises,
            code: world.code(.pathId)
        ) { $0.path[field] = id }
    }

    private func wrongIds(in field: String) -> [Check] {
        var checks = [
            refusal("unknown", "an unknown id", ["G-2"], field, world.run.freshId()),
            refusal("malformed", "what is no id", ["G-2"], field, "x"),
            refusal("long", "an endless id", ["G-2"], field, String(repeating: "a", count: 2_000)),
        ]
        let (world, name) = (world, operation.name)
        checks.append(
            .refusal(
                "\(field)-foreign", of: control, "\(field): another tenant's id is not found",
                promises: ["6-4", "S-2"],
                code: world.code(.pathId)
            ) { $0.path[field] = try world.other().control(name).path[field] })
        return checks
    }

    /// The same request, in another tenant's name.
    private func foreignCaller() -> Check {
        let (world, operation) = (world, operation)
        return .refusal(
            "foreign-caller", of: control, "another tenant's caller does not find it", promises: ["6-4", "S-2"],
            code: world.code(.pathId)
        ) { $0.credential = PresentedToken(token: try world.other().token(for: operation)) }
    }

    /// Callers of the same tenant who are not in the channel.
    private func strangers() -> [Check] {
        let world = world
        let credentials = Set(operation.access.requirements.map(\.credential))
        var checks: [Check] = []
        if credentials.contains("key") {
            checks.append(
                .refusal(
                    "other-key", of: control, "another key of the same tenant does not find it", promises: ["6-3"],
                    code: world.code(.pathId)
                ) { $0.credential?.token = try world.first.value("other_key") })
        }
        if credentials.contains("chat") {
            checks.append(
                .refusal(
                    "other-chat", of: control, "another end user of the same tenant does not find it",
                    promises: ["6-9"], code: world.code(.pathId)
                ) { $0.credential?.token = try world.first.value("other_chat") })
        }
        return checks
    }
}
