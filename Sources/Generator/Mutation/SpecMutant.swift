import Contract

/// One small change of one node of a spec.
struct SpecMutant: Sendable {
    let kind: MutationKind
    /// Which of the spec's files.
    let file: Int
    /// From the file's root to the node that is changed.
    let path: [PathStep]
    let location: SourceLocation
    /// The keys on the way, `*` for members of lists: `types.Handle.text.max`.
    let keys: [String]
    /// What is done, in words.
    let words: String
    /// The key that the last of `keys` was swapped with.
    var partner: String?
    /// The node that takes the place of the one at the path.
    let replacement: YAMLNode

    enum PathStep: Sendable {
        case entry(Int)
        case element(Int)
    }

    /// The spec with this change.
    func documents(of spec: [SpecDocument]) -> [SpecDocument] {
        var documents = spec
        documents[file] = SpecDocument(
            path: spec[file].path, root: Self.replacing(spec[file].root, path[...], with: replacement))
        return documents
    }

    private static func replacing(
        _ node: YAMLNode, _ path: ArraySlice<PathStep>, with replacement: YAMLNode
    ) -> YAMLNode {
        guard let step = path.first else { return replacement }
        switch (step, node.content) {
        case (.entry(let index), .mapping(var entries)):
            let entry = entries[index]
            entries[index] = YAMLNode.Entry(
                key: entry.key, keyLocation: entry.keyLocation,
                value: replacing(entry.value, path.dropFirst(), with: replacement))
            return YAMLNode(content: .mapping(entries), location: node.location)
        case (.element(let index), .sequence(var elements)):
            elements[index] = replacing(elements[index], path.dropFirst(), with: replacement)
            return YAMLNode(content: .sequence(elements), location: node.location)
        default: return node
        }
    }
}

extension SpecMutant: CustomStringConvertible {
    var description: String { "\(location): \(keys.joined(separator: ".")): \(words)" }
}

/// What can be done to a node.
enum MutationKind: String, Sendable, CaseIterable {
    case deletedEntry = "delete an entry"
    case renamedKey = "rename a key"
    case markedKey = "turn a key's question mark"
    case swappedEntries = "swap two entries"
    case deletedElement = "delete a member of a list"
    case swappedElements = "swap two members of a list"
    case raisedNumber = "raise a number by one"
    case loweredNumber = "lower a number by one"
    case flippedBoolean = "flip a boolean"
    case alteredText = "alter a text"
    case renamedReference = "name another declaration or word"
    case markedValue = "turn a value's question mark"
}
