import Runtime

/// Makes the calls of any contract: the request, its retries, and the reading of the answer.
public struct APIClient: Sendable {
    public let base: BaseAddress
    public let token: ClientToken?
    let transport: any ClientTransport
    let retries: RetryPolicy
    let surroundings: ClientSurroundings

    public init(
        base: BaseAddress, token: ClientToken?, transport: any ClientTransport, retries: RetryPolicy = RetryPolicy(),
        surroundings: ClientSurroundings = .machine
    ) {
        self.base = base
        self.token = token
        self.transport = transport
        self.retries = retries
        self.surroundings = surroundings
    }

    /// The same client with another token.
    public func with(_ token: ClientToken?) -> APIClient {
        APIClient(base: base, token: token, transport: transport, retries: retries, surroundings: surroundings)
    }

    /// Makes a call, again where that is of use, and reads its answer.
    public func answer<Value: ReplyBody, Code>(
        to call: OperationCall<Code>
    ) async throws(ClientFailure<Code>) -> Value {
        let response: ClientResponse
        do {
            response = try await RetryingCall(call, by: self).response()
        } catch {
            throw error.kind == .cancelled ? .cancelled : .transport(error)
        }
        let reader = ResponseReader(operation: call.operation, response: response)
        switch reader.kind(among: call.statuses) {
        case .answer:
            switch reader.read(Value.read(reply:)) {
            case .success(let value): return value
            case .failure(let breach): throw .contractBroken(breach)
            }
        case .refusal:
            switch reader.refusal() {
            case .success(let failure):
                throw Code(wire: failure.code).map { .refused($0, failure) } ?? .other(failure)
            case .failure(let breach): throw .contractBroken(breach)
            }
        case .unknown:
            throw .contractBroken(reader.breach("has the status \(response.status), which is not one of its own"))
        }
    }
}
