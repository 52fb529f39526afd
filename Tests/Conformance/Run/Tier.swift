import ArgumentParser

/// How much a run asks of a deployment beyond the least that shows whether it keeps its promises.
enum Tier: String, Sendable, CaseIterable, Comparable, ExpressibleByArgument {
    /// Two workspaces at most, both the run's own; nothing that anybody else would notice.
    case safe
    /// Uses limits up and does nothing else, which keeps everybody out for a while who shares the run's address.
    case limits
    /// Also gives each journey a workspace of its own.
    case full

    static func < (one: Tier, other: Tier) -> Bool { one.place < other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
