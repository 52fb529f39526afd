/// Where a text begins to differ from another.
struct FirstDifference: Equatable {
    /// Counted from 1, in the new text.
    let line: Int
    /// What stands there in the old text; nil behind its end.
    let old: String?
    /// What stands there in the new text; nil behind its end.
    let new: String?
    /// The lines of the new text that the old one lacks or has otherwise. Empty where lines were only taken away.
    let changed: Range<Int>

    /// Nil where the texts are the same.
    init?(from old: String, to new: String) {
        guard old != new else { return nil }
        let before = old.split(separator: "\n", omittingEmptySubsequences: false)
        let after = new.split(separator: "\n", omittingEmptySubsequences: false)
        let prefix = zip(before, after).prefix { $0 == $1 }.count
        let limit = min(before.count, after.count) - prefix
        let suffix = min(limit, zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count)
        line = prefix + 1
        self.old = prefix < before.count ? String(before[prefix]) : nil
        self.new = prefix < after.count ? String(after[prefix]) : nil
        changed = prefix + 1..<after.count - suffix + 1
    }
}
