import Contract

/// Finds the operation that a request is for.
struct RouteFinder: Sendable {
    let operations: [Operation]

    /// The operation, and the values in its path; nil where the contract has none.
    func find(_ request: PassingRequest) -> (operation: Operation, path: [String: String])? {
        let segments = request.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(
            \.percentDecoded)
        var best: (operation: Operation, path: [String: String])?
        for operation in operations
        where operation.route.method.rawValue == request.method && operation.route.segments.count == segments.count {
            var path: [String: String] = [:]
            let fits = zip(operation.route.segments, segments).allSatisfy { part, text in
                switch part {
                case .literal(let word): return word == text
                case .parameter(let name):
                    path[name] = text
                    return true
                }
            }
            // A literal segment is preferred to a parameter.
            if fits, best.map({ path.count < $0.path.count }) ?? true { best = (operation, path) }
        }
        return best
    }
}
