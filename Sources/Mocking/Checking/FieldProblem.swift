/// One field that breaks its rules. It never repeats the value, which may be sensitive.
public struct FieldProblem: Sendable, Hashable {
    /// A JSON pointer into the body, `?name` for a query parameter, or the name of a header.
    public let pointer: String
    public let code: Code
    /// What the field must be.
    public let message: String

    /// What kind of rule was broken, as it stands on the wire.
    public enum Code: String, Sendable {
        case required
        case wrongType = "wrong_type"
        case tooShort = "too_short"
        case tooLong = "too_long"
        case tooSmall = "too_small"
        case tooLarge = "too_large"
        case notOneOf = "not_one_of"
        case malformed
        case blank
        case reserved
    }

    var json: JSON {
        .object([
            JSON.Member("pointer", .text(pointer)), JSON.Member("code", .text(code.rawValue)),
            JSON.Member("message", .text(message)),
        ])
    }
}
