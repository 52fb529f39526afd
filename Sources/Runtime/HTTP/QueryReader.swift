/// A value that can stand in a query parameter.
public protocol QueryReadable: Sendable {
    /// The value that a text stands for, or nil with at least one problem.
    static func read(text: String, _ problems: inout FieldProblems) -> Self?
}

/// A value that stands in a path or a query of a request that a client makes.
public protocol QueryWritable: Sendable {
    /// The text that the value is read from again, not yet percent-encoded.
    var queryText: String { get }
}

/// Reads the parameters of a query.
public struct QueryReader {
    private var values: [String: String] = [:]
    private let isBroken: Bool

    public init(_ query: String) {
        var isBroken = false
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else {
                isBroken = true
                continue
            }
            values[name] = value
        }
        self.isBroken = isBroken
    }

    /// A parameter that must be given.
    public func required<Value: QueryReadable>(_ name: String, _ problems: inout FieldProblems) -> Value? {
        guard let text = values[name] else {
            problems.add(.required, isBroken ? "must be percent-encoded UTF-8" : "must be given", at: "?" + name)
            return nil
        }
        return read(text, name, &problems)
    }

    /// A parameter that may be left out.
    public func optional<Value: QueryReadable>(_ name: String, _ problems: inout FieldProblems) -> Value? {
        guard let text = values[name] else {
            if isBroken { problems.add(.malformed, "must be percent-encoded UTF-8", at: "?" + name) }
            return nil
        }
        return read(text, name, &problems)
    }

    private func read<Value: QueryReadable>(_ text: String, _ name: String, _ problems: inout FieldProblems) -> Value? {
        let mark = problems.count
        let value = Value.read(text: text, &problems)
        problems.prefix("?" + name, from: mark)
        return value
    }
}
