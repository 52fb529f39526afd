import Contract

extension Flow.Value {
    /// The value as the spec writes it, near enough to be told from every other.
    var notation: String {
        switch self {
        case .reference(let name): "$\(name)"
        case .text(let text): "'\(text)'"
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .list(let elements): "[\(elements.map(\.notation).joined(separator: ", "))]"
        case .record(let members):
            "{ \(members.map { "\($0.field): \($0.value.notation)" }.joined(separator: ", ")) }"
        case .null: "null"
        }
    }
}

extension Flow.Action {
    /// What is done, without the values that it is done with.
    var deed: String {
        switch self {
        case .call(let call): "call \(call.operation)"
        case .mail(let name, _): "wait for the mail \(name)"
        case .connect(let socket, _): "connect \(socket)"
        case .send(let send): "send \(send.frame) on \(send.socket)"
        case .receive(let event, let socket): "receive \(event) on \(socket)"
        case .closed(let close, let socket): "closed with \(close) on \(socket)"
        }
    }

    /// The token of a call or a socket; the address of a mail.
    var actor: String? {
        switch self {
        case .call(let call): call.credential?.notation
        case .mail(_, let recipient): recipient.notation
        case .connect(_, let credential): credential.notation
        case .send, .receive, .closed: nil
        }
    }

    var refusal: String? {
        if case .call(let call) = self { call.refusal } else { nil }
    }

    var inputs: [Flow.Input] {
        switch self {
        case .call(let call): call.inputs
        case .send(let send): send.inputs
        default: []
        }
    }
}

extension Flow.Step {
    /// Everything but the title and the promises.
    var signature: [String] {
        [action.deed, action.actor ?? "", action.refusal ?? "", count.map(String.init) ?? ""]
            + action.inputs.map { "\($0.field): \($0.value.notation)" }
            + expectations.map { "\($0.path.joined(separator: ".")) = \($0.value.notation)" }
            + kept.map { "\($0.name) < \($0.path.joined(separator: "."))" }
    }
}
