/// Changes of a spec that mean nothing, so that nothing can tell of them.
enum MeaninglessChange: String, Sendable, CaseIterable {
    case topLevelOrder = "the order of a file's parts"
    case declarationOrder = "the order of declarations where no output lists them"
    case keyOrder = "the order of the keys of one declaration"

    /// Why nothing can tell of such a change.
    var proof: String {
        switch self {
        case .topLevelOrder: "the loader gathers each part by its name"
        case .declarationOrder: "they are found by their names"
        case .keyOrder: "the loader asks for each key by its name"
        }
    }

    func explains(_ mutant: SpecMutant) -> Bool {
        guard mutant.kind == .swappedEntries, let key = mutant.keys.last, let partner = mutant.partner else {
            return false
        }
        switch self {
        case .topLevelOrder: return mutant.keys.count == 1
        case .declarationOrder: return mutant.keys.count == 2
        case .keyOrder:
            return mutant.keys.count > 1 && Self.languageKeys.isSuperset(of: [key, partner])
                && !Self.named.contains(mutant.keys[mutant.keys.count - 2])
        }
    }

    /// Below these the author names the members, which may look like keys of the language.
    private static let named: Set = [
        "fields", "path", "query", "request", "request?", "principal", "link", "fresh", "with", "expect", "keep",
        "prefixes", "refuses",
    ]

    /// The keys that the language gives to declarations.
    private static let languageKeys: Set = [
        "summary", "noun", "carried", "prefixes", "pages", "page_limit", "token", "roles", "scoped", "principal",
        "promises", "granted", "by", "allow", "every_seconds", "status", "message", "implied_by", "text", "claimed",
        "unobservable", "integer", "id", "enum", "fields", "sensitive", "example", "min", "max", "chars", "format",
        "lines", "reserved", "above", "default", "type", "shown", "number", "title", "name", "guide", "route",
        "access", "path", "query", "request", "request?", "reply", "errors", "limit", "cache_seconds", "audit", "mail",
        "subprotocol", "token_subprotocol", "token_query", "ref", "frame_limit", "auth_seconds", "heartbeat_seconds",
        "replay_limit", "scope", "answers", "replayed", "code", "retry", "subject", "page", "link", "fresh", "steps",
        "step", "call", "as", "with", "refused", "to", "expect", "count", "keep", "connect", "send", "on", "receive",
        "closed", "version", "body_limit", "socket", "frame", "event", "close", "field",
    ]
}
