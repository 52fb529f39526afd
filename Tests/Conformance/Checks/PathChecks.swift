import Contract

/// Ids that name nothing which the caller can see.
struct PathChecks {
    let world: World
    let control: Attempt

    func all() -> [Check] {
        let operation = control.operation
        guard operation.pathFields.contains(where: { $0.name == "channel_id" }) else { return [] }
        let isChat = operation.access.requirements.first?.credential == "chat"
        let foreign = world.second[isChat ? "conversation" : "channel"]
        let unknown = world.run.freshId()
        let long = String(repeating: "a", count: 2_000)
        func refusal(_ name: String, _ title: String, _ promises: [String], _ id: String) -> Check {
            .refusal(name, of: control, title, promises: promises, code: world.code(.pathId)) {
                $0.path["channel_id"] = id
            }
        }
        var checks = [
            refusal("unknown-id", "an unknown id is not found", ["G-2"], unknown),
            refusal("malformed-id", "what is no id is not found", ["G-2"], "x"),
            refusal("long-id", "an endless id is not found", ["G-2"], long),
            refusal("foreign-id", "another tenant's id is not found", ["6-4", "S-2"], foreign),
            foreignCaller(isChat: isChat),
        ]
        if isChat {
            checks.append(
                refusal(
                    "no-member", "a channel that the end user is not in is not found", ["6-9"], world.first["channel"]))
        } else {
            let token = world.first["other_key"]
            checks.append(
                .refusal(
                    "other-key", of: control, "a channel of another key of the same tenant is not found",
                    promises: ["6-3"], code: world.code(.pathId)
                ) { $0.credential?.token = token })
        }
        return checks
    }

    /// The same request, in another tenant's name.
    private func foreignCaller(isChat: Bool) -> Check {
        let token = world.second[isChat ? "chat" : "key"]
        return .refusal(
            "foreign-caller", of: control, "another tenant's caller does not find it", promises: ["6-4", "S-2"],
            code: world.code(.pathId)
        ) { $0.credential?.token = token }
    }
}
