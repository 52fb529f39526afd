import Contract

/// Deployments that take what breaks a rule: the proxy repairs the request before it is sent on.
struct InputMutants {
    let contract: Contract

    func all() -> [Mutant] {
        contract.operations.flatMap { operation in
            (operation.bodyFields ?? []).flatMap { body($0, operation) }
                + operation.queryFields.flatMap {
                    query($0, operation)
                } + whole(operation) + refused(operation) + path(operation)
        }
    }

    private func mutant(
        _ name: String, _ kind: String, _ operation: Operation, _ promises: [String],
        _ edit: @escaping @Sendable (inout PassingRequest, Passage) -> Void
    ) -> Mutant {
        Mutant(
            id: "input.\(name).\(operation.name)", kind: kind, promises: promises,
            about: .operation(operation.name),
            deed: Deed(request: { request, passage in if passage.calls(operation.name) { edit(&request, passage) } }))
    }

    private func body(_ field: Field, _ operation: Operation) -> [Mutant] {
        FieldBreach.all(of: field, contract).map { breach in
            mutant("\(field.name).\(breach.name)", breach.kind, operation, promises(of: field, operation)) {
                request, passage in
                guard let json = request.json, case .object = json,
                    breach.isBroken(json[field.name], field, contract)
                else { return }
                let good = passage.knowledge.good(operation.name)?.json?[field.name]
                request.json = json.setting(field.name, to: good)
            }
        }
    }

    private func query(_ field: Field, _ operation: Operation) -> [Mutant] {
        FieldBreach.all(of: field, contract).filter { !$0.isOfJSONOnly }.map { breach in
            mutant("?\(field.name).\(breach.name)", breach.kind, operation, promises(of: field, operation)) {
                request, passage in
                let value = request.query(field.name)
                guard breach.isBroken(value.map { .string($0) }, field, contract) else { return }
                request.setQuery(field.name, to: passage.knowledge.good(operation.name)?.query(field.name))
            }
        }
    }

    /// What the field's type promises; where it promises nothing, only that errors look like errors.
    private func promises(of field: Field, _ operation: Operation) -> [String] {
        guard case .named(let name) = field.type, let cited = contract.type(named: name)?.promises, !cited.isEmpty
        else {
            return ["G-2"]
        }
        return cited
    }

    private func whole(_ operation: Operation) -> [Mutant] {
        guard operation.bodyFields != nil else { return [] }
        let limit = contract.bodyLimit
        @Sendable func repair(_ request: inout PassingRequest, _ passage: Passage) {
            guard let good = passage.knowledge.good(operation.name) else { return }
            request.body = good.body
            request.headers["Content-Type"] = good.headers["Content-Type"]
        }
        let bodies = [
            mutant("not-json", "a body that is not JSON is taken", operation, ["G-2"]) { request, passage in
                guard !request.body.isEmpty, request.json == nil,
                    String(validating: request.body, as: UTF8.self) != nil
                else { return }
                repair(&request, passage)
            },
            mutant("not-utf8", "a body that is not UTF-8 is taken", operation, ["G-2"]) { request, passage in
                if String(validating: request.body, as: UTF8.self) == nil { repair(&request, passage) }
            },
            mutant("list", "a list is taken for an object", operation, ["G-2"]) { request, passage in
                if case .array? = request.json { repair(&request, passage) }
            },
            mutant("media-type", "the media type is not looked at", operation, ["G-2"]) { request, _ in
                if !request.body.isEmpty, request.headers["Content-Type"] != "application/json" {
                    request.headers["Content-Type"] = "application/json"
                }
            },
            mutant("oversized", "a body of any size is taken", operation, ["G-2"]) { request, passage in
                if request.body.count > limit { repair(&request, passage) }
            },
        ]
        let empty = mutant("empty", "an empty body is taken", operation, ["G-2"]) { request, passage in
            if request.body.isEmpty { repair(&request, passage) }
        }
        return bodies + (operation.isBodyOptional ? [] : [empty])
    }

    private func refused(_ operation: Operation) -> [Mutant] {
        operation.refusedFields.filter { _ in operation.bodyFields != nil }.map { field in
            mutant("refused-\(field.name)", "a field that is refused by name is passed over", operation, ["6-8"]) {
                request, _ in
                guard let json = request.json, json[field.name] != nil else { return }
                request.json = json.setting(field.name, to: nil)
            }
        }
    }

    /// Ids that name nothing, replaced by one that names something.
    private func path(_ operation: Operation) -> [Mutant] {
        operation.pathFields.flatMap { field -> [Mutant] in
            @Sendable func edit(_ request: inout PassingRequest, _ passage: Passage, _ isWrong: (String) -> Bool) {
                guard let id = passage.path[field.name], isWrong(id),
                    let last = passage.knowledge.good(operation.name),
                    let good = RouteFinder(operations: [operation]).find(last)?.path[field.name]
                else { return }
                request.target = request.target.replacing("/" + id, with: "/" + good)
            }
            return [
                mutant("unknown-\(field.name)", "an id that nobody knows is taken for another", operation, ["G-2"]) {
                    request, passage in
                    edit(&request, passage) { $0.count == 36 && passage.knowledge.owner(of: $0) == nil }
                },
                mutant("malformed-\(field.name)", "what is no id is taken for one", operation, ["G-2"]) {
                    request, passage in
                    edit(&request, passage) { $0.count != 36 }
                },
            ]
        }
    }
}
