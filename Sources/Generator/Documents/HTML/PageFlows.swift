import Contract

/// The journeys, step by step.
enum PageFlows {
    static func chapter(_ contract: Contract) -> PageChapter {
        PageChapter(
            id: "journeys", title: "Journeys",
            entries: contract.flows.map { flow in
                let steps = flow.steps.map { step in
                    HTMLNode.element(.li, [:], [.text("\(step.title): ")] + act(step.action) + kept(step))
                }
                return PageEntry(
                    id: "journey-\(flow.name)", name: flow.title, origin: flow.location,
                    content: [.element(.ol, ["class": "steps"], steps)]
                        + PageConventions.promises(flow.promises, contract))
            })
    }

    private static func act(_ action: Flow.Action) -> [HTMLNode] {
        switch action {
        case .call(let call):
            let refusal: [HTMLNode] =
                call.refusal.map { [", refused with ", .link("error-\($0)", [.text($0)])] } ?? []
            let caller: [HTMLNode] = call.credential.flatMap(name).map { [" as ", .code($0)] } ?? []
            return [.link("operation-\(call.operation)", [.text(call.operation)])] + caller + refusal
        case .mail(let name, _): return ["mail ", .link("mail-\(name)", [.text(name)])]
        case .connect(let socket, let credential):
            let caller: [HTMLNode] = name(credential).map { [" as ", .code($0)] } ?? []
            return [.link("socket", ["open the socket"]), " ", .code(socket)] + caller
        case .send(let send): return ["send ", .link("frame-\(send.frame)", [.text(send.frame)])]
        case .receive(let event, _): return ["receive ", .link("event-\(event)", [.text(event)])]
        case .closed(let close, _): return ["closed with ", .code(close)]
        }
    }

    private static func kept(_ step: Flow.Step) -> [HTMLNode] {
        guard !step.kept.isEmpty else { return [] }
        let names = step.kept.map { [HTMLNode.code($0.name)] }.joined(separator: [", "])
        return [.element(.span, ["class": "quiet"], ["; gives "] + names)]
    }

    private static func name(_ value: Flow.Value) -> String? {
        if case .reference(let name) = value { name } else { nil }
    }
}
