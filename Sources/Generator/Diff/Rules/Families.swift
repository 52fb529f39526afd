import Contract

/// The kinds of rules that come up again and again. Each gives a rule together with its mirror.
extension DiffRule {
    typealias Group<Item: Sendable> = @Sendable (Comparison) -> Pairs<Item>

    /// Something appears, or disappears: `-added` and `-removed`.
    static func presence<Item>(
        _ stem: String, _ what: String, in group: @escaping Group<Item>,
        describe: @escaping @Sendable (Item) -> String, added: Effect, removed: Effect
    ) -> [DiffRule] {
        presence(
            (stem + "-added", stem + "-removed"), what, in: group, describe: describe, added: added, removed: removed)
    }

    static func presence<Item>(
        _ ids: (added: String, removed: String), _ what: String, in group: @escaping Group<Item>,
        describe: @escaping @Sendable (Item) -> String, added: Effect, removed: Effect
    ) -> [DiffRule] {
        [
            DiffRule(id: ids.added, mirror: ids.removed, explanation: "\(what) is new", effect: added) {
                group($0).added.map {
                    Occurrence(
                        subject: $0.subject, old: nil, new: describe($0.item), location: $0.location, note: $0.note)
                }
            },
            DiffRule(id: ids.removed, mirror: ids.added, explanation: "\(what) is gone", effect: removed) {
                group($0).removed.map {
                    Occurrence(
                        subject: $0.subject, old: describe($0.item), new: nil, location: $0.location, note: $0.note)
                }
            },
        ]
    }

    /// Something is written otherwise than before; swapped, it is the same change.
    static func change<Item>(
        _ id: String, _ what: String, in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> String?, _ effect: Effect
    ) -> DiffRule {
        DiffRule(id: id, mirror: id, explanation: "\(what) is another one", effect: effect) {
            group($0).kept.compactMap { pair in
                guard let old = value(pair.old), let new = value(pair.new), old != new else { return nil }
                return pair.occurrence(old, new)
            }
        }
    }

    /// Something that may be there appears, disappears or is written otherwise.
    static func option<Item>(
        _ stem: String, _ what: String, in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> String?, added: Effect, removed: Effect, changed: Effect
    ) -> [DiffRule] {
        option(
            (stem + "-added", stem + "-removed", stem + "-changed"), what, in: group, value: value, added: added,
            removed: removed, changed: changed)
    }

    static func option<Item>(
        _ ids: (added: String, removed: String, changed: String), _ what: String, in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> String?, added: Effect, removed: Effect, changed: Effect
    ) -> [DiffRule] {
        turn((ids.added, ids.removed), ("\(what) is new", "\(what) is gone"), in: group, first: added, second: removed)
        {
            switch (value($0), value($1)) {
            case (nil, let new?): .first(nil, new)
            case (let old?, nil): .second(old, nil)
            default: nil
            }
        } + [change(ids.changed, what, in: group, value: value, changed)]
    }

    /// A number goes up or down.
    static func number<Item>(
        _ ids: (up: String, down: String), _ what: String, in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> Int?, up: Effect, down: Effect
    ) -> [DiffRule] {
        turn(ids, (what + " is higher", what + " is lower"), in: group, first: up, second: down) {
            guard let old = value($0), let new = value($1), old != new else { return nil }
            return new > old ? .first(String(old), String(new)) : .second(String(old), String(new))
        }
    }

    /// Something is so now, or is so no more.
    static func flag<Item>(
        _ ids: (on: String, off: String), _ explanations: (on: String, off: String), in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> Bool, on: Effect, off: Effect
    ) -> [DiffRule] {
        turn(ids, explanations, in: group, first: on, second: off) {
            guard value($0) != value($1) else { return nil }
            return value($1) ? .first("no", "yes") : .second("yes", "no")
        }
    }

    /// Members of a list that come or go, whatever their order.
    static func elements<Item>(
        _ ids: (added: String, removed: String), _ what: String, in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> [String], added: Effect, removed: Effect
    ) -> [DiffRule] {
        @Sendable func missing(_ pair: Pair<Item>, of list: [String], in other: [String], isNew: Bool) -> [Occurrence] {
            list.filter { !other.contains($0) }.map {
                Occurrence(
                    subject: "\(pair.subject).\($0)", old: isNew ? nil : $0, new: isNew ? $0 : nil,
                    location: pair.location, note: pair.note)
            }
        }
        return [
            DiffRule(id: ids.added, mirror: ids.removed, explanation: "\(what) is new", effect: added) {
                group($0).kept.flatMap { missing($0, of: value($0.new), in: value($0.old), isNew: true) }
            },
            DiffRule(id: ids.removed, mirror: ids.added, explanation: "\(what) is gone", effect: removed) {
                group($0).kept.flatMap { missing($0, of: value($0.old), in: value($0.new), isNew: false) }
            },
        ]
    }

    /// What both lists have stands in another order.
    static func order<Item>(
        _ id: String, _ what: String, in group: @escaping Group<Item>,
        value: @escaping @Sendable (Item) -> [String], _ effect: Effect
    ) -> DiffRule {
        DiffRule(id: id, mirror: id, explanation: "\(what) stand in another order", effect: effect) {
            group($0).kept.compactMap { pair in
                let (old, new) = (value(pair.old), value(pair.new))
                guard old != new else { return nil }
                let kept = old.filter(Set(new).contains), now = new.filter(Set(old).contains)
                guard kept != now else { return nil }
                return pair.occurrence(kept.joined(separator: ", "), now.joined(separator: ", "))
            }
        }
    }

    /// Two rules that are each other's mirror, told apart by one look at a pair.
    static func turn<Item>(
        _ ids: (String, String), _ explanations: (String, String), in group: @escaping Group<Item>,
        first: Effect, second: Effect, judge: @escaping @Sendable (Item, Item) -> Turn?
    ) -> [DiffRule] {
        [
            DiffRule(id: ids.0, mirror: ids.1, explanation: explanations.0, effect: first) {
                group($0).kept.compactMap { pair in
                    guard case .first(let old, let new)? = judge(pair.old, pair.new) else { return nil }
                    return pair.occurrence(old, new)
                }
            },
            DiffRule(id: ids.1, mirror: ids.0, explanation: explanations.1, effect: second) {
                group($0).kept.compactMap { pair in
                    guard case .second(let old, let new)? = judge(pair.old, pair.new) else { return nil }
                    return pair.occurrence(old, new)
                }
            },
        ]
    }

    /// Which of two rules applies, with the old and the new value in words.
    enum Turn {
        case first(String?, String?)
        case second(String?, String?)
    }
}

extension Pair {
    func occurrence(_ old: String?, _ new: String?) -> Occurrence {
        Occurrence(subject: subject, old: old, new: new, location: location, note: note)
    }
}
