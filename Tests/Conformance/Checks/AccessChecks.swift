import Contract

/// Who may call an operation, and who may not.
struct AccessChecks {
    let world: World
    let control: Attempt

    private var operation: Operation { control.operation }
    private var contract: Contract { world.run.contract }

    func all() async throws -> [Check] {
        guard operation.access != .anyone else { return [] }
        return credentialChecks() + wrongKinds() + roleChecks() + (try await scopeChecks())
    }

    private func credentialChecks() -> [Check] {
        let code = world.code(.credential)
        let promises = ["G-2", "G-3"]
        let (world, control) = (world, control)
        func refusal(_ name: String, _ title: String, _ edit: @escaping @Sendable (inout Attempt) -> Void) -> Check {
            .refusal(
                name, of: control, title, promises: promises, code: code, proof: { try world.proof(of: control) },
                edit: edit)
        }
        return [
            refusal("no-credential", "without a credential it is refused") { $0.credential = nil },
            refusal("garbage-credential", "with a token that nobody issued it is refused") {
                $0.credential?.token = "nobody-issued-this"
            },
            refusal("changed-credential", "with one character of the token changed it is refused") { attempt in
                guard let token = attempt.credential?.token, let last = token.last else { return }
                attempt.credential?.token = token.dropLast() + (last == "A" ? "B" : "A")
            },
            refusal("truncated-credential", "with a shortened token it is refused") { attempt in
                attempt.credential?.token.removeLast()
            },
            refusal("other-scheme", "with a good token behind another scheme than Bearer it is refused") { attempt in
                attempt.extraHeaders["Authorization"] = attempt.credential.map { "Basic \($0.token)" }
                attempt.credential = nil
            }.beyond,
            refusal("no-scheme", "with a good token and no scheme it is refused") { attempt in
                attempt.extraHeaders["Authorization"] = attempt.credential?.token
                attempt.credential = nil
            }.beyond,
        ]
    }

    /// Tokens that are good elsewhere.
    private func wrongKinds() -> [Check] {
        let accepted = Set(operation.access.requirements.map(\.credential))
        return contract.credentials.filter { !accepted.contains($0.name) }.map { credential in
            let (world, control, kind) = (world, control, credential.name)
            let promises = credential.name == "session" ? ["G-4"] : credential.name == "key" ? ["G-5"] : ["6-10"]
            return .refusal(
                "with-\(credential.name)", of: control, "a \(credential.name) is not accepted", promises: promises,
                code: world.code(.credential),
                proof: {
                    try world.proof(of: control) + [world.proof(of: world.first.value(kind), kind, in: world.first)]
                },
                edit: { $0.credential = PresentedToken(token: try world.first.value(kind)) })
        }
    }

    private func roleChecks() -> [Check] {
        operation.access.requirements.flatMap { requirement -> [Check] in
            guard let needed = requirement.role, let credential = contract.credential(named: requirement.credential),
                let place = credential.roles.firstIndex(of: needed)
            else { return [] }
            let promises = needed == credential.roles.first ? ["2-2"] : []
            return credential.roles[(place + 1)...].map { role in
                let (world, control) = (world, control)
                return .refusal(
                    "role-\(role)", of: control, "the role \(role) is refused", promises: promises,
                    code: world.code(.role), proof: { try world.proof(of: control) },
                    edit: { $0.credential = PresentedToken(token: try world.first.value(role)) })
            }
        }
    }

    /// A key with every scope but the needed one is refused; a key with that scope alone passes.
    private func scopeChecks() async throws -> [Check] {
        guard let needed = operation.access.requirements.compactMap(\.scope).first,
            let create = contract.operation(named: "createKey")
        else { return [] }
        let all = contract.scopes.filter { $0.grantedTo.contains("secret") }.map(\.name)
        let world = world
        @Sendable func key(_ scopes: [String], _ run: Run) async throws -> String {
            let attempt = run.attempt(
                create,
                [
                    "name": .string("Scopes"), "key_type": .string("secret"),
                    "scopes": .array(scopes.map { .string($0) }),
                ],
                token: try world.first.value("session"))
            let key = try await run.succeed(attempt).0.reply.data
            // Fewer scopes than the type's own are no promise.
            guard let secret = key?["secret"]?.text,
                Set((key?["scopes"]?.elements ?? []).compactMap(\.text)) == Set(scopes)
            else { throw OutOfReach("no key with just these scopes could be issued") }
            try await run.prove(try world.first.witness(of: "key").by(secret))
            return secret
        }
        let control = control
        let forbidden = [world.code(.credential), world.code(.scope)]
        return [
            Check(
                "derived.\(operation.name).scope-absent", group: operation.name, "without \(needed) it is refused",
                promises: ["6-2"]
            ) { run in
                let token = try await key(all.filter { $0 != needed }, run)
                for witness in try world.proof(of: control) { try await run.prove(witness) }
                let (exchange, problems) = try await run.refuse(
                    control.edited { $0.credential?.token = token }, code: world.code(.scope))
                return Verdict(problems, exchange)
            },
            Check(
                "derived.\(operation.name).scope-alone", group: operation.name,
                "with \(needed) alone it is let through",
                promises: ["6-2"]
            ) { run in
                let token = try await key([needed], run)
                let (exchange, problems) = try await run.observe(control.edited { $0.credential?.token = token })
                let code = exchange.reply.code ?? ""
                return Verdict(problems + (forbidden.contains(code) ? ["the error \(code) came"] : []), exchange)
            },
        ]
    }
}
