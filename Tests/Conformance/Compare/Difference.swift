/// Something in which two deployments differ.
struct Difference: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        /// One of them, or both, does not keep a promise.
        case breaks = "breaks the contract"
        /// The contract leaves it open.
        case freedom = "allowed freedom"
        /// The contract says nothing of it.
        case drift
    }

    let kind: Kind
    /// The check that has shown it; nil for what holds for all of them.
    let check: String?
    let words: String
}

/// One deployment, as a run has seen it.
struct Side: Sendable {
    let base: String
    let outcomes: [Outcome]
    let shapes: [String: [ReplyShape: Int]]
    let headers: Set<String>
}

/// Holds two deployments against each other that were asked the same.
struct Comparison: Sendable {
    let one: Side
    let other: Side

    var differences: [Difference] { verdicts + replies + headers }

    private var verdicts: [Difference] {
        let others = Dictionary(other.outcomes.map { ($0.id, $0) }) { first, _ in first }
        let known = Set(one.outcomes.map(\.id))
        var found = one.outcomes.flatMap { difference($0.id, $0, others[$0.id]) }
        for outcome in other.outcomes where !known.contains(outcome.id) {
            found += difference(outcome.id, nil, outcome)
        }
        return found
    }

    private func difference(_ id: String, _ first: Outcome?, _ second: Outcome?) -> [Difference] {
        var found: [Difference] = []
        for (side, outcome) in [(one, first), (other, second)] {
            guard case .violated(let finding)? = outcome?.verdict else { continue }
            found.append(
                Difference(
                    kind: .breaks, check: id, words: "\(side.base): \(finding.problems.joined(separator: "; "))"))
        }
        let (left, right) = (Self.words(first), Self.words(second))
        if found.isEmpty, left != right {
            found.append(
                Difference(kind: .drift, check: id, words: "\(one.base): \(left); \(other.base): \(right)"))
        }
        return found
    }

    private static func words(_ outcome: Outcome?) -> String {
        switch outcome?.verdict {
        case .verified?: "verified"
        case .violated?: "violated"
        case .notExercised(let reason)?: "not exercised, \(reason)"
        case .notTestable(let reason)?: "not testable, \(reason)"
        case nil: "no such check"
        }
    }

    /// Replies that differ where no promise is broken.
    private var replies: [Difference] {
        let broken = Set(verdicts.filter { $0.kind == .breaks }.compactMap(\.check))
        return Set(one.shapes.keys).union(other.shapes.keys).subtracting(broken).sorted().flatMap { check in
            let (left, right) = (one.shapes[check] ?? [:], other.shapes[check] ?? [:])
            guard !left.isEmpty, !right.isEmpty else { return [Difference]() }
            return differences(check, Set(left.keys), Set(right.keys))
        }
    }

    private func differences(_ check: String, _ left: Set<ReplyShape>, _ right: Set<ReplyShape>) -> [Difference] {
        var found: [Difference] = []
        for (side, own, theirs) in [(one, left, right), (other, right, left)] {
            for shape in own.subtracting(theirs).sorted(by: { $0.words < $1.words }) {
                let alike = theirs.filter { $0.words == shape.words }
                if alike.isEmpty {
                    found.append(
                        Difference(kind: .freedom, check: check, words: "only \(side.base) answers \(shape.words)"))
                    continue
                }
                let extras = shape.extras.subtracting(alike.flatMap(\.extras))
                let choices = shape.choices.subtracting(alike.flatMap(\.choices))
                if !extras.isEmpty {
                    found.append(
                        Difference(
                            kind: .drift, check: nil,
                            words: "only \(side.base) has \(Self.list(extras)) in \(shape.operation)"))
                }
                if !choices.isEmpty {
                    found.append(
                        Difference(
                            kind: .freedom, check: nil,
                            words: "only \(side.base) has \(Self.list(choices)) in \(shape.operation)"))
                }
            }
        }
        return found
    }

    private var headers: [Difference] {
        [(one, other), (other, one)].compactMap { side, neighbour in
            let only = side.headers.subtracting(neighbour.headers)
            if only.isEmpty { return nil }
            return Difference(kind: .drift, check: nil, words: "only \(side.base) sends the headers \(Self.list(only))")
        }
    }

    private static func list(_ names: Set<String>) -> String { names.sorted().joined(separator: ", ") }
}
