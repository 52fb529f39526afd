/// A named text type of the contract. A value of it has kept the type's rules.
public protocol TextScalar: JSONReadable, JSONWritable, QueryReadable, QueryWritable, Hashable, CustomStringConvertible
{
    static var rule: TextRule { get }
    var text: String { get }
    /// Takes a text that is known to keep the rules, such as one that was stored after it was checked.
    init(trusted text: String)
}

extension TextScalar {
    /// Takes a text that keeps the rules; nil, with a problem, for any other.
    public static func read(text: String, _ problems: inout FieldProblems) -> Self? {
        read(text, TextSurvey(of: text), &problems)
    }

    @inlinable
    static func read(_ text: String, _ survey: TextSurvey, _ problems: inout FieldProblems) -> Self? {
        if let problem = rule.problem(with: text, survey) {
            problems.add(problem.code, problem.message)
            return nil
        }
        return Self(trusted: text)
    }

    @inlinable
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        var survey = TextSurvey()
        guard let text = json.readString(&survey) else {
            json.refuseType("a string", &problems)
            return nil
        }
        return read(text, survey, &problems)
    }

    public var queryText: String { text }

    public func write(to json: inout JSONWriter) { json.string(text) }

    public var description: String { text }
}

/// Equality and hashes, given once so that the compiler need not derive them for every text of a contract.
extension TextScalar {
    @inlinable
    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// How sensitive a text is.
public enum Sensitivity: String, Sendable {
    /// Grants something to whoever holds it.
    case secret
    /// Says who somebody is.
    case personal
    /// What people wrote to each other.
    case message
}

/// A text that must not be seen in logs: every way of printing it shows its sensitivity instead.
public protocol SensitiveText: TextScalar, CustomDebugStringConvertible, CustomReflectable {
    static var sensitivity: Sensitivity { get }
}

extension SensitiveText {
    public var description: String { "‹\(Self.sensitivity.rawValue)›" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
