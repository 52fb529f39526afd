import Runtime

/// What somebody has written breaks the rule of the type that it was meant for. It does not repeat what was written.
public struct BrokenRule: Error, Sendable, Hashable, CustomStringConvertible {
    /// As the contract calls the type.
    public let type: String
    public let problem: String

    public var description: String { "\(type) \(problem)" }
}

extension TextScalar {
    /// Takes a text that somebody has written, if it keeps the type's rule.
    public init(_ text: String) throws(BrokenRule) {
        var problems = FieldProblems()
        guard let value = Self.read(text: text, &problems) else { throw BrokenRule(of: Self.self, problems) }
        self = value
    }
}

extension IntegerScalar {
    /// Takes a number that somebody has chosen, if it keeps the type's bounds.
    public init(_ number: Int) throws(BrokenRule) {
        var problems = FieldProblems()
        guard let value = Self.read(text: String(number), &problems) else { throw BrokenRule(of: Self.self, problems) }
        self = value
    }
}

extension BrokenRule {
    fileprivate init<Value>(of type: Value.Type, _ problems: FieldProblems) {
        self.init(type: "\(type)", problem: problems.all.first?.message ?? "is not valid")
    }
}
