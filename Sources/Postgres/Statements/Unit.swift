/// A setting of one transaction, such as the tenant that row-level security goes by.
public struct Setting: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Holds until the transaction ends.
    public var statement: SQL { "SELECT set_config(\(name), \(value), true)" }
}

/// Work that is known up front: settings and statements that run in one transaction and one round trip.
///
/// Concurrent units may come to share one transaction and one commit; a unit that fails is then run again alone. So
/// the statements of a unit must be safe to run again after a rollback: make ids before, not inside.
public struct Unit: Sendable {
    public let settings: [Setting]
    public let statements: [SQL]

    public init(settings: [Setting] = [], statements: [SQL]) {
        self.settings = settings
        self.statements = statements
    }
}
