import Contract

/// What a client needs to know of a socket to keep it: how it says who it is, what it asks for again, what it counts.
struct SocketPlan {
    let socket: Socket
    let identification: Identification
    /// Nil where no frame asks for events since a place.
    let subscription: Subscription?
    /// The frame that only asks for an answer.
    let ping: String?
    /// What the names of frames begin with, a number following; nil where the contract's rules allow no such names.
    let refPrefix: String?

    enum Identification {
        /// The first frame carries the token in this field, and this event says that it was accepted.
        case frame(String, field: String, answer: String)
        /// A subprotocol with this prefix carries the token.
        case subprotocol(prefix: String)
    }

    /// A frame that asks for a thing's events, those missed since a place in their sequence included.
    struct Subscription {
        let frame: String
        /// The field that names the thing, in the frame and in the events.
        let key: String
        /// The frame's field for the last place that was seen.
        let after: String
        /// The events' field for their own place.
        let place: String
        let replayed: [String]
        let answer: String?
        /// The answer's field for the newest place.
        let newest: String?
        /// The frame that ends it.
        let end: String?
    }

    /// Nil where there is no socket, or none to which a page could present a token outside of the address.
    init?(_ contract: Contract) {
        guard let socket = contract.socket else { return nil }
        self.socket = socket
        if let frame = socket.frame(named: "auth"), let field = frame.fields.first, let greeting = socket.greeting {
            identification = .frame(frame.name, field: field.name, answer: greeting.name)
        } else if let prefix = socket.tokenSubprotocolPrefix {
            identification = .subprotocol(prefix: prefix)
        } else {
            return nil
        }
        subscription = socket.frames.lazy.compactMap { Self.subscription($0, socket) }.first
        ping =
            socket.frames.first { frame in
                frame.fields.isEmpty
                    && socket.events.contains { $0.answers == [frame.name] && $0.fields.allSatisfy(\.isOptional) }
            }?.name
        refPrefix = ["f-", "f", "1"].first { prefix in
            guard case .named(let name) = socket.ref, let shape = contract.type(named: name)?.shape else {
                return false
            }
            return shape.problem(with: prefix + "1") == nil && shape.problem(with: prefix + "999999999") == nil
        }
    }

    private static func subscription(_ frame: ClientFrame, _ socket: Socket) -> Subscription? {
        for after in frame.fields where after.isOptional {
            for key in frame.fields where !key.isOptional {
                let replayed = socket.events.filter { event in
                    event.isReplayed && event.fields.contains { $0.name == key.name && $0.type == key.type }
                        && event.fields.contains { $0.type == after.type }
                }
                guard let place = replayed.first?.fields.first(where: { $0.type == after.type }) else { continue }
                let answer = socket.events.first { $0.answers == [frame.name] }
                return Subscription(
                    frame: frame.name, key: key.name, after: after.name, place: place.name,
                    replayed: replayed.map(\.name), answer: answer?.name,
                    newest: answer?.fields.first { $0.type == after.type }?.name,
                    end: socket.frames.first { $0.name == "un" + frame.name && $0.fields.map(\.name) == [key.name] }?
                        .name)
            }
        }
        return nil
    }
}
