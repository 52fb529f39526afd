import Contract

/// Finds what stands at a path. A literal segment is preferred to a parameter, and is final: what the literal's
/// branch does not have is not looked for elsewhere.
struct RouteTable {
    /// What stands at a path, and what the path's parameters are.
    struct Match {
        let operations: [Operation]
        let parameters: [String: String]

        func operation(for method: String) -> Operation? {
            operations.first { $0.route.method.rawValue == method }
        }

        /// The methods that the path answers, in the order of the header Allow.
        var allowed: String {
            let methods = Set(operations.map(\.route.method))
            return Route.Method.allCases.filter(methods.contains).map(\.rawValue).joined(separator: ", ")
        }
    }

    private let operations: [Operation]

    init(_ operations: [Operation]) { self.operations = operations }

    /// Nil when nothing stands at the path, also for a path that cannot be read.
    func match(_ path: Substring) -> Match? {
        guard path.hasPrefix("/") else { return nil }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let segment = PercentDecoding.decode(part) else { return nil }
            segments.append(segment)
        }
        var candidates = operations
        for (index, segment) in segments.enumerated() {
            let there = candidates.filter { $0.route.segments.count > index }
            let literal = there.filter { $0.route.segments[index] == .literal(segment) }
            candidates = literal.isEmpty ? there.filter { $0.route.segments[index].isParameter } : literal
        }
        let found = candidates.filter { $0.route.segments.count == segments.count }
        guard !found.isEmpty else { return nil }
        var parameters: [String: String] = [:]
        for operation in found {
            for (index, segment) in operation.route.segments.enumerated() {
                if case .parameter(let name) = segment { parameters[name] = segments[index] }
            }
        }
        return Match(operations: found, parameters: parameters)
    }
}

extension Route.Segment {
    var isParameter: Bool { if case .parameter = self { true } else { false } }
}
