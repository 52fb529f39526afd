import Runtime

/// Reads the envelope of a response.
struct ResponseReader {
    let operation: String
    let response: ClientResponse

    enum Kind {
        case answer, refusal, unknown
    }

    func kind(among statuses: [Int]) -> Kind {
        if statuses.contains(response.status) { return .answer }
        return response.status >= 400 ? .refusal : .unknown
    }

    /// The value that the envelope holds, or the first thing that is wrong with it.
    func read<Value>(
        _ read: (inout ObjectReader) throws(BrokenRecord) -> Value
    ) -> Result<Value, ContractBreach> {
        var fields = ObjectReader(response.body)
        let value = try? read(&fields)
        let isSound = fields.finish()
        if let value, isSound { return .success(value) }
        if fields.failure != nil { return .failure(breach("is not JSON")) }
        let problem = fields.problems.all.first
        return .failure(breach(problem?.message ?? "cannot be read", at: problem?.pointer ?? ""))
    }

    /// What the error envelope says.
    func refusal() -> Result<APIFailure, ContractBreach> {
        read { (fields) throws(BrokenRecord) -> APIFailure in try fields.take("error") }.map { $0.of(response) }
    }

    func breach(_ problem: String, at pointer: String = "") -> ContractBreach {
        ContractBreach(operation: operation, pointer: pointer, problem: problem)
    }
}
