/// A field while its object is being read: not seen yet, refused, null, or there.
///
/// Inlinable, because generic code that crosses a module's border unspecialised would cost more than the reading.
@frozen
public enum Incoming<Value: JSONReadable> {
    case absent
    case null
    /// Its problems have been noted already.
    case refused
    case value(Value)

    /// Reads the field's value, which comes next in the input.
    @inlinable
    public static func read(_ name: String, from json: inout JSONReader, _ problems: inout FieldProblems) -> Self {
        if json.readNull() { return .null }
        let mark = problems.count
        guard let value = Value.read(from: &json, &problems) else {
            problems.prefix("/" + name, from: mark)
            return .refused
        }
        return .value(value)
    }

    /// The value of a field that must be there.
    @inlinable
    public func required(_ name: String, _ problems: inout FieldProblems) -> Value? {
        switch self {
        case .value(let value): return value
        case .refused: return nil
        case .absent: problems.add(.required, "must be given", at: "/" + name)
        case .null: problems.add(.wrongType, "must not be null", at: "/" + name)
        }
        return nil
    }

    /// The value of a field that must be there and may be null.
    @inlinable
    public func nullable(_ name: String, _ problems: inout FieldProblems) -> Value?? {
        switch self {
        case .value(let value): return .some(value)
        case .null: return .some(nil)
        case .refused: return nil
        case .absent:
            problems.add(.required, "must be given", at: "/" + name)
            return nil
        }
    }

    /// What becomes of a field that may be left out and may be null.
    @inlinable
    public func change(_ name: String, _ problems: inout FieldProblems) -> Change<Value>? {
        switch self {
        case .value(let value): .set(value)
        case .null: .clear
        case .absent: .keep
        case .refused: nil
        }
    }

    /// The value of a field for which being absent and being null are the same.
    @inlinable
    public func absentOrNull(_ name: String, _ problems: inout FieldProblems) -> Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// The value of a field that may be left out.
    @inlinable
    public func optional(_ name: String, _ problems: inout FieldProblems) -> Value? {
        switch self {
        case .value(let value): return value
        case .absent, .refused: return nil
        case .null:
            problems.add(.wrongType, "must not be null", at: "/" + name)
            return nil
        }
    }
}
