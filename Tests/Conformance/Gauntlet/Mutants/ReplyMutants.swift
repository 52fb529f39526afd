import Contract

/// Deployments whose replies are not what the contract says: in their envelope, their status, their errors.
struct ReplyMutants {
    let contract: Contract

    func all() -> [Mutant] {
        contract.operations.flatMap { operation in
            envelope(operation) + errors(operation) + secrets(operation)
                + operation.fieldPlaces(in: contract).flatMap { FieldMutants(contract: contract, operation, $0).all() }
        } + routes()
    }

    private func mutant(
        _ name: String, _ kind: String, _ operation: Operation, _ promises: [String],
        _ edit: @escaping @Sendable (inout PassingReply, Passage) -> Void
    ) -> Mutant {
        Mutant(
            id: "reply.\(name).\(operation.name)", kind: kind, promises: promises, about: .operation(operation.name),
            deed: Deed(reply: { reply, passage in if passage.calls(operation.name) { edit(&reply, passage) } }))
    }

    private func envelope(_ operation: Operation) -> [Mutant] {
        let statuses = Set(operation.replies.map(\.status))
        let other = [200, 201, 202, 203].first { !statuses.contains($0) } ?? 203
        let whole = [
            mutant("status", "a success has another status", operation, ["G-1"] + operation.promises) { reply, _ in
                if reply.isSuccess { reply.status = other }
            },
            mutant("data", "a success has another envelope", operation, ["G-1"]) { reply, _ in
                if reply.isSuccess { reply.json = reply.json?.renaming("data", to: "result") }
            },
            mutant("media-type", "a success is declared as something else", operation, ["G-1"]) { reply, _ in
                if reply.isSuccess { reply.headers["Content-Type"] = "text/html" }
            },
        ]
        guard case .page = operation.reply.body else { return whole }
        return whole
            + ["has_more", "next_cursor"].map { name in
                mutant("no-\(name)", "a page does not say whether it goes on", operation, ["G-1"] + operation.promises)
                {
                    reply, _ in
                    if reply.isSuccess { reply.json = reply.json?.setting(name, to: nil) }
                }
            }
    }

    private func errors(_ operation: Operation) -> [Mutant] {
        func of(_ name: String, _ kind: String, _ edit: @escaping @Sendable (inout PassingReply) -> Void) -> Mutant {
            mutant("error-\(name)", kind, operation, ["G-2"]) { reply, _ in if reply.code != nil { edit(&reply) } }
        }
        let forms = [
            of("envelope", "an error has another envelope") { $0.json = $0.json?.renaming("error", to: "fault") },
            of("message", "an error has no message") { reply in
                reply.json = reply.json?.editing(["error"]) { $0.setting("message", to: nil) }
            },
            of("status", "an error has another status") { $0.status = $0.status == 400 ? 422 : 400 },
            of("media-type", "an error is declared as something else") { $0.headers["Content-Type"] = "text/html" },
            mutant("error-echo", "an error repeats what was sensitive in its request", operation, ["G-2"]) {
                reply, passage in
                guard reply.code != nil, case .object(let members)? = passage.request.json else { return }
                let texts = (operation.bodyFields ?? []).compactMap { field -> String? in
                    guard case .named(let name) = field.type, contract.type(named: name)?.sensitivity != nil else {
                        return nil
                    }
                    return members.first { $0.key == field.name }?.value.text
                }.filter { $0.count >= 6 }
                guard !texts.isEmpty else { return }
                reply.json = reply.json?.editing(["error", "message"]) { _ in
                    .string("This is wrong: " + texts.joined(separator: ", "))
                }
            },
        ]
        return forms + codes(operation)
    }

