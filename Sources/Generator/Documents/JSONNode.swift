import Contract

/// A JSON value whose members keep the order in which they were set, so that a document has the same bytes each time.
enum JSONNode: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case text(String)
    case list([JSONNode])
    case object(JSONObject)

    /// The declaration of the spec that it tells of, where it is an object that knows one.
    var origin: SourceLocation? { if case .object(let object) = self { object.origin } else { nil } }

    static func texts(_ values: [String]) -> JSONNode { .list(values.map { .text($0) }) }
}

extension JSONNode: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(stringLiteral value: String) { self = .text(value) }
    init(arrayLiteral elements: JSONNode...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSONNode)...) { self = .object(JSONObject(elements)) }
}

/// The members of a JSON object, in order.
struct JSONObject: Sendable {
    private(set) var members: [Member] = []
    /// The declaration of the spec that it tells of; it is not part of the value.
    var origin: SourceLocation?

    struct Member: Equatable, Sendable {
        let name: String
        var value: JSONNode
    }

    var isEmpty: Bool { members.isEmpty }

    /// Nil where there is no such member. Setting a value puts a new member at the end; setting nil takes it away.
    subscript(name: String) -> JSONNode? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension JSONObject: Equatable {
    static func == (left: Self, right: Self) -> Bool { left.members == right.members }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    init(_ members: [(String, JSONNode)]) {
        self.members.reserveCapacity(members.count)
        for (name, value) in members { self[name] = value }
    }

    init(dictionaryLiteral elements: (String, JSONNode)...) { self.init(elements) }
}
