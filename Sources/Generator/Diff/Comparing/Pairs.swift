import Contract

/// Something of a contract that can be told from its like by its subject.
struct Entry<Item: Sendable>: Sendable {
    var subject: String
    let item: Item
    let location: SourceLocation
    var note: String?
    /// The subject of what it is a part of; nil for what stands for itself.
    var owner: String?
}

/// Something that both contracts have.
struct Pair<Item: Sendable>: Sendable {
    let subject: String
    let old: Item
    let new: Item
    let location: SourceLocation
    let note: String?
}

/// Two contracts' entries of one kind, put side by side by subject.
struct Pairs<Item: Sendable>: Sendable {
    var removed: [Entry<Item>] = []
    var added: [Entry<Item>] = []
    var kept: [Pair<Item>] = []

    init(_ old: [Entry<Item>], _ new: [Entry<Item>]) {
        var before: [String: Entry<Item>] = [:]
        for entry in old { before[entry.subject] = entry }
        for entry in new {
            if let match = before.removeValue(forKey: entry.subject) {
                kept.append(
                    Pair(
                        subject: entry.subject, old: match.item, new: entry.item, location: entry.location,
                        note: entry.note))
            } else {
                added.append(entry)
            }
        }
        removed = old.filter { before[$0.subject] != nil }
    }

    /// Without the parts of what is new or gone altogether: that is told once, not part by part.
    func within(_ owners: Pairs<some Sendable>) -> Pairs {
        let kept = Set(owners.kept.map(\.subject))
        var filtered = self
        filtered.added = added.filter { $0.owner.map(kept.contains) ?? true }
        filtered.removed = removed.filter { $0.owner.map(kept.contains) ?? true }
        return filtered
    }
}