    /// Each error that the operation may answer, under another name.
    private func codes(_ operation: Operation) -> [Mutant] {
        // No request can bring these about from outside.
        let unprovoked: [ErrorCause] = [.limit, .fault, .outage]
        let implied = operation.impliedCauses.filter { !unprovoked.contains($0) }.compactMap {
            contract.error(impliedBy: $0)
        }
        let own = (operation.ownErrors + operation.refusedFields.map(\.error)).compactMap { contract.error(coded: $0) }
        var codes: [APIError] = []
        for error in implied + own where !codes.contains(where: { $0.code == error.code }) { codes.append(error) }
        return codes.map { error in
            let promises = error.promises.isEmpty ? ["G-2"] : error.promises
            return mutant("code-\(error.code)", "an error has another code", operation, promises) { reply, _ in
                guard reply.code == error.code else { return }
                reply.json = reply.json?.editing(["error", "code"]) { _ in
                    .string(error.code == "forbidden" ? "not_found" : "forbidden")
                }
            }
        }
    }

    /// What is shown once comes again, in a field that nobody asked for.
    private func secrets(_ operation: Operation) -> [Mutant] {
        guard operation.route.method == .get, operation.access != .anyone else { return [] }
        return [
            mutant("secret", "what is shown once is shown again", operation, ["4-3"]) { reply, passage in
                guard reply.isSuccess,
                    let tenant = passage.knowledge.holder(of: passage.request.token)?.tenant,
                    let secret = passage.knowledge.holders.first(where: {
                        $0.tenant == tenant && $0.credential == "key"
                    })?.token
                else { return }
                reply.json = reply.json?.editing(["data"]) { data in
                    if let elements = data.elements {
                        return .array(elements.map { $0.setting("debug", to: .string(secret)) })
                    }
                    return data.setting("debug", to: .string(secret))
                }
            }
        ]
    }

    /// Methods that a path does not answer, and paths that there are not.
    private func routes() -> [Mutant] {
        let byPath = Dictionary(grouping: contract.operations, by: \.route.template)
        let finder = RouteFinder(operations: contract.operations)
        @Sendable func template(_ request: PassingRequest) -> Operation? {
            for method in Route.Method.allCases {
                var other = request
                other.method = method.rawValue
                if let found = finder.find(other) { return found.operation }
            }
            return nil
        }
        let methods = byPath.values.compactMap(\.first).sorted { $0.name < $1.name }.flatMap { operation -> [Mutant] in
            let about = Selection.operation(operation.name)
            @Sendable func isConcerned(_ passage: Passage) -> Bool {
                passage.operation == nil && template(passage.request)?.route.template == operation.route.template
            }
            return [
                Mutant(
                    id: "reply.method.\(operation.name)", kind: "a method that is not answered is answered",
                    promises: ["G-2"], about: about,
                    deed: Deed(reply: { reply, passage in
                        if isConcerned(passage), reply.status == 405 {
                            reply = .success(200, .object([]))
                        }
                    })),
                Mutant(
                    id: "reply.allow.\(operation.name)", kind: "Allow does not say what a path answers", promises: [],
                    about: about,
                    deed: Deed(reply: { reply, passage in
                        if isConcerned(passage) { reply.headers["Allow"] = nil }
                    })),
            ]
        }
        let paths = Mutant(
            id: "reply.unknown-path", kind: "a path that there is not is answered", promises: ["G-2"],
            about: .id("derived.paths.*"),
            deed: Deed(reply: { reply, passage in
                if passage.operation == nil, reply.status == 404 { reply = .success(200, .object([])) }
            }))
        return methods + [paths]
    }
}

extension JSON {
    /// The same object with a member under another name.
    func renaming(_ key: String, to name: String) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.key == key ? Member(key: name, value: $0.value) : $0 })
    }

    /// The same value with what stands at a path edited; a `*` in the path is every element of a list. What does not
    /// have the path stays as it is; nil takes the member out.
    func editing(_ path: [String], _ edit: (JSON) -> JSON?) -> JSON {
        guard let first = path.first else { return edit(self) ?? self }
        let rest = Array(path.dropFirst())
        switch self {
        case .array(let elements) where first == "*":
            return .array(elements.map { $0.editing(rest, edit) })
        case .object:
            guard let value = self[first] else { return self }
            return setting(first, to: rest.isEmpty ? edit(value) : value.editing(rest, edit))
        default: return self
        }
    }
}
