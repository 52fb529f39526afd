import Contract

/// One client's end of the mock's realtime socket, without the wire: frames in, effects out.
///
/// Frames are checked as the contract has them, and each that has an answer gets it. What a client has subscribed to
/// is remembered, so that ``chatter()`` can make up events in it.
public struct MockSocket: Sendable {
    public enum Effect: Sendable, Hashable {
        /// A text frame.
        case send(JSON)
        case close(code: Int, reason: String)
    }

    private let api: MockAPI
    private let socket: Socket
    private let page: String?
    private var caller: MockCaller?
    /// What each subscription's frame has said.
    private var subscriptions: [[JSON.Member]] = []
    private var count = 0

    /// - Parameter page: The origin of the web page that has opened the socket; nil where no page has.
    public init(_ api: MockAPI, _ socket: Socket, page: String?) {
        self.api = api
        self.socket = socket
        self.page = page
    }

    /// Whether a token has been accepted.
    public var isOpen: Bool { caller != nil }

    /// Takes a token that came with the upgrade.
    public mutating func present(_ token: String) -> [Effect] { authenticate(token, said: []) }

    /// Takes a text frame.
    public mutating func receive(_ text: String) -> [Effect] {
        guard let json = JSONParser.parse(Array(text.utf8)) else { return problem("invalid_json", ref: nil) }
        var checker = ValueChecker(api.catalogue)
        let ref = json["ref"].flatMap { checker.value($0, of: socket.ref, at: "/ref") }
        guard let frame = json["type"]?.text.flatMap({ socket.frame(named: $0) }) else {
            return problem(json["type"]?.text == nil ? "invalid_frame" : "unknown_type", ref: ref, at: "/type")
        }
        guard case .object(let given) = json, let said = checker.members(given, of: frame.fields, at: ""),
            checker.problems.isEmpty
        else { return problem("invalid_frame", ref: ref, at: checker.problems.first?.pointer, checker.problems.first) }
        let named = ref.map { [JSON.Member("ref", $0)] } ?? []
        guard let caller else {
            // Only a frame with a token can be the first.
            guard let token = said.first(where: { api.catalogue.isSecret(frame.type(of: $0.name)) })?.value.text else {
                return [close(named: "bad_frame")]
            }
            return authenticate(token, said: named)
        }
        if said.contains(where: { api.catalogue.isSecret(frame.type(of: $0.name)) }) {
            return problem("invalid_frame", ref: ref)
        }
        if let scope = frame.scope, caller.credential.isScoped, !caller.scopes.contains(scope) {
            return problem("insufficient_scope", ref: ref)
        }
        note(frame, said)
        return answer(to: frame, saying: named + said)
    }

    /// An event that nobody has caused, in one of the subscriptions; nothing without any.
    public mutating func chatter() -> [Effect] {
        count += 1
        var chance = Chance(seed: api.settings.seed, "chatter", String(count))
        guard let said = chance.pick(subscriptions) else { return [] }
        let names = Set(said.map(\.name))
        let events = socket.events.filter { event in
            event.answers.isEmpty && event.fields.contains { names.contains($0.name) }
        }
        guard let event = chance.pick(events) else { return [] }
        return [send(event, saying: said + [JSON.Member("seq", .integer(count))], chance)]
    }

    /// How the socket ends when no token has come in time.
    public var timeout: Effect { close(named: "auth_timeout") }

    /// How the socket ends for a binary frame.
    public var binary: Effect { close(named: "unsupported_data") }

    private mutating func authenticate(_ token: String, said: [JSON.Member]) -> [Effect] {
        do throws(Refusal) {
            let check = AccessCheck(contract: api.contract)
            caller = try check.caller(presenting: token, for: socket.access, page: page)
            guard let frame = socket.frames.first(where: { api.catalogue.hasSecret($0.fields) }) else { return [] }
            return answer(to: frame, saying: said)
        } catch {
            let code = error.error(in: api.contract)?.code ?? ""
            let ending = socket.closes.first { $0.errors.contains(code) }
            return [ending.map { .close(code: $0.code, reason: $0.name) } ?? close(named: code)]
        }
    }

    private mutating func note(_ frame: ClientFrame, _ said: [JSON.Member]) {
        let ids = said.filter { api.catalogue.isId(frame.type(of: $0.name)) }
        switch frame.name {
        case "subscribe" where !subscriptions.contains(ids): subscriptions.append(ids)
        case "unsubscribe": subscriptions.removeAll { $0 == ids }
        default: break
        }
    }

    private func answer(to frame: ClientFrame, saying said: [JSON.Member]) -> [Effect] {
        let event = socket.events.first { $0.answers.contains(frame.name) && $0.name != complaint?.name }
        let chance = Chance(
            seed: api.settings.seed, frame.name, String(decoding: JSON.object(said).bytes, as: UTF8.self))
        return event.map { [send($0, saying: said, chance)] } ?? []
    }

    private func send(_ event: ServerEvent, saying said: [JSON.Member], _ chance: Chance) -> Effect {
        let maker = ReplyMaker(catalogue: api.catalogue, settings: api.settings)
        // Without a `ref` in the frame there is none in its answer.
        let fields = event.fields.filter { field in
            field.name != "ref" || said.contains { $0.name == "ref" }
        }
        let echo = Echo(fields, JSON.object(said.filter { member in fields.contains { $0.name == member.name } }))
        let type = TypeReference.named("event \(event.name)")
        guard case .object(let members) = maker.event(fields, of: type, echo, chance) else { return .send(.null) }
        return .send(.object([JSON.Member("type", .text(event.name))] + members))
    }

    /// The event that tells of frames that were not carried out: it answers every frame, and has a code.
    private var complaint: ServerEvent? {
        socket.events.first { $0.answers.count == socket.frames.count && $0.fields.contains { $0.name == "code" } }
    }

    private func problem(
        _ code: String, ref: JSON?, at pointer: String? = nil, _ problem: FieldProblem? = nil
    ) -> [Effect] {
        guard isOpen, let complaint else { return [close(named: "bad_frame")] }
        var said = [
            JSON.Member("code", .text(code)), JSON.Member("message", .text(problem?.message ?? Self.words(code))),
        ]
        if let ref { said.append(JSON.Member("ref", ref)) }
        if let pointer { said.append(JSON.Member("pointer", .text(pointer))) }
        let members = complaint.fields.compactMap { field in said.first { $0.name == field.name } }
        return [.send(.object([JSON.Member("type", .text(complaint.name))] + members))]
    }

    private static func words(_ code: String) -> String {
        switch code {
        case "invalid_json": "A frame must be one JSON object."
        case "unknown_type": "There is no frame of this type."
        case "insufficient_scope": "The key lacks the scope for this frame."
        default: "A field of the frame breaks its rules."
        }
    }

    /// A close of the contract's; 1008, against the policy, where it has none of this name.
    private func close(named name: String) -> Effect {
        let close = socket.closes.first { $0.name == name }
        return .close(code: close?.code ?? 1008, reason: close?.name ?? name)
    }
}

extension ClientFrame {
    fileprivate func type(of field: String) -> TypeReference {
        fields.first { $0.name == field }?.type ?? .boolean
    }
}

extension Catalogue {
    fileprivate func hasSecret(_ fields: [Field]) -> Bool { fields.contains { isSecret($0.type) } }
}
