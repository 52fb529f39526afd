/// Something that a check needs is not there on this rung, or has not come about: the check is not testable.
struct OutOfReach: Error, CustomStringConvertible {
    /// Why, for the report.
    let reason: String

    init(_ reason: String) { self.reason = reason }

    var description: String { reason }
}
