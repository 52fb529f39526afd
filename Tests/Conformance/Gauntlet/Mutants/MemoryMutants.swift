import Contract

/// Deployments that forget, or do not: links that work again, tokens that do not end, writes that are lost.
struct MemoryMutants {
    let contract: Contract

    func all() -> [Mutant] {
        links() + endings() + contract.operations.flatMap { stale($0) + lost($0) + retried($0) + lists($0) }
            + identity() + audit() + tenants()
    }

    private func about(_ operation: Operation, _ promises: [String]) -> Selection {
        .any([.operation(operation.name)] + promises.map(Selection.promise))
    }

    // MARK: Links

    /// Each operation with a token in its body that is used up: its first success comes again.
    private func links() -> [Mutant] {
        let used = contract.operations.filter { $0.ownErrors.contains("already_used") }
        let again = used.map { operation in
            let promises = contract.error(coded: "already_used")?.promises.filter(operation.promises.contains) ?? []
            return Mutant(
                id: "memory.link.\(operation.name)", kind: "a link works twice", promises: promises,
                about: about(operation, promises),
                deed: Deed(
                    reply: { reply, passage in
                        guard passage.calls(operation.name), let token = passage.request.json?["token"]?.text else {
                            return
                        }
                        if reply.isSuccess { passage.knowledge.remember(reply, "link " + token) }
                        if reply.code == "already_used", let first = passage.knowledge.recall("link " + token) {
                            reply = first
                        }
                    }))
        }
        let ended = used.map { operation in
            Mutant(
                id: "memory.ended-link.\(operation.name)", kind: "a link that was taken back works",
                promises: operation.name == "acceptInvitation" ? ["3-7", "3-4"] : ["1-6"],
                about: .any([.operation(operation.name), .promise("3-7"), .promise("3-4"), .promise("1-6")]),
                deed: Deed(
                    reply: { reply, passage in
                        guard passage.calls(operation.name) else { return }
                        if reply.isSuccess { passage.knowledge.remember(reply, "ended link") }
                        if reply.code == "not_found", let first = passage.knowledge.recall("ended link") {
                            reply = first
                        }
                    }))
        }
        return again + ended
    }

    // MARK: What ends

    /// What each ending operation has ended goes on: somebody else's token of the kind is presented for it.
    private func endings() -> [Mutant] {
        let promises = [
            "logout": ["2-1"], "endChatSession": ["6-9"], "revokeKey": ["4-6"], "rotateKey": ["4-5"],
            "removeMember": ["3-9"], "resetPassword": ["2-1"],
        ]
        return contract.operations.filter { promises[$0.name] != nil }.flatMap { operation -> [Mutant] in
            let promises = promises[operation.name] ?? []
            let mark = "ended by \(operation.name)"
            return [
                Mutant(
                    id: "memory.ended.\(operation.name)", kind: "a token that was ended still works",
                    promises: promises, about: .any(promises.map(Selection.promise) + [.id("story.*")]),
                    deed: Deed(
                        request: { request, passage in
                            guard let token = request.token, passage.knowledge.notes(mark).contains(token),
                                let called = passage.operation,
                                let other = passage.knowledge.capable(of: called, path: passage.path, besides: token)
                            else { return }
                            request.present(other)
                        },
                        reply: { reply, passage in
                            guard passage.calls(operation.name), reply.isSuccess else { return }
                            for holder in passage.knowledge.holders where holder.isEnded {
                                passage.knowledge.note(holder.token, mark)
                            }
                        })),
                Mutant(
                    id: "memory.lost-end.\(operation.name)", kind: "what was to end a token was not carried out",
                    promises: promises, about: .any(promises.map(Selection.promise) + [.operation(operation.name)]),
                    deed: Self.losing(operation)),
            ]
        } + [demotion()]
    }

    private func demotion() -> Mutant {
        Mutant(
            id: "memory.role.changeMember", kind: "a changed role takes no effect on open sessions", promises: ["3-8"],
            about: .promise("3-8"),
            deed: Deed(
                answer: { request, passage in
                    // Whoever was let in before is answered as before.
                    guard let token = request.token, let called = passage.operation, called.route.method == .get else {
                        return nil
                    }
                    let holder = passage.knowledge.holder(of: token)
                    guard holder?.role == "viewer" else { return nil }
                    return passage.knowledge.recall("as before \(token) \(called.name)")
                },
                reply: { reply, passage in
                    guard reply.isSuccess, let token = passage.request.token, let called = passage.operation else {
                        return
                    }
                    passage.knowledge.remember(reply, "as before \(token) \(called.name)")
                }))
    }

