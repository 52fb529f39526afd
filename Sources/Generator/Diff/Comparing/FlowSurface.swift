import Contract

extension Surface {
    var flows: [Entry<Flow>] {
        contract.flows.map { Entry(subject: "flows.\($0.name)", item: $0, location: $0.location) }
    }

    var stepLists: [Entry<[String]>] {
        flows.map { flow in
            Entry(
                subject: flow.subject, item: steps.map(\.subject).filter { $0.hasPrefix(flow.subject + ".") },
                location: flow.location)
        }
    }

    var freshValues: [Entry<TypeReference>] {
        contract.flows.flatMap { flow in
            flow.fresh.map {
                Entry(
                    subject: "flows.\(flow.name).fresh.\($0.name)", item: $0.type, location: flow.location,
                    owner: "flows.\(flow.name)")
            }
        }
    }

    func expectations(of kept: Set<String>) -> [Entry<Flow.Value>] {
        steps(in: kept).flatMap { step in
            step.item.expectations.map {
                Entry(
                    subject: "\(step.subject).expect.\($0.path.joined(separator: "."))", item: $0.value,
                    location: $0.location)
            }
        }
    }

    func stepInputs(of kept: Set<String>) -> [Entry<Flow.Value>] {
        steps(in: kept).flatMap { step in
            step.item.action.inputs.map {
                Entry(subject: "\(step.subject).with.\($0.field)", item: $0.value, location: step.location)
            }
        }
    }

    /// The paths that a step keeps, by the name that it keeps them under.
    func keptValues(of kept: Set<String>) -> [Entry<[String]>] {
        steps(in: kept).flatMap { step in
            step.item.kept.map {
                Entry(subject: "\(step.subject).keep.\($0.name)", item: $0.path, location: step.location)
            }
        }
    }

    /// The details of a step that is new or gone are not told one by one.
    private func steps(in kept: Set<String>) -> [Entry<Flow.Step>] { steps.filter { kept.contains($0.subject) } }
}

/// Names steps so that a step is found again in the other contract.
enum StepSubjects {
    /// By title; a step that does just what one of `others` did under a title that is gone takes over its subject.
    static func entries(_ flows: [Flow], like others: [Flow]) -> [Entry<Flow.Step>] {
        flows.flatMap { flow -> [Entry<Flow.Step>] in
            let own = titled(flow)
            let before = others.first { $0.name == flow.name }.map(titled) ?? []
            let titles = Set(own.map(\.subject))
            var gone = before.filter { !titles.contains($0.subject) }
            let known = Set(before.map(\.subject))
            return own.map { entry in
                guard !known.contains(entry.subject),
                    let match = gone.firstIndex(where: { $0.item.signature == entry.item.signature })
                else { return entry }
                var entry = entry
                entry.subject = gone.remove(at: match).subject
                return entry
            }
        }
    }

    private static func titled(_ flow: Flow) -> [Entry<Flow.Step>] {
        var seen: [String: Int] = [:]
        return flow.steps.map { step in
            let number = seen[step.title, default: 0] + 1
            seen[step.title] = number
            let title = number == 1 ? step.title : "\(step.title) (\(number))"
            return Entry(
                subject: "flows.\(flow.name).\(title)", item: step, location: step.location,
                owner: "flows.\(flow.name)")
        }
    }
}
