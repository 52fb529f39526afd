import Contract

/// Swift's names for the contract's: they differ in case only, save `self`, which no backticks make a member of.
enum SwiftNames {
    /// `org_role` gives `orgRole`.
    static func lowerCamel(_ name: String) -> String { CamelCase.lower(name) }

    /// A name for a variable of generated code that hides none of these fields, nor is hidden by one.
    static func unused(_ name: String, by fields: [Field]) -> String {
        let names = Set(fields.map { lowerCamel($0.name) })
        var unused = name
        while names.contains(unused) { unused = "the" + unused.prefix(1).uppercased() + unused.dropFirst() }
        return unused
    }

    /// `org_role`, `read-state.write` and `inviteTeammate` give `OrgRole`, `ReadStateWrite` and `InviteTeammate`.
    static func upperCamel(_ name: String) -> String { CamelCase.upper(name) }

    /// A name as a declaration may use it: reserved words stand in backticks.
    static func declared(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }

    private static let reserved: Set<String> = [
        "any", "as", "await", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "each",
        "else", "enum",
        "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
        "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
        "typealias", "unsafe", "var", "where", "while",
    ]

    /// A Swift string literal.
    static func literal(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "\0"..<" ": "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// A whole number with its digits in groups of three.
    static func literal(_ number: Int) -> String {
        let digits = String(abs(number))
        guard digits.count > 4 else { return String(number) }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += "_" }
            grouped.append(digit)
        }
        return (number < 0 ? "-" : "") + grouped
    }
}

extension TypeReference {
    var swift: String {
        switch self {
        case .named(let name): name
        case .boolean: "Bool"
        case .timestamp: "Timestamp"
        case .list(let element): "[\(element.swift)]"
        }
    }
}

extension Operation {
    /// The namespace of the operation's types.
    var typeName: String { SwiftNames.upperCamel(name) }

    /// Every field that the operation takes, in the order path, query, body.
    var inputFields: [Field] { pathFields + queryFields + (bodyFields ?? []) }

    var hasInput: Bool { !inputFields.isEmpty || bodyFields != nil }
}

extension Contract {
    func scopeCase(_ name: String) -> String {
        scopes.first { $0.name == name }?.caseName ?? SwiftNames.lowerCamel(name)
    }

    /// The type of a caller that fulfils a requirement: `AdminSession`, `ChannelsReadKey`, `ChatCaller`.
    func callerType(_ requirement: Requirement) -> String {
        let noun = credential(named: requirement.credential)?.noun ?? ""
        if let role = requirement.role { return SwiftNames.upperCamel(role) + noun }
        if let scope = requirement.scope { return SwiftNames.upperCamel(scopeCase(scope)) + noun }
        return noun + "Caller"
    }

    func callerType(_ access: Access) -> String {
        switch access {
        case .anyone: "Visitor"
        case .caller(let requirement): callerType(requirement)
        case .choice(let name, _): name
        }
    }
}
