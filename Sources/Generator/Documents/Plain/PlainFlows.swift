import Contract

/// The journeys: which calls follow one another, and what of a reply the later ones need.
///
/// The longest journey comes first and in full; the others leave out how they begin where one before them has shown
/// it. Steps that show what is refused, or show something again, are for those who test a deployment.
struct PlainFlows {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [String] {
        guard !contract.flows.isEmpty else { return [] }
        var shown: Set<String> = []
        var lines = ["## Journeys", "`call (what later calls need)`; … begins as those above do."]
        for flow in inOrder {
            let acts = acts(flow)
            let fresh = acts.drop { shown.contains($0.name) }
            let steps = fresh.map { act in
                act.kept.isEmpty ? act.name : "\(act.name) (\(act.kept.joined(separator: ", ")))"
            }
            lines.append("- \(flow.title): \(fresh.count < acts.count ? "… > " : "")\(steps.joined(separator: " > "))")
            shown.formUnion(acts.map(\.name))
        }
        return lines
    }

    /// Ties keep the order of the spec.
    private var inOrder: [Flow] {
        contract.flows.enumerated().sorted { ($1.element.steps.count, $0.offset) < ($0.element.steps.count, $1.offset) }
            .map(\.element)
    }

    private func acts(_ flow: Flow) -> [(name: String, kept: [String])] {
        var seen: Set<String> = []
        return flow.steps.compactMap { step in
            guard let name = name(step.action), seen.insert(name).inserted else { return nil }
            return (name, step.kept.map { $0.path.joined(separator: ".") })
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