    // MARK: Reads and writes

    /// The first reply to each question stands for all later ones.
    private func stale(_ operation: Operation) -> [Mutant] {
        guard operation.route.method == .get, operation.access != .anyone || !operation.queryFields.isEmpty else {
            return []
        }
        return [
            Mutant(
                id: "memory.stale.\(operation.name)", kind: "a read shows what was there at first",
                promises: operation.telling, about: about(operation, operation.telling),
                deed: Deed(reply: { reply, passage in
                    guard passage.calls(operation.name), reply.isSuccess else { return }
                    let name = "\(passage.request.target) by \(passage.request.token ?? "")"
                    passage.knowledge.remember(reply, name)
                    if let first = passage.knowledge.recall(name) { reply = first }
                }))
        ]
    }

    /// From its second call on, a write is answered and not carried out.
    private func lost(_ operation: Operation) -> [Mutant] {
        guard operation.route.method != .get, operation.access != .anyone else { return [] }
        return [
            Mutant(
                id: "memory.lost.\(operation.name)", kind: "a write is answered and not carried out",
                promises: operation.telling, about: about(operation, operation.telling), deed: Self.losing(operation))
        ]
    }

    /// The answer is the first one, with what this request says in its place.
    static func losing(_ operation: Operation) -> Deed {
        Deed(
            answer: { request, passage in
                guard passage.calls(operation.name), let first = passage.knowledge.recall("done"),
                    let holder = passage.knowledge.holder(of: request.token), !holder.isEnded,
                    passage.path.values.allSatisfy({ passage.knowledge.owner(of: $0) == holder.tenant }),
                    operation.access.requirements.contains(where: { $0.credential == holder.credential }),
                    request.json != nil || request.body.isEmpty
                else { return nil }
                var reply = first
                reply.json = first.json?.editing(["data"]) { data in
                    guard case .object(let members) = data else { return data }
                    return .object(
                        members.map { member in
                            let said = passage.path[member.key].map { JSON.string($0) } ?? request.json?[member.key]
                            return JSON.Member(key: member.key, value: said ?? member.value)
                        })
                }
                return reply
            },
            reply: { reply, passage in
                if passage.calls(operation.name), reply.isSuccess { passage.knowledge.remember(reply, "done") }
            })
    }

    /// A retry is carried out like a new request.
    private func retried(_ operation: Operation) -> [Mutant] {
        guard operation.isRetrySafe else { return [] }
        return [
            Mutant(
                id: "memory.retried.\(operation.name)", kind: "an Idempotency-Key is passed over", promises: [],
                about: .operation(operation.name),
                deed: Deed(request: { request, passage in
                    if passage.calls(operation.name) { request.headers["Idempotency-Key"] = nil }
                }))
        ]
    }

    // MARK: Lists

    private func lists(_ operation: Operation) -> [Mutant] {
        if case .one = operation.reply.body { return [] }
        let promises = operation.telling
        func edited(_ name: String, _ kind: String, _ edit: @escaping @Sendable ([JSON]) -> [JSON]) -> Mutant {
            Mutant(
                id: "list.\(name).\(operation.name)", kind: kind, promises: promises,
                about: about(operation, promises),
                deed: Deed(reply: { reply, passage in
                    guard passage.calls(operation.name), reply.isSuccess else { return }
                    reply.json = reply.json?.editing(["data"]) { .array(edit($0.elements ?? [])) }
                }))
        }
        func deaf(_ parameter: String) -> Mutant {
            Mutant(
                id: "list.deaf-\(parameter).\(operation.name)", kind: "a list passes over how it is asked for",
                promises: promises, about: about(operation, promises),
                deed: Deed(request: { request, passage in
                    if passage.calls(operation.name) { request.setQuery(parameter, to: nil) }
                }))
        }
        let edits = [
            edited("first-lost", "a list lacks an element") { Array($0.dropFirst()) },
            edited("last-lost", "a list lacks an element") { Array($0.dropLast()) },
            edited("doubled", "a list shows an element twice") { $0.prefix(1) + $0 },
            edited("reversed", "a list is in another order") { $0.reversed() },
        ]
        return edits + operation.queryFields.map { deaf($0.name) }
    }

    // MARK: Who is who

