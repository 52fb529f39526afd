/// Writes a JSON value on one line, with a space behind each comma and colon.
enum CompactJSON {
    static func text(of node: JSONNode) -> String {
        switch node {
        case .null, .boolean, .integer, .text: single(node)
        case .list(let elements): "[" + elements.map(text(of:)).joined(separator: ", ") + "]"
        case .object(let object):
            "{"
                + object.members.map { "\(single(.text($0.name))): \(text(of: $0.value))" }.joined(separator: ", ")
                + "}"
        }
    }

    /// The printer ends each document with a line end; single values have no other.
    private static func single(_ node: JSONNode) -> String { String(JSONPrinter.text(of: node).dropLast()) }
}
