/// A call with its retries. Only what does no harm twice is sent twice.
struct RetryingCall<Code: OperationCode> {
    private let call: OperationCall<Code>
    private let client: APIClient
    private let request: ClientRequest

    /// Makes the request once: all its attempts are the same to the byte, their Idempotency-Key included.
    init(_ call: OperationCall<Code>, by client: APIClient) {
        self.call = call
        self.client = client
        var headers = [(name: "accept", value: "application/json")]
        if call.body != nil { headers.append(("content-type", "application/json")) }
        if let token = client.token, !call.isPublic { headers.append(("authorization", "Bearer \(token.text)")) }
        if call.takesIdempotencyKey { headers.append(("idempotency-key", client.surroundings.key())) }
        request = ClientRequest(
            method: call.method, url: client.base.text + call.target, headers: headers, body: call.body)
    }

    /// The first response that is an answer or that it would be of no use to ask for again.
    func response() async throws(TransportFailure) -> ClientResponse {
        var attempt = 1
        while true {
            let wait: Duration
            do {
                let response = try await client.transport.send(request)
                guard let pause = pause(after: response, attempt: attempt) else { return response }
                wait = pause
            } catch {
                guard let pause = pause(after: error, attempt: attempt) else { throw error }
                wait = pause
            }
            do {
                try await client.surroundings.sleep(wait)
            } catch {
                throw TransportFailure(.cancelled, "cancelled while waiting for the next attempt")
            }
            attempt += 1
        }
    }

    /// How long to wait before the next attempt; nil where this response is the last.
    private func pause(after response: ClientResponse, attempt: Int) -> Duration? {
        let mayRepeat =
            switch response.status {
            // The server has done nothing.
            case 429: true
            // The server, or something in front of it, may have done part of it.
            case 502, 503, 504: call.isRepeatable
            default: false
            }
        guard mayRepeat, attempt < client.retries.attempts else { return nil }
        let own = client.retries.wait(after: attempt, share: client.surroundings.chance())
        guard let asked = response.header("retry-after").flatMap(UInt32.init) else { return own }
        let wait = Duration.seconds(asked)
        return wait > client.retries.patience ? nil : wait + own
    }

    private func pause(after failure: TransportFailure, attempt: Int) -> Duration? {
        let mayRepeat =
            switch failure.kind {
            case .unreachable: true
            case .interrupted: call.isRepeatable
            case .cancelled: false
            }
        guard mayRepeat, attempt < client.retries.attempts else { return nil }
        return client.retries.wait(after: attempt, share: client.surroundings.chance())
    }
}
