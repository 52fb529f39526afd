/// What may stand behind a key of the spec language.
public indirect enum ValueForm: Sendable {
    /// A single value that is not empty, whatever it looks like.
    case text
    case number(ClosedRange<Int>)
    case flag
    case choice([String])
    /// A name that is declared somewhere, or becomes one here.
    case name(NameForm)
    case notation(Notation)
    /// A type with an optional `?`, or a list of one type.
    case typeReference
    /// One, or a list of them.
    case oneOrMany(ValueForm)
    case list(of: ValueForm)
    /// A mapping whose keys are the writer's own names; nil for names without a form of their own.
    case mapping(of: ValueForm, names: NameForm?)
    /// A mapping of field names, each with a type or with the form `field`; `name?` may be left out.
    case fields
    /// A mapping of the form with this name.
    case form(String)
    case either([ValueForm])
    /// Any YAML value: `$name`, a literal, or lists and mappings of such.
    case anything
    /// The key stands alone.
    case nothing
}

/// The notations that the spec language has for what other languages spread over several keys.
public enum Notation: String, Sendable, CaseIterable {
    case route
    case reply
    case access
    case alphabet
    case path
    case headerToken

    /// In the words of the reference.
    public var words: String {
        switch self {
        case .route: "a method and a path: `POST /api/v1/notes/{note_id}`"
        case .reply: "a status and a type: `201 Note`, `200 [Note]` or `200 page of Note`"
        case .access: "`public`, a credential, `credential(role)`, `credential(scope)`, or a name from `callers`"
        case .alphabet: "ASCII characters and ranges: `a-z 0-9 -`"
        case .path: "a path without parameters: `/live`"
        case .headerToken: "a token of RFC 9110: letters, digits and `. - _`"
        }
    }

    /// ECMA-262, as JSON Schema has it. What a pattern lets through, the loader still checks.
    public var pattern: String {
        switch self {
        case .route: "^(\(Route.Method.allCases.map(\.rawValue).joined(separator: "|"))) /[^ ]*$"
        case .reply: #"^2(0[0-36-9]|[1-9][0-9]) (page of [A-Za-z0-9]+|\[[A-Za-z0-9]+\]|[A-Za-z0-9]+)$"#
        case .access: #"^[A-Za-z][A-Za-z0-9]*(\([^()]+\))?$"#
        case .alphabet: "^[!-~]([!-~]|-[!-~])?( [!-~](-[!-~])?)*$"
        case .path: "^/[^{}?# ]*$"
        case .headerToken: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"
        }
    }
}
