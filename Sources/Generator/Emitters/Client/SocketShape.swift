import Contract

/// What of a socket a client can use by itself, found by its shape and not by its names.
struct SocketShape {
    /// The frame that presents the token: its only field is a secret.
    let authentication: ClientFrame?
    /// The answer to it.
    let ready: ServerEvent?
    let resumption: Resumption?

    /// How a subscription is taken up again from behind the last place that was seen.
    struct Resumption {
        /// Has the field `after_place` beside a field that says what is subscribed to.
        let frame: ClientFrame
        let key: Field
        let after: Field
        /// The frame `un…` that ends it.
        let end: ClientFrame?
        /// The answer, with its place and whether nothing is missing.
        let answer: (event: ServerEvent, place: Field, isRecovered: Field)?
        /// The field that is the place of an event.
        let place: String
        let events: [ServerEvent]
    }

    init(_ socket: Socket, _ contract: Contract) {
        authentication = socket.frames.first { frame in
            guard frame.fields.count == 1, case .named(let name) = frame.fields[0].type else { return false }
            return contract.type(named: name)?.sensitivity == .secret
        }
        let authentication = authentication
        ready = socket.events.first { $0.answers.contains(authentication?.name ?? "") }
        resumption = socket.frames.lazy.compactMap { Self.resumption(by: $0, socket, contract) }.first
    }

    private static func resumption(
        by frame: ClientFrame, _ socket: Socket, _ contract: Contract
    ) -> Resumption? {
        let events = socket.events.filter(\.isReplayed)
        guard let after = frame.fields.first(where: { $0.name.hasPrefix("after_") && $0.isOptional }),
            case .integer? = contract.shape(of: after.type), !events.isEmpty,
            let key = frame.fields.first(where: { field in
                guard !field.isOptional, case .id? = contract.shape(of: field.type) else { return false }
                return events.allSatisfy { has($0, field.name, field.type) }
            })
        else { return nil }
        let place = String(after.name.dropFirst("after_".count))
        guard events.allSatisfy({ has($0, place, after.type) }) else { return nil }
        let answers = socket.events.filter { $0.answers.contains(frame.name) && has($0, key.name, key.type) }
        let answer = answers.lazy.compactMap { event -> (event: ServerEvent, place: Field, isRecovered: Field)? in
            guard let place = event.fields.first(where: { $0.type == after.type && !$0.isOptional && !$0.isNullable }),
                let isRecovered = event.fields.first(where: { $0.type == .boolean && !$0.isOptional && !$0.isNullable })
            else { return nil }
            return (event, place, isRecovered)
        }.first
        let end = socket.frames.first { $0.name == "un" + frame.name && $0.fields.contains { $0.name == key.name } }
        return Resumption(
            frame: frame, key: key, after: after, end: end, answer: answer, place: place, events: events)
    }

    private static func has(_ event: ServerEvent, _ name: String, _ type: TypeReference) -> Bool {
        event.fields.contains { $0.name == name && $0.type == type && !$0.isOptional && !$0.isNullable }
    }
}
