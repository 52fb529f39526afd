import Contract

/// Puts the keys of declarations in another order: those that the spec language has, which mean the same in any order.
///
/// Names that the spec's author chose keep theirs. The order of operations, types, errors or fields is the order in
/// which they are generated and read.
enum KeyShuffle {
    /// Below these keys stand names, each with a declaration of its own or a short form of one.
    private static let named: Set<String> = [
        "credentials", "callers", "scopes", "errors", "limits", "promises", "types", "mails", "jobs", "flows",
        "operations", "frames", "events", "closes", "fields", "request", "request?", "path", "query", "principal",
        "link", "prefixes", "refuses",
    ]
    /// Below these keys stand values of the author's own, all the way down.
    private static let opaque: Set<String> = ["fresh", "with", "expect", "keep"]

    static func shuffled(_ node: YAMLNode, with random: inout some RandomNumberGenerator) -> YAMLNode {
        switch node.content {
        case .scalar: return node
        case .sequence(let elements):
            let changed = elements.map { shuffled($0, with: &random) }
            return YAMLNode(content: .sequence(changed), location: node.location)
        case .mapping(let entries):
            let changed = entries.map { entry in
                YAMLNode.Entry(
                    key: entry.key, keyLocation: entry.keyLocation, value: value(of: entry, with: &random))
            }
            return YAMLNode(content: .mapping(changed.shuffled(using: &random)), location: node.location)
        }
    }

    private static func value(
        of entry: YAMLNode.Entry, with random: inout some RandomNumberGenerator
    ) -> YAMLNode {
        guard !opaque.contains(entry.key) else { return entry.value }
        guard named.contains(entry.key), let names = entry.value.entries else {
            return shuffled(entry.value, with: &random)
        }
        let declarations = names.map { name in
            YAMLNode.Entry(
                key: name.key, keyLocation: name.keyLocation, value: shuffled(name.value, with: &random))
        }
        return YAMLNode(content: .mapping(declarations), location: entry.value.location)
    }

    /// Every key of the documents, by path and in the order in which it stands.
    static func keys(of documents: [SpecDocument]) -> [String] {
        documents.sorted { $0.path < $1.path }.flatMap { keys(of: $0.root) }
    }

    private static func keys(of node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar: []
        case .sequence(let elements): elements.flatMap(keys)
        case .mapping(let entries): entries.flatMap { [$0.key] + keys(of: $0.value) }
        }
    }
}

/// The same numbers for the same seed, so that a failure can be seen again. SplitMix64.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
