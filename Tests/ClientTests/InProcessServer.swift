import IrisClient

/// The generated dispatcher as a server without a network: it takes what the client sends, byte for byte.
struct InProcessServer: ClientTransport {
    let dispatcher = Dispatcher(api: StubHandlers(), gate: KnowingGate())

    func send(_ request: ClientRequest) async throws(TransportFailure) -> ClientResponse {
        let base = "https://iris.example"
        guard request.url.hasPrefix(base) else { throw TransportFailure(.unreachable, "another server") }
        let target = request.url.dropFirst(base.count).split(separator: "?", maxSplits: 1)
        guard let path = PathSegments(String(target[0])) else { throw TransportFailure(.unreachable, "no path") }
        let answer = await dispatcher.answer(
            APIRequest(
                method: request.method, path: path, query: target.count == 2 ? String(target[1]) : "",
                headers: Dictionary(request.headers.map { ($0.name, $0.value) }) { first, _ in first },
                body: request.body ?? [],
                origin: RequestOrigin(address: "192.0.2.1", network: "192.0.2.1", requestId: "r-1", page: nil)))
        return ClientResponse(
            status: answer.response.status, headers: answer.response.headers.map { ($0.name, $0.value) },
            body: answer.response.body)
    }
}

/// A gate that knows one token of each kind, which may do everything.
struct KnowingGate: Gate {
    static let session = ClientToken("iris_ses_known")
    static let key = ClientToken("iris_sk_known")
    static let chat = ClientToken("iris_chat_known")

    func recognise(_ token: SessionToken, from origin: RequestOrigin) async throws -> SessionPrincipal? {
        token.text == "iris_ses_known" ? .known : nil
    }

    func recognise(_ token: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal? {
        token.text == "iris_sk_known" ? .known : nil
    }

    func recognise(_ token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal? {
        token.text == "iris_chat_known" ? .known : nil
    }

    func lists(_ page: String, for caller: KeyPrincipal) async throws -> Bool { true }

    func admit(_ limit: Limit, by key: String) async -> Admission { .admitted(remaining: 1, wholeAfterSeconds: 1) }

    func once(
        _ operation: APIOperation, _ request: APIRequest, by holder: Holder,
        _ perform: @Sendable () async throws -> APIResponse
    ) async throws -> APIResponse { try await perform() }

    func isOutage(_ error: any Error) -> Bool { false }
}
