import Contract

/// A place whose type is another one: what became of the values that may stand there.
struct TypeChange {
    let occurrence: Occurrence
    let values: Span

    /// How the values of one type compare with those of another.
    enum Span {
        case same
        case wider
        case narrower
        case other
    }

    init(
        _ old: TypeReference, in oldContract: Contract, _ new: TypeReference, in newContract: Contract,
        _ occurrence: Occurrence
    ) {
        self.occurrence = occurrence
        values = Self.span(old, oldContract, new, newContract, depth: 8)
    }

    /// Rules for places that refer to types: renamed, widened, narrowed or changed.
    static func rules(
        stem: String, what: String, suffix: String, direction: Direction, swift: Judgement,
        find: @escaping @Sendable (Comparison) -> [TypeChange]
    ) -> [DiffRule] {
        func rule(_ id: String, _ mirror: String, _ explanation: String, _ span: Span, _ wire: Judgement) -> DiffRule {
            DiffRule(
                id: "\(stem)-\(id)\(suffix)", mirror: "\(stem)-\(mirror)\(suffix)", explanation: explanation,
                effect: Effect(
                    wire: direction == .unsent ? .notSent : wire, swift: swift, flows: .derivedChecks)
            ) { comparison in
                find(comparison).filter { $0.values == span && $0.occurrence.old != $0.occurrence.new }
                    .map(\.occurrence)
            }
        }
        return [
            rule(
                "renamed", "renamed", "\(what) has another name and the same values", .same,
                .unaffected("the values are the same")),
            rule("widened", "narrowed", "\(what) has more values", .wider, direction.widening),
            rule("narrowed", "widened", "\(what) has fewer values", .narrower, direction.narrowing),
            rule("changed", "changed", "\(what) has other values", .other, .breaking("other values stand there")),
        ]
    }

    private static func span(
        _ old: TypeReference, _ oldContract: Contract, _ new: TypeReference, _ newContract: Contract, depth: Int
    ) -> Span {
        switch (old, new) {
        case (.boolean, .boolean), (.timestamp, .timestamp): return .same
        case (.list(let before), .list(let after)): return span(before, oldContract, after, newContract, depth: depth)
        case (.named(let before), .named(let after)):
            // A named type that changed is told by its own rules.
            if before == after { return .same }
            guard depth > 0, let left = oldContract.type(named: before)?.shape,
                let right = newContract.type(named: after)?.shape
            else { return .other }
            return span(left, oldContract, right, newContract, depth: depth)
        default: return .other
        }
    }

    private static func span(
        _ old: Shape, _ oldContract: Contract, _ new: Shape, _ newContract: Contract, depth: Int
    ) -> Span {
        switch (old, new) {
        case (.id, .id): .same
        case (.text(let before), .text(let after)): compare(before.spread(in: after), after.spread(in: before))
        case (.integer(let before), .integer(let after)):
            compare(before.spread(in: after), after.spread(in: before))
        case (.enumeration(let before), .enumeration(let after)):
            compare(Set(before).isSubset(of: after), Set(after).isSubset(of: before))
        case (.record(let before), .record(let after)):
            zip(before, after).allSatisfy { left, right in
                left.name == right.name && left.isOptional == right.isOptional && left.isNullable == right.isNullable
                    && span(left.type, oldContract, right.type, newContract, depth: depth - 1) == .same
            } && before.count == after.count ? .same : .other
        default: .other
        }
    }

    private static func compare(_ oldFitsNew: Bool, _ newFitsOld: Bool) -> Span {
        switch (oldFitsNew, newFitsOld) {
        case (true, true): .same
        case (true, false): .wider
        case (false, true): .narrower
        case (false, false): .other
        }
    }
}

extension TextRule {
    /// Whether the other rule accepts every text that this one accepts, as far as the rules alone can tell.
    func spread(in other: TextRule) -> Bool {
        other.minimum <= minimum && other.maximum >= maximum && (other.format == nil || other.format == format)
            && (!other.isSingleLine || isSingleLine) && Set(other.reserved).isSubset(of: reserved)
            && (other.alphabet == nil || alphabet.map { $0.bytes.isSubset(of: other.alphabet?.bytes ?? []) } == true)
    }
}

extension IntegerRule {
    func spread(in other: IntegerRule) -> Bool {
        other.minimum <= minimum && other.fallback == fallback && other.isClamped == isClamped
            && other.maximum >= maximum
    }
}

extension Alphabet {
    var bytes: Set<UInt8> { Set(ranges.flatMap { Array($0) }) }
}
