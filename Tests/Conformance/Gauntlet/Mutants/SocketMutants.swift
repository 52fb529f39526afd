import Contract

/// Deployments whose sockets let the wrong ones in, lose, double, reorder or misdirect what they deliver, or end
/// otherwise than the contract says.
struct SocketMutants {
    let contract: Contract

    func all() -> [Mutant] {
        guard let socket = contract.socket else { return [] }
        return openings(socket) + socket.frames.flatMap(frames) + resuming() + foreign()
            + socket.events.flatMap { events($0) + fields($0) } + socket.closes.flatMap(closes) + endings()
    }

    private let about = Selection.id("socket.*")

    private func mutant(_ name: String, _ kind: String, _ promises: [String], _ deed: Deed) -> Mutant {
        Mutant(
            id: "socket.\(name)", kind: kind, promises: promises.isEmpty ? ["8-3"] : promises, about: about,
            deed: deed)
    }

    // MARK: Who is let in

    private func openings(_ socket: Socket) -> [Mutant] {
        func opening(
            _ name: String, _ kind: String, _ promises: [String],
            where isConcerned: @escaping @Sendable (String, Knowledge) -> Bool
        ) -> [Mutant] {
            @Sendable func other(_ token: String?, _ knowledge: Knowledge) -> String? {
                guard let token, isConcerned(token, knowledge) else { return nil }
                return knowledge.holders.sorted { $0.token < $1.token }.first { holder in
                    !holder.isEnded && holder.credential == "chat" && holder.token != token
                }?.token
            }
            return [
                mutant(
                    "open.\(name).header", kind, promises,
                    Deed(opening: { request, knowledge in
                        if let token = other(request.token, knowledge) { request.present(token) }
                    })),
                mutant(
                    "open.\(name).subprotocol", kind, promises,
                    Deed(opening: { request, knowledge in
                        let offered = request.headers["Sec-WebSocket-Protocol"]
                        guard let prefix = socket.tokenSubprotocolPrefix,
                            let old = offered?.split(separator: ", ").first(where: { $0.hasPrefix(prefix) })?
                                .dropFirst(prefix.count),
                            let token = other(String(old), knowledge)
                        else { return }
                        request.headers["Sec-WebSocket-Protocol"] = "\(socket.subprotocol), \(prefix)\(token)"
                    })),
                mutant(
                    "open.\(name).query", kind, promises,
                    Deed(opening: { request, knowledge in
                        guard let parameter = socket.tokenParameter,
                            let token = other(request.query(parameter), knowledge)
                        else { return }
                        request.setQuery(parameter, to: token)
                    })),
                mutant(
                    "open.\(name).frame", kind, promises,
                    Deed(frame: { frame, scene in
                        guard frame["type"]?.text == "auth", let token = other(frame["token"]?.text, scene.knowledge)
                        else { return .pass(frame) }
                        return .pass(frame.setting("token", to: .string(token)))
                    })),
            ]
        }
        let needed = socket.access.requirements.compactMap(\.scope).first
        return opening("unknown", "a socket opens with a token that nobody knows", ["8-3"]) { token, knowledge in
            knowledge.holder(of: token) == nil
        }
            + opening("ended", "a socket opens with a token that was ended", ["8-3", "4-6", "6-9"]) {
                token, knowledge in
                knowledge.holder(of: token)?.isEnded == true
            }
            + opening("scope", "a socket opens without the scope", ["6-2"]) { token, knowledge in
                guard let needed, let scopes = knowledge.holder(of: token)?.scopes else { return false }
                return !scopes.contains(needed)
            }.filter { $0.id.hasSuffix("header") } + [
                mutant(
                    "open.page", "the page that opens a socket is not looked at", ["5-2"],
                    Deed(
                        opening: { request, _ in request.headers["Origin"] = nil }))
            ]
    }

    // MARK: Frames

