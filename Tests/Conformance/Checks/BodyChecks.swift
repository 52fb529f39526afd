import Contract

/// Bodies that are not what they should be, and a field that nobody knows.
struct BodyChecks {
    let world: World
    let control: Attempt

    func all() -> [Check] {
        guard control.operation.bodyFields != nil else { return [] }
        let invalid = world.code(.jsonBody)
        func refusal(
            _ name: String, _ title: String, _ code: String, _ edit: @escaping @Sendable (inout Attempt) -> Void
        ) -> Check {
            .refusal(name, of: control, title, promises: ["G-2"], code: code, edit: edit)
        }
        let limit = world.run.contract.bodyLimit
        // Where the body may be left out, an empty one is no mistake.
        let emptiness =
            control.operation.isBodyOptional
            ? [] : [refusal("empty-body", "an empty body is refused", invalid) { $0.rawBody = [] }]
        return emptiness + [
            refusal("bad-json", "a body that is not JSON is refused", invalid) { $0.rawBody = Array("{\"a\":".utf8) },
            refusal("trailing-bytes", "something behind the JSON is refused", invalid) { attempt in
                attempt.rawBody = (attempt.bytes ?? []) + Array(" x".utf8)
            },
            refusal("bad-utf8", "bytes that are not UTF-8 are refused", invalid) {
                $0.rawBody = Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)
            },
            refusal("list-body", "a list instead of an object is refused", world.code(.input)) {
                $0.rawBody = Array("[]".utf8)
            },
            refusal("wrong-media-type", "another media type is refused", world.code(.mediaType)) {
                $0.contentType = "text/plain"
            },
            refusal("no-media-type", "a body without a media type is refused", world.code(.mediaType)) {
                $0.contentType = nil
            },
            refusal("oversized-body", "a body of 2 MB is refused", world.code(.bodySize)) { attempt in
                let padding = String(repeating: "x", count: max(2_000_000, limit + 1))
                attempt.body = attempt.body?.setting("padding", to: .string(padding))
            },
        ] + unknownField()
    }

    /// Fields that the contract does not know are ignored. Only where the same request can succeed again.
    private func unknownField() -> [Check] {
        let operation = control.operation
        guard SuccessChecks.isRepeatable(operation) else { return [] }
        let control = control
        return [
            Check(
                "derived.\(operation.name).unknown-field", group: operation.name, "an unknown field is ignored",
                promises: ["G-1"]
            ) { run in
                let (exchange, problems) = try await run.succeed(
                    control.edited { $0.body = $0.body?.setting("no_such_field", to: .array([.null])) })
                return Verdict(problems, exchange)
            }.beyond
        ]
    }
}
