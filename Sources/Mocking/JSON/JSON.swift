/// A JSON value. Objects keep the order and the repetitions of their members.
public indirect enum JSON: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number as it was written.
    case number(String)
    case text(String)
    case list([JSON])
    case object([Member])

    public struct Member: Sendable, Hashable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The first member of this name; nil without one.
    public subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }

    var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let text): NumberGrammar.whole(text)
        default: nil
        }
    }

    var elements: [JSON]? { if case .list(let elements) = self { elements } else { nil } }
}