    private func identity() -> [Mutant] {
        func stranger(_ name: String, _ field: String, _ promises: [String]) -> Mutant {
            Mutant(
                id: "memory.stranger.\(name)", kind: "somebody who comes back is taken for somebody new",
                promises: promises, about: about(name, promises),
                deed: Deed(request: { request, passage in
                    guard passage.calls(name), let said = request.json?[field]?.text else { return }
                    let mark = "seen \(said)"
                    let count = passage.knowledge.notes(mark).count
                    passage.knowledge.note("", mark)
                    if count > 0 { request.json = request.json?.setting(field, to: .string("\(said)-\(count)")) }
                }))
        }
        let double = Mutant(
            id: "memory.double.openGuestSession", kind: "a visitor is taken for another one", promises: ["8-1"],
            about: .promise("8-1"),
            deed: Deed(
                request: { request, passage in
                    guard passage.calls("openGuestSession"), request.json?["resume_token"] == nil,
                        let token = passage.knowledge.notes("resume").first
                    else { return }
                    request.json = request.json?.setting("resume_token", to: .string(token))
                },
                reply: { reply, passage in
                    guard passage.calls("openGuestSession"),
                        let token = reply.json?.at(["data", "resume_token"])?.text
                    else { return }
                    if passage.knowledge.notes("resume").isEmpty { passage.knowledge.note(token, "resume") }
                }))
        let one = Mutant(
            id: "memory.double.openChatSession", kind: "two users of an app are taken for one",
            promises: ["6-7", "6-6"],
            about: .any([.operation("openChatSession"), .promise("6-7"), .promise("6-6")]),
            deed: Deed(request: { request, passage in
                guard passage.calls("openChatSession"),
                    let tenant = passage.knowledge.holder(of: request.token)?.tenant,
                    let said = request.json?["external_user_id"]?.text
                else { return }
                if passage.knowledge.notes(tenant).isEmpty { passage.knowledge.note(said, tenant) }
                if let first = passage.knowledge.notes(tenant).first {
                    request.json = request.json?.setting("external_user_id", to: .string(first))
                }
            }))
        return [
            stranger("openChatSession", "external_user_id", ["6-7"]),
            stranger("openGuestSession", "resume_token", ["8-1"]),
            double, one,
        ]
    }

    private func about(_ operation: String, _ promises: [String]) -> Selection {
        .any([.operation(operation)] + promises.map(Selection.promise))
    }

    // MARK: The audit log

    /// Each action that is to be written down, and is not.
    private func audit() -> [Mutant] {
        let actions = Set(contract.operations.compactMap(\.audit)).sorted()
        return actions.map { action in
            let causes = contract.operations.filter { $0.audit == action }
            let promises = Set(causes.flatMap(\.promises)).intersection(["1-10", "S-5"]).sorted()
            return Mutant(
                id: "memory.audit.\(action)", kind: "an action is not in the audit log", promises: promises,
                about: .any([.id("story.audit*"), .id("flow.*")]),
                deed: Deed(reply: { reply, passage in
                    guard passage.calls("listAudit") || passage.calls("exportAudit"), reply.isSuccess else { return }
                    reply.json = reply.json?.editing(["data"]) { data in
                        .array((data.elements ?? []).filter { $0["action"]?.text != action })
                    }
                }))
        }
    }

    // MARK: Tenants

    /// Lists and single replies with something of another tenant's in them.
    private func tenants() -> [Mutant] {
        let readers = contract.operations.filter { $0.route.method == .get && $0.access != .anyone }
        return readers.map { operation in
            let isList = if case .one = operation.reply.body { false } else { true }
            return Mutant(
                id: "memory.mixed.\(operation.name)", kind: "a reply shows something of another tenant's",
                promises: ["S-2", "6-4"], about: about(operation, ["S-2"]),
                deed: Deed(reply: { reply, passage in
                    guard passage.calls(operation.name), reply.isSuccess, let data = reply.json?["data"],
                        let tenant = passage.knowledge.holder(of: passage.request.token)?.tenant
                    else { return }
                    let mark = "shown to "
                    let first = passage.knowledge.notes(mark).first
                    if let first, first != tenant, let other = passage.knowledge.recall(mark)?.json?["data"] {
                        let mixed =
                            isList ? JSON.array((data.elements ?? []) + (other.elements ?? [])) : other
                        reply.json = reply.json?.setting("data", to: mixed)
                    } else if first == nil, data.elements?.isEmpty != true {
                        passage.knowledge.note(tenant, mark)
                        passage.knowledge.remember(reply, mark)
                    }
                }))
        }
    }
}

extension Operation {
    /// What the operation promises by itself, beside what holds for all.
    var telling: [String] {
        let general: Set<String> = ["G-1", "2-2", "S-2", "S-5", "6-2", "6-3", "6-4", "6-8"]
        let own = promises.filter { !general.contains($0) }
        return own.isEmpty ? promises : own
    }
}
