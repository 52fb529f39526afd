/// What a change of the spec can break.
enum Boundary: String, Sendable, CaseIterable {
    /// Clients and servers that speak the old contract.
    case wire
    /// Handlers and client code that compile against what is generated.
    case swift
    /// What the suite judges: the documented journeys and the promises.
    case flows

    var title: String {
        switch self {
        case .wire: "wire"
        case .swift: "generated Swift"
        case .flows: "flows and promises"
        }
    }
}

enum Verdict: String, Sendable {
    case breaking
    case compatible
    case unaffected
}

/// What a change does on one boundary, and why.
struct Judgement: Sendable {
    let verdict: Verdict
    /// A sentence without a full stop.
    let reason: String

    static func breaking(_ reason: String) -> Judgement { Judgement(verdict: .breaking, reason: reason) }
    static func compatible(_ reason: String) -> Judgement { Judgement(verdict: .compatible, reason: reason) }
    static func unaffected(_ reason: String) -> Judgement { Judgement(verdict: .unaffected, reason: reason) }
}

/// What a change does on all three boundaries.
struct Effect: Sendable {
    let wire: Judgement
    let swift: Judgement
    let flows: Judgement
    /// Only what people read has changed.
    var isDocumentation = false

    subscript(boundary: Boundary) -> Judgement {
        switch boundary {
        case .wire: wire
        case .swift: swift
        case .flows: flows
        }
    }

    func breaks(on boundaries: Set<Boundary>) -> Bool {
        boundaries.contains { self[$0].verdict == .breaking }
    }

    /// A change of words: nothing that a program or the suite could notice.
    static let documentation = Effect(
        wire: .compatible("only what people read is different"),
        swift: .compatible("only comments and documents are different"),
        flows: .compatible("the suite judges as before"), isDocumentation: true)
}