    private func frames(_ frame: ClientFrame) -> [Mutant] {
        let promises = frame.promises.isEmpty ? (frame.scope == nil ? ["8-3"] : ["4-7"]) : frame.promises
        let ignored = mutant(
            "frame.ignored.\(frame.name)", "a frame is not carried out", promises,
            Deed(
                frame: { sent, _ in sent["type"]?.text == frame.name ? .answered([]) : .pass(sent) }))
        let unnamed = mutant(
            "frame.no-ref.\(frame.name)", "an answer does not name its frame", promises,
            Deed(
                frame: { sent, _ in
                    sent["type"]?.text == frame.name ? .pass(sent.setting("ref", to: nil)) : .pass(sent)
                }))
        let answered = contract.socket?.events.contains { $0.answers == [frame.name] } == true
        let fields = frame.fields.flatMap { field in
            FieldBreach.all(of: field, contract).filter { ![.control, .tooLong, .tooShort, .alphabet].contains($0) }
                .map { breach in
                    mutant(
                        "frame.\(breach.name).\(frame.name).\(field.name)", "a wrong frame is carried out", ["8-3"],
                        Deed(frame: { [contract] sent, scene in
                            guard sent["type"]?.text == frame.name else { return .pass(sent) }
                            let mark = "frame \(frame.name) \(field.name)"
                            if breach.isBroken(sent[field.name], field, contract) {
                                guard let good = scene.knowledge.notes(mark).last,
                                    let value = try? JSONParser.parse(Array(good.utf8))
                                else { return .pass(sent) }
                                return .pass(sent.setting(field.name, to: value))
                            }
                            if let value = sent[field.name] { scene.knowledge.note(value.description, mark) }
                            return .pass(sent)
                        }))
                }
        }
        return [ignored] + (answered ? [unnamed] : []) + (frame.name == "auth" ? [] : fields)
    }

    // MARK: Resuming

    private func resuming() -> [Mutant] {
        func subscribing(
            _ name: String, _ kind: String, _ edit: @escaping @Sendable (JSON) -> JSON
        ) -> Mutant {
            mutant(
                "resume.\(name)", kind, ["8-3"],
                Deed(
                    frame: { frame, _ in
                        guard frame["type"]?.text == "subscribe", frame["after_seq"]?.integer != nil else {
                            return .pass(frame)
                        }
                        return .pass(edit(frame))
                    }))
        }
        return [
            subscribing("nothing", "what was missed is not made up for") { $0.setting("after_seq", to: nil) },
            subscribing("everything", "what was seen comes again") { $0.setting("after_seq", to: .number("0")) },
            subscribing("gap", "a part of what was missed is not made up for") { frame in
                frame.setting("after_seq", to: .number(String((frame["after_seq"]?.integer ?? 0) + 1)))
            },
            mutant(
                "resume.unasked", "what nobody has asked for is made up for", ["8-3"],
                Deed(
                    frame: { frame, _ in
                        guard frame["type"]?.text == "subscribe", frame["after_seq"] == nil else { return .pass(frame) }
                        return .pass(frame.setting("after_seq", to: .number("0")))
                    })),
        ]
    }

    /// A channel that the caller does not see is subscribed to all the same.
    private func foreign() -> [Mutant] {
        ["subscribe", "typing", "read"].map { name in
            mutant(
                "foreign.\(name)", "a channel that the caller does not see is let in", ["S-2", "6-9", "6-3"],
                Deed(
                    frame: { frame, scene in
                        if let ref = frame["ref"]?.text, frame["type"]?.text == name,
                            let channel = frame["channel_id"]?.text
                        {
                            scene.knowledge.note(channel, "ref \(scene.line) \(ref)")
                        }
                        return .pass(frame)
                    },
                    event: { event, scene in
                        guard event["code"]?.text == "not_found", let ref = event["ref"]?.text,
                            let channel = scene.knowledge.notes("ref \(scene.line) \(ref)").first
                        else { return [event] }
                        guard name == "subscribe" else { return [] }
                        return [
                            .object([
                                JSON.Member(key: "type", value: .string("subscribed")),
                                JSON.Member(key: "ref", value: .string(ref)),
                                JSON.Member(key: "channel_id", value: .string(channel)),
                                JSON.Member(key: "last_seq", value: .number("1")),
                                JSON.Member(key: "recovered", value: .boolean(true)),
                            ])
                        ]
                    }))
        }
    }

    // MARK: Events

