import Contract

/// Which way a value travels. What may be widened without harm one way may be narrowed without harm the other way.
enum Direction: String, Sendable, CaseIterable {
    /// Clients send it: paths, queries, bodies, frames, tokens.
    case request
    /// The server sends it: replies, events, links in mails.
    case reply
    /// It stays inside the server, or in flows only.
    case unsent

    /// How ids of rules end.
    var suffix: String {
        switch self {
        case .request: "-in-request"
        case .reply: "-in-reply"
        case .unsent: "-unsent"
        }
    }

    /// Behind what a rule explains.
    var words: String {
        switch self {
        case .request: "in what clients send"
        case .reply: "in what the server sends"
        case .unsent: "in what never travels"
        }
    }
}

/// For every named type, which way its values travel, and who sends them.
struct TypeTravel {
    /// By type and direction, in the order of the spec.
    private(set) var users: [String: [Direction: [String]]] = [:]
    private let shapes: [String: Shape]

    init(_ contract: Contract) {
        shapes = Dictionary(contract.types.map { ($0.name, $0.shape) }) { first, _ in first }
        for credential in contract.credentials { note(credential.token, .request, credential.name) }
        for operation in contract.operations {
            for field in operation.pathFields + operation.queryFields + (operation.bodyFields ?? []) {
                note(field.type, .request, operation.name)
            }
            for reply in operation.replies { note(reply.body.element, .reply, operation.name) }
        }
        for mail in contract.mails {
            for field in mail.parameters { note(field.type, .reply, "the mail \(mail.name)") }
        }
        guard let socket = contract.socket else { return }
        note(socket.ref, .request, "every frame")
        for frame in socket.frames {
            for field in frame.fields { note(field.type, .request, "the frame \(frame.name)") }
        }
        for event in socket.events {
            for field in event.fields { note(field.type, .reply, "the event \(event.name)") }
        }
    }

    func travels(_ type: String, _ direction: Direction) -> Bool { users[type]?[direction] != nil }

    private mutating func note(_ type: TypeReference, _ direction: Direction, _ user: String) {
        switch type {
        case .boolean, .timestamp: return
        case .list(let element): note(element, direction, user)
        case .named(let name):
            if users[name]?[direction]?.contains(user) == true { return }
            users[name, default: [:]][direction, default: []].append(user)
            guard case .record(let fields)? = shapes[name] else { return }
            for field in fields { note(field.type, direction, user) }
        }
    }
}

extension Direction {
    /// More values may stand there than before.
    var widening: Judgement {
        switch self {
        case .request: .compatible("what clients sent before is still taken")
        case .reply: .breaking("clients may be sent what they do not expect")
        case .unsent: .notSent
        }
    }

    /// Fewer values may stand there than before.
    var narrowing: Judgement {
        switch self {
        case .request: .breaking("what clients sent before may be refused")
        case .reply: .compatible("clients are sent nothing that they do not know")
        case .unsent: .notSent
        }
    }

    /// Other values, neither more nor fewer.
    var alteration: Judgement {
        switch self {
        case .request: .breaking("what clients sent before may be refused")
        case .reply: .breaking("clients may be sent what they do not expect")
        case .unsent: .notSent
        }
    }
}
