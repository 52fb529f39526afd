import Runtime

/// One call of an operation: what is asked, and what of the contract decides how it is asked. `Code` has what the
/// operation may be refused for.
public struct OperationCall<Code: OperationCode>: Sendable {
    /// As the contract calls the operation.
    let operation: String
    let method: String
    /// Path and query, with every value percent-encoded.
    let target: String
    let body: [UInt8]?
    /// The statuses of the answers that the contract knows.
    let statuses: [Int]
    /// Anybody may ask, so the token stays here.
    let isPublic: Bool
    /// The same Idempotency-Key gets the same answer.
    let takesIdempotencyKey: Bool

    /// - Parameters:
    ///   - route: Method and path, such as `GET /notes/{note_id}`.
    ///   - path: What stands for the path's parameters, in their order.
    public init(
        _ operation: String, route: String, refusals: Code.Type, statuses: [Int], path: [any QueryWritable] = [],
        query: RequestQuery = [:],
        body: RequestBody? = nil, isPublic: Bool, takesIdempotencyKey: Bool
    ) {
        let parts = route.split(separator: " ", maxSplits: 1)
        var values = path.makeIterator()
        let segments = (parts.last ?? "").split(separator: "/", omittingEmptySubsequences: false).map { segment in
            segment.hasPrefix("{") ? PercentEncoding.encode(values.next()?.queryText ?? "") : String(segment)
        }
        self.operation = operation
        method = String(parts.first ?? "")
        target = segments.joined(separator: "/") + query.text
        self.body = body?.bytes
        self.statuses = statuses
        self.isPublic = isPublic
        self.takesIdempotencyKey = takesIdempotencyKey
    }

    /// Whether asking twice does no more than asking once.
    var isRepeatable: Bool { ["GET", "PUT", "DELETE"].contains(method) || takesIdempotencyKey }
}
