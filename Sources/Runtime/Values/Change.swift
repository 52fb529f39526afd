/// What a request says of a value that can be there or not: in a PATCH, absent and null are two things.
public enum Change<Value: Sendable>: Sendable {
    /// The field was left out.
    case keep
    /// The field was null.
    case clear
    case set(Value)

    /// The value after the change.
    public func applied(to value: Value?) -> Value? {
        switch self {
        case .keep: value
        case .clear: nil
        case .set(let new): new
        }
    }
}
