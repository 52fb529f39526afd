import CoreMetrics
import Generated
import Runtime

extension ServerGate {
    /// Performs a request that carries an `Idempotency-Key` once, and answers every repetition as the first.
    ///
    /// The row that remembers the answer and all that the request does are one transaction: no answer is remembered
    /// for what was not done, and nothing is done without its answer being remembered. Of several at once the first
    /// inserts the row, the others wait at its index until that transaction ends. A refusal undoes everything, the
    /// row too, so that the next attempt starts afresh.
    func once(
        _ operation: APIOperation, _ request: APIRequest, by holder: Holder,
        _ perform: @Sendable () async throws -> APIResponse
    ) async throws -> APIResponse {
        guard let key = try IdempotencyKey(of: request) else { return try await perform() }
        let (seal, tenant) = (try ReplySeal(operation, request, by: holder, key), holder.tenantId)
        return try await database.enclosed(for: .tenant(tenant)) { transaction in
            switch try await transaction.claim(seal, of: tenant) {
            case .new:
                let response = try await perform()
                // Only the body: no operation with a credential that changes something brings headers of its own.
                try await transaction.keep(
                    status: response.status, sealed: try seal.seal(response.body), under: seal, of: tenant)
                return response
            case .answered(let status, let sealed):
                guard let body = seal.open(sealed) else { throw Refusal(.idempotencyKeyReused) }
                Counter(label: "iris_retries_replayed_total").increment()
                return APIResponse(
                    status: status, headers: [APIResponse.Header("Idempotency-Replayed", "true")], body: body)
            case .reused:
                throw Refusal(.idempotencyKeyReused)
            }
        }
    }
}
