import Contract

/// Promises, and the journeys, mails and jobs that carry them.
extension Explainer {
    func explain(_ promise: ContractPromise, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: promise.text)
        text.add("claimed", promise.isClaimed ? nil : "no: nothing carries it yet")
        text.add("unseen", promise.unobservable.map { "no request can tell: \($0)" })
        text.add("cited by", citations(of: promise.id))
        return text
    }

    func explain(_ mail: Mail, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: mail.summary)
        text.add("subject", mail.subject)
        text.add("page", mail.page)
        text.add("link", mail.parameters.map(row))
        text.add("sent by", operations { $0.mails.contains(mail.name) })
        text.add("promises", promises(mail.promises))
        text.add(
            "flows",
            steps { step in
                if case .mail(let name, _) = step.action { name == mail.name } else { false }
            })
        text.add("generated", generated(from: mail.location))
        return text
    }

    func explain(_ job: Job, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: job.summary)
        text.add("audit", job.audit)
        text.add("promises", promises(job.promises))
        text.add("generated", generated(from: job.location))
        return text
    }

    func explain(_ flow: Flow, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: flow.title)
        text.add("fresh", flow.fresh.map { [$0.name, $0.type.notation] })
        text.add("steps", flow.steps.map { [$0.title, $0.action.words, $0.promises.joined(separator: ", ")] })
        text.add("promises", promises(flow.promises))
        return text
    }

    private func citations(of id: String) -> [[String]] {
        var cited: [[String]] = []
        func add(_ kind: String, _ name: String, _ promises: [String], _ location: SourceLocation) {
            if promises.contains(id) { cited.append([kind, name, location.description]) }
        }
        add("api", contract.name, contract.ownPromises, contract.location)
        for section in contract.sections {
            add("section", section.title, section.promises, section.location)
            for operation in section.operations {
                add("operation", operation.name, operation.promises, operation.location)
            }
        }
        for type in contract.types { add("type", type.name, type.promises, type.location) }
        for error in contract.errors { add("error", error.code, error.promises, error.location) }
        for scope in contract.scopes { add("scope", scope.name, scope.promises, scope.location) }
        for limit in contract.limits { add("limit", limit.name, limit.promises, limit.location) }
        for credential in contract.credentials {
            add("credential", credential.name, credential.promises, credential.location)
        }
        for mail in contract.mails { add("mail", mail.name, mail.promises, mail.location) }
        for job in contract.jobs { add("job", job.name, job.promises, job.location) }
        if let socket = contract.socket {
            add("socket", socket.path, socket.promises, socket.location)
            for frame in socket.frames { add("frame", frame.name, frame.promises, frame.location) }
            for event in socket.events { add("event", event.name, event.promises, event.location) }
            for close in socket.closes { add("close", close.name, close.promises, close.location) }
        }
        for flow in contract.flows {
            add("flow", flow.title, flow.promises, flow.location)
            for step in flow.steps { add("step", "\(flow.name): \(step.title)", step.promises, step.location) }
        }
        return cited
    }
}

extension Flow.Action {
    var words: String {
        switch self {
        case .call(let call): "calls \(call.operation)" + (call.refusal.map { ", refused: \($0)" } ?? "")
        case .mail(let name, _): "awaits the mail \(name)"
        case .connect(let socket, _): "opens the socket \(socket)"
        case .send(let send): "sends \(send.frame) on \(send.socket)"
        case .receive(let event, let socket): "awaits \(event) on \(socket)"
        case .closed(let close, let socket): "awaits the close \(close) of \(socket)"
        }
    }
}
