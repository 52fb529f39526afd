/// The statements that one connection knows by name. Bounded: the one that was made known first goes first.
struct StatementCache {
    static let capacity = 256

    private var names: [String: String] = [:]
    private var order: [String] = []
    private var serial = 0

    /// The name of a statement that is known.
    func name(of text: String) -> String? { names[text] }

    /// A new name, and the name that has to make room for it.
    mutating func add(_ text: String) -> (name: String, evicted: String?) {
        var evicted: String?
        if order.count >= Self.capacity {
            evicted = names.removeValue(forKey: order.removeFirst())
        }
        serial += 1
        let name = "s\(serial)"
        names[text] = name
        order.append(text)
        return (name, evicted)
    }

    mutating func forget(_ text: String) {
        names[text] = nil
        order.removeAll { $0 == text }
    }
}
