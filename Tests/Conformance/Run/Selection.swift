import Contract

/// Which checks a run carries out.
indirect enum Selection: Sendable, Hashable {
    case everything
    /// Checks whose id is this, where `*` stands for any characters.
    case id(String)
    /// Checks that show this promise.
    case promise(String)
    /// Checks derived from this operation, and the steps of journeys that call it.
    case operation(String)
    case any([Selection])
    case every([Selection])
    case other(than: Selection)

    /// What fits one of each kind that is given at all.
    init(ids: [String], promises: [String], operations: [String]) {
        let kinds = [ids.map(Self.id), promises.map(Self.promise), operations.map(Self.operation)]
        let given = kinds.filter { !$0.isEmpty }.map(Self.any)
        self = given.isEmpty ? .everything : .every(given)
    }

    func includes(id: String, promises: [String], operation: String?) -> Bool {
        switch self {
        case .everything: true
        case .id(let pattern): Self.fits(id[...], pattern[...])
        case .promise(let promise): promises.contains(promise)
        case .operation(let name): operation == name
        case .any(let selections):
            selections.contains { $0.includes(id: id, promises: promises, operation: operation) }
        case .every(let selections):
            selections.allSatisfy { $0.includes(id: id, promises: promises, operation: operation) }
        case .other(let selection): !selection.includes(id: id, promises: promises, operation: operation)
        }
    }

    func includes(_ check: Check) -> Bool {
        includes(id: check.id, promises: check.promises, operation: check.group)
    }

    /// Whether a step of a journey is one of the checks.
    func includes(_ flow: Flow, step index: Int) -> Bool {
        let step = flow.steps[index]
        let operation: String? = if case .call(let call) = step.action { call.operation } else { nil }
        return includes(id: flow.id(ofStep: index), promises: step.promises, operation: operation)
    }

    /// Whether nothing but steps of journeys can be included: then no workspace is needed.
    var isOfFlowsOnly: Bool {
        switch self {
        case .id(let pattern): pattern.hasPrefix(Flow.idPrefix)
        case .any(let selections): selections.allSatisfy(\.isOfFlowsOnly)
        case .every(let selections): selections.contains { $0.isOfFlowsOnly }
        case .everything, .promise, .operation, .other: false
        }
    }

    private static func fits(_ text: Substring, _ pattern: Substring) -> Bool {
        guard let star = pattern.firstIndex(of: "*") else { return text == pattern }
        guard text.hasPrefix(pattern[..<star]) else { return false }
        let (rest, more) = (text.dropFirst(pattern[..<star].count), pattern[pattern.index(after: star)...])
        guard let next = more.firstIndex(of: "*") else { return rest.hasSuffix(more) }
        // The earliest place of what stands before the next star leaves the most for the others.
        guard let place = rest.firstRange(of: more[..<next]) else { return false }
        return fits(rest[place.upperBound...], more[next...])
    }
}

extension Flow {
    static let idPrefix = "flow."

    /// The id of a step as a check; steps are counted from one.
    func id(ofStep index: Int) -> String { "\(Self.idPrefix)\(name).\(index + 1)" }
}
