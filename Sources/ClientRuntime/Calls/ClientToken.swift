import Runtime

/// A token that no way of printing shows.
public struct ClientToken: Sendable, CustomStringConvertible, CustomReflectable {
    let text: String

    public init(_ text: String) { self.text = text }

    /// Takes a token as a reply has brought it.
    public init(_ token: some TextScalar) { self.init(token.text) }

    public var description: String { "‹secret›" }

    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
