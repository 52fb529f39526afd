import Contract

/// The journeys: which calls, mails and frames follow one another.
///
/// The longest journey comes first and in full; the others leave out what one before them has shown. Steps that show
/// what is refused, or show something again, are for those who test a deployment.
struct PlainFlows {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [PlainLine] {
        guard !contract.flows.isEmpty else { return [] }
        var shown: Set<String> = []
        var lines: [PlainLine] = ["## Journeys", "… stands for calls that a journey above has shown."]
        for flow in inOrder {
            let acts = acts(flow)
            var steps: [String] = []
            for act in acts {
                if shown.contains(act) {
                    if steps.last != "…" { steps.append("…") }
                } else {
                    steps.append(act)
                }
            }
            if steps.count > 1, steps.last == "…" { steps.removeLast() }
            if steps != ["…"] {
                lines.append(PlainLine("- \(flow.title): \(steps.joined(separator: " > "))", from: flow.location))
            }
            shown.formUnion(acts)
        }
        return lines
    }

    /// Ties keep the order of the spec.
    private var inOrder: [Flow] {
        contract.flows.enumerated().sorted { ($1.element.steps.count, $0.offset) < ($0.element.steps.count, $1.offset) }
            .map(\.element)
    }

    private func acts(_ flow: Flow) -> [String] {
        var seen: Set<String> = []
        return flow.steps.compactMap { step in
            guard let name = name(step.action), seen.insert(name).inserted else { return nil }
            return name
        }
    }

    private func name(_ action: Flow.Action) -> String? {
        switch action {
        case .call(let call): call.refusal == nil ? call.operation : nil
        case .mail(let name, _): "mail \(name)"
        case .connect: "connect"
        case .send(let send): "send \(send.frame)"
        case .receive(let event, _): "receive \(event)"
        case .closed(let close, _): "closed \(close)"
        }
    }
}
