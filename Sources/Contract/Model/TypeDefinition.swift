/// A named type of the contract.
public struct TypeDefinition: Sendable {
    /// Upper camel case: `InvitationId`.
    public let name: String
    public let summary: String?
    public let shape: Shape
    public let sensitivity: Sensitivity?
    /// A valid value as it stands on the wire. Every text, number and time has one; records derive theirs.
    public let example: String?
    public let promises: [String]
    /// The spec file's name without its extension: output is split by it.
    public let topic: String
    public let location: SourceLocation
}

/// What values a type has.
public enum Shape: Sendable {
    case text(TextRule)
    case integer(IntegerRule)
    /// A UUID in lower-case hexadecimal.
    case id
    case enumeration([String])
    case record([Field])
}

/// How sensitive a value is. Redaction, `no-store` and the suite's leak canaries follow from it.
public enum Sensitivity: String, Sendable, CaseIterable {
    /// Grants something to whoever holds it.
    case secret
    /// Says who somebody is.
    case personal
    /// What people wrote to each other.
    case message
}

/// The rules of a text type. Lengths count Unicode scalars, as JSON Schema does.
public struct TextRule: Sendable, Hashable {
    public let minimum: Int
    public let maximum: Int
    public let alphabet: Alphabet?
    public let format: Format?
    /// One line only: no control characters. Otherwise tabs and line ends may occur.
    public let isSingleLine: Bool
    /// Words that fit every other rule and are refused all the same.
    public let reserved: [String]

    public enum Format: String, Sendable, CaseIterable {
        /// One `@`, something before it and a dotted name behind it.
        case email
        /// A day of the calendar: `2026-01-31`.
        case day
        /// Where web pages come from: scheme, host and, if it is not the scheme's own, port; `https://*.` for all hosts
        /// below one.
        case origin
        /// `#` and six hexadecimal digits.
        case color
        /// An absolute address that begins with `https://`.
        case link
    }
}

/// A set of ASCII characters, written as in `a-z 0-9 -`.
public struct Alphabet: Sendable, Hashable {
    /// As the spec writes it.
    public let notation: String
    public let ranges: [ClosedRange<UInt8>]

    public func contains(_ byte: UInt8) -> Bool { ranges.contains { $0.contains(byte) } }
}

/// The rules of a whole number.
public struct IntegerRule: Sendable, Hashable {
    public let minimum: Int
    public let maximum: Int
    /// A value above the maximum counts as the maximum instead of being refused.
    public let isClamped: Bool
    /// What an absent value counts as.
    public let fallback: Int?
}

/// A field of a record, a body, a path or a query.
public struct Field: Sendable {
    /// Lower snake case, as on the wire.
    public let name: String
    public let type: TypeReference
    /// The field may be left out.
    public let isOptional: Bool
    /// The field may be `null`.
    public let isNullable: Bool
    public let summary: String?
    /// The value is shown by the reply that creates it and by no other.
    public let isShownOnce: Bool
    public let location: SourceLocation
}

/// A use of a type.
public indirect enum TypeReference: Sendable, Hashable {
    case named(String)
    case boolean
    /// A point in time: RFC 3339 in UTC.
    case timestamp
    case list(of: TypeReference)

    /// The type as the spec writes it.
    public var notation: String {
        switch self {
        case .named(let name): name
        case .boolean: "boolean"
        case .timestamp: "timestamp"
        case .list(let element): "[\(element.notation)]"
        }
    }
}
