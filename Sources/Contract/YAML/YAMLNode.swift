/// A node of a YAML document, with the place where it starts.
public struct YAMLNode: Sendable {
    public let content: Content
    public let location: SourceLocation

    public init(content: Content, location: SourceLocation) {
        self.content = content
        self.location = location
    }

    public indirect enum Content: Sendable {
        /// `isPlain` tells `true` from `"true"`: only a plain scalar can be a boolean or a number.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    public struct Entry: Sendable {
        public let key: String
        public let keyLocation: SourceLocation
        public let value: YAMLNode

        public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }
}

extension YAMLNode {
    /// What the node is, in the words of a message to the spec's author.
    var kind: String {
        switch content {
        case .scalar("", isPlain: true): "empty"
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The scalar's text; nil for lists and mappings.
    public var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    public var elements: [YAMLNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// True for a node with nothing in it: `key:` with no value after it.
    var isEmpty: Bool {
        if case .scalar("", isPlain: true) = content { true } else { false }
    }
}
