import Contract

/// Whoever presents a token. The mock keeps no list of tokens: what a token may do stands in its own text.
///
/// Behind the prefix of its kind a token may go on with words, each ended by `_`:
/// - a role: `iris_ses_operator_…`; without one, the mightiest;
/// - `only_` and the scopes, as they are or from their last colon on, everything else than letters and digits written
///   as `_`: `iris_sk_only_messages_read_channels_read`; without it, what the kind is granted by default;
/// - `scopes_` and a hexadecimal number with a bit for each scope, in the contract's order: the short form that the
///   mock's own replies use;
/// - `unknown`, `expired` or `revoked`: the token is nobody's.
struct MockCaller {
    let credential: Credential
    let kind: Credential.Kind
    let role: String?
    let scopes: Set<String>

    /// Nil for a token that is not one of this credential's, or is nobody's.
    init?(_ token: String, of credential: Credential, in contract: Contract) {
        guard let kind = credential.kinds.first(where: { token.hasPrefix($0.prefix) }) else { return nil }
        let rest = String(token.dropFirst(kind.prefix.count))
        let words = rest.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        if let first = words.first, ["unknown", "expired", "revoked"].contains(first) { return nil }
        self.credential = credential
        self.kind = kind
        role =
            credential.roles.isEmpty
            ? nil : credential.roles.first { Self.begins(rest, with: $0) } ?? credential.roles.first
        scopes = Self.scopes(rest, words, of: kind, in: contract)
    }

    /// Whether this caller's role may do what the other may.
    func covers(_ role: String) -> Bool {
        guard let own = self.role.flatMap({ credential.roles.firstIndex(of: $0) }),
            let needed = credential.roles.firstIndex(of: role)
        else { return false }
        return own <= needed
    }

    /// The scopes that a kind is granted unless told otherwise.
    static func granted(_ kind: Credential.Kind, in contract: Contract) -> Set<String> {
        Set(contract.scopes.filter { $0.grantedTo.contains(kind.name) }.map(\.name))
    }

    /// The words by which a token tells its scopes; nil where its kind tells them already.
    static func notation(of scopes: Set<String>, kind: Credential.Kind, in contract: Contract) -> String? {
        guard scopes != granted(kind, in: contract), contract.scopes.count < 64 else { return nil }
        let bits = contract.scopes.enumerated().reduce(UInt64(0)) { bits, scope in
            scopes.contains(scope.element.name) ? bits | 1 << UInt64(scope.offset) : bits
        }
        return "scopes_\(String(bits, radix: 16))"
    }

    private static func scopes(
        _ rest: String, _ words: [String], of kind: Credential.Kind, in contract: Contract
    ) -> Set<String> {
        if words.count > 1, words[0] == "scopes", let bits = UInt64(words[1], radix: 16) {
            let named = contract.scopes.enumerated().filter { $0.offset < 64 && bits >> UInt64($0.offset) & 1 == 1 }
            return Set(named.map(\.element.name))
        }
        guard words.first == "only" else { return granted(kind, in: contract) }
        let told = "_" + slug(rest) + "_"
        return Set(
            contract.scopes.map(\.name).filter { name in
                let short = name.split(separator: ":").last.map(String.init) ?? name
                return told.contains("_" + slug(name) + "_") || told.contains("_" + slug(short) + "_")
            })
    }

    private static func begins(_ rest: String, with role: String) -> Bool {
        guard slug(rest).hasPrefix(slug(role)) else { return false }
        let next = slug(rest).dropFirst(slug(role).count).first
        return next == nil || next == "_"
    }

    private static func slug(_ text: String) -> String {
        String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}
