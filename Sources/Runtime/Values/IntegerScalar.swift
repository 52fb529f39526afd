/// A named whole number of the contract. A value of it has kept the type's bounds.
public protocol IntegerScalar: JSONReadable, JSONWritable, QueryReadable, QueryWritable, Hashable,
    CustomStringConvertible
{
    static var rule: IntegerRule { get }
    var value: Int { get }
    /// Takes a number that is known to keep the bounds.
    init(trusted value: Int)
}

/// What an integer type accepts.
public struct IntegerRule: Sendable {
    @usableFromInline let bounds: ClosedRange<Int>
    /// A value above the bounds counts as their upper end.
    @usableFromInline let isClamped: Bool

    public init(_ bounds: ClosedRange<Int>, isClamped: Bool = false) {
        self.bounds = bounds
        self.isClamped = isClamped
    }
}

extension IntegerScalar {
    /// Reads what JSON would read as a number, and nothing else: neither `+5` nor `infinity`.
    public static func read(text: String, _ problems: inout FieldProblems) -> Self? {
        var json = JSONReader(Array(text.utf8))
        guard json.readNumber() == text else {
            problems.add(.wrongType, "must be a whole number")
            return nil
        }
        return read(number: text, &problems)
    }

    @inlinable
    static func read(number text: String, _ problems: inout FieldProblems) -> Self? {
        guard let value = wholeNumber(text) else {
            problems.add(.wrongType, "must be a whole number")
            return nil
        }
        if value < rule.bounds.lowerBound {
            problems.add(.tooSmall, "must be at least \(rule.bounds.lowerBound)")
            return nil
        }
        if value > rule.bounds.upperBound, !rule.isClamped {
            problems.add(.tooLarge, "must be at most \(rule.bounds.upperBound)")
            return nil
        }
        return Self(trusted: min(value, rule.bounds.upperBound))
    }

    @inlinable
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        guard let number = json.readNumber() else {
            json.refuseType("a whole number", &problems)
            return nil
        }
        return read(number: number, &problems)
    }

    /// JSON knows no integers: `1.0` and `1e2` are whole numbers too. Digits beyond `Int` count as its end.
    @usableFromInline
    static func wholeNumber(_ text: String) -> Int? {
        if let value = Int(text) { return value }
        guard let value = Double(text), value.rounded() == value else { return nil }
        return Int(exactly: value) ?? (value > 0 ? .max : .min)
    }

    public var queryText: String { description }

    public func write(to json: inout JSONWriter) { json.integer(value) }

    public var description: String { String(value) }
}

/// Equality and hashes, given once so that the compiler need not derive them for every number of a contract.
extension IntegerScalar {
    @inlinable
    public static func == (left: Self, right: Self) -> Bool { left.value == right.value }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
