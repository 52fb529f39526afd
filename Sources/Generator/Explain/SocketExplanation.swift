import Contract

/// What travels on the socket, how it ends, and the rules of the spec language.
extension Explainer {
    func explain(_ frame: ClientFrame, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: frame.summary)
        text.add("fields", frame.fields.map(row))
        text.add("scope", frame.scope)
        text.add(
            "answers",
            (contract.socket?.events ?? []).filter { $0.answers.contains(frame.name) }.map { [$0.name, $0.summary] })
        text.add("promises", promises(frame.promises))
        text.add(
            "flows",
            steps { step in
                if case .send(let send) = step.action { send.frame == frame.name } else { false }
            })
        text.add("generated", generated(from: frame.location))
        return text
    }

    func explain(_ event: ServerEvent, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: event.summary)
        text.add("fields", event.fields.map(row))
        text.add("answers", event.answers.joined(separator: ", "))
        text.add("replayed", event.isReplayed ? "yes: a subscription makes up for it when it was missed" : "no")
        text.add("promises", promises(event.promises))
        text.add(
            "flows",
            steps { step in
                if case .receive(let name, _) = step.action { name == event.name } else { false }
            })
        text.add("generated", generated(from: event.location))
        return text
    }

    func explain(_ close: SocketClose, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: close.summary)
        text.add("code", String(close.code))
        text.add(
            "retry", close.mayRetry ? "connecting again with the same token can succeed" : "not with the same token")
        text.add("errors", close.errors.compactMap(contract.error(coded:)).map { [$0.code, $0.message] })
        text.add("promises", promises(close.promises))
        text.add(
            "flows",
            steps { step in
                if case .closed(let name, _) = step.action { name == close.name } else { false }
            })
        text.add("generated", generated(from: close.location))
        return text
    }

    func explain(_ rule: Rule, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: rule.meaning)
        text.add("found by", "`iris-generate lint`, and by every command that reads the spec")
        return text
    }
}