    private func events(_ event: ServerEvent) -> [Mutant] {
        let promises = event.promises
        func of(
            _ name: String, _ kind: String, _ promises: [String],
            _ edit: @escaping @Sendable (JSON, Scene) -> [JSON]
        ) -> Mutant {
            mutant(
                "event.\(name).\(event.name)", kind, promises,
                Deed(event: { heard, scene in
                    heard["type"]?.text == event.name ? edit(heard, scene) : [heard]
                }))
        }
        var mutants = [of("dropped", "an event is lost", promises) { _, _ in [] }]
        mutants.append(
            of("renamed", "an event has another type", promises) { heard, _ in
                [heard.setting("type", to: .string("something.happened"))]
            })
        guard event.answers.isEmpty else { return mutants }
        mutants.append(of("doubled", "an event comes twice", promises) { heard, _ in [heard, heard] })
        mutants.append(
            of("once-lost", "every second event is lost", promises) { heard, scene in
                let mark = "heard \(event.name) \(scene.line)"
                scene.knowledge.note("", mark)
                return scene.knowledge.notes(mark).count % 2 == 0 ? [] : [heard]
            })
        mutants.append(
            of("reordered", "events come in another order", promises) { heard, scene in
                let mark = "held \(event.name) \(scene.line)"
                guard let held = scene.knowledge.notes(mark).first, let first = try? JSONParser.parse(Array(held.utf8))
                else {
                    scene.knowledge.note(heard.description, mark)
                    return []
                }
                scene.knowledge.forget(mark)
                return [heard, first]
            })
        mutants.append(
            mutant(
                "event.overheard.\(event.name)", "an event reaches other sockets too", ["S-2"] + promises,
                Deed(
                    isOverheard: { heard, _ in heard["type"]?.text == event.name })))
        return mutants
    }

    private func fields(_ event: ServerEvent) -> [Mutant] {
        event.fields.filter { $0.name != "ref" }.flatMap { field -> [Mutant] in
            func of(_ name: String, _ kind: String, _ edit: @escaping @Sendable (JSON) -> JSON?) -> Mutant {
                mutant(
                    "event.\(name).\(event.name).\(field.name)", kind, event.promises,
                    Deed(event: { heard, _ in
                        heard["type"]?.text == event.name ? [heard.editing([field.name], edit)] : [heard]
                    }))
            }
            var mutants = [of("retyped", "an event's field has another type") { _ in .array([]) }]
            if !field.isOptional { mutants.append(of("missing", "an event's field is missing") { _ in nil }) }
            if let lie = FieldMutants.lie(field, contract) {
                mutants.append(of("untrue", "an event tells something else than is true", lie))
            }
            guard case .named(let name) = field.type, case .record(let inner)? = contract.type(named: name)?.shape
            else {
                return mutants
            }
            for part in inner {
                guard let lie = FieldMutants.lie(part, contract) else { continue }
                mutants.append(
                    mutant(
                        "event.untrue.\(event.name).\(field.name).\(part.name)",
                        "an event tells something else than is true", event.promises,
                        Deed(event: { heard, _ in
                            heard["type"]?.text == event.name
                                ? [heard.editing([field.name, part.name], lie)] : [heard]
                        })))
            }
            return mutants
        }
    }

    // MARK: Ends

    private func closes(_ close: SocketClose) -> [Mutant] {
        let promises = close.promises
        return [
            mutant(
                "close.code.\(close.name)", "a socket ends with another code", promises,
                Deed(
                    close: { $0 == close.code ? ($0 == 1011 ? 4400 : 1011) : $0 })),
            mutant(
                "close.none.\(close.name)", "a socket that must end stays open", promises,
                Deed(
                    close: { $0 == close.code ? nil : $0 })),
        ]
    }

    /// Subscriptions that go on where they must end: the client hears what others hear of the channel.
    private func endings() -> [Mutant] {
        [
            ("unsubscribed", "after unsubscribing events come still", ["8-3"]),
            ("member.removed", "who was removed from a channel hears on", ["6-12", "6-9"]),
        ].map { name, kind, promises in
            mutant(
                "after.\(name)", kind, promises,
                Deed(
                    frame: { frame, scene in
                        // Whoever unsubscribes is told so, and is not unsubscribed.
                        guard name == "unsubscribed", frame["type"]?.text == "unsubscribe",
                            let channel = frame["channel_id"], let ref = frame["ref"]
                        else { return .pass(frame) }
                        return .answered([
                            .object([
                                JSON.Member(key: "type", value: .string(name)), JSON.Member(key: "ref", value: ref),
                                JSON.Member(key: "channel_id", value: channel),
                            ])
                        ])
                    },
                    isOverheard: { event, scene in
                        guard name == "member.removed" else { return false }
                        let channel = event["channel_id"]?.text ?? ""
                        if event["type"]?.text == name { scene.knowledge.note("", "removed from \(channel)") }
                        return event["type"]?.text == "message.created"
                            && !scene.knowledge.notes("removed from \(channel)").isEmpty
                    }))
        }
    }
}
