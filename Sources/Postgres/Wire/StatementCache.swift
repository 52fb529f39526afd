/// The statements that one connection knows by name. Bounded: the one that was made known first goes first.
struct StatementCache {
    static let capacity = 256

    /// The same text with values of other types is another statement to the server.
    struct Key: Hashable {
        let text: String
        let types: [UInt32]
    }

    private var names: [Key: String] = [:]
    private var order: [Key] = []
    private var serial = 0
    /// Names that the server is still to be told to forget.
    private var discarded: [String] = []

    /// The name of a statement that is known.
    func name(of key: Key) -> String? { names[key] }

    /// A new name; another one is discarded if it has to make room.
    mutating func add(_ key: Key) -> String {
        if order.count >= Self.capacity { discard(order[0]) }
        serial += 1
        let name = "s\(serial)"
        names[key] = name
        order.append(key)
        return name
    }

    /// The server has refused to know a statement by this name.
    mutating func forget(_ key: Key, named name: String) {
        guard names[key] == name else { return }
        names[key] = nil
        order.removeAll { $0 == key }
    }

    /// The server is to forget a statement.
    mutating func discard(_ key: Key) {
        guard let name = names.removeValue(forKey: key) else { return }
        order.removeAll { $0 == key }
        discarded.append(name)
    }

    /// The server could not be told just then.
    mutating func discardAgain(_ name: String) { discarded.append(name) }

    mutating func takeDiscarded() -> [String] {
        guard !discarded.isEmpty else { return [] }
        defer { discarded = [] }
        return discarded
    }
}

extension SQL {
    var key: StatementCache.Key { StatementCache.Key(text: text, types: parameters.map(\.type)) }
}
