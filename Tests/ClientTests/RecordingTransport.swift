import IrisClient

/// Keeps every request, and answers from a script; without one, it cannot be reached.
actor RecordingTransport: ClientTransport {
    private(set) var requests: [ClientRequest] = []
    private var script: [Result<ClientResponse, TransportFailure>]

    init(_ script: Result<ClientResponse, TransportFailure>...) { self.script = script }

    func send(_ request: ClientRequest) async throws(TransportFailure) -> ClientResponse {
        requests.append(request)
        guard !script.isEmpty else { throw TransportFailure(.unreachable, "nobody there") }
        return try script.removeFirst().get()
    }

    /// Method and path, with ids put back into braces by the operation that has such a route.
    nonisolated func template(of request: ClientRequest) -> String {
        let path = request.url.dropFirst("https://iris.example".count).prefix { $0 != "?" }
        let segments = path.split(separator: "/")
        let route = APIOperation.allCases.map(\.route).first { route in
            let parts = route.split(separator: " ")
            let known = parts[1].split(separator: "/")
            return parts[0] == request.method && known.count == segments.count
                && zip(known, segments).allSatisfy { $0.hasPrefix("{") ? UUIDBits(String($1)) != nil : $0 == $1 }
        }
        return route ?? "\(request.method) \(path)"
    }
}

extension Result where Success == ClientResponse, Failure == TransportFailure {
    static func answer(
        _ status: Int, _ body: String = "", _ headers: (name: String, value: String)...
    ) -> Self {
        .success(ClientResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    static func refusal(
        _ status: Int, _ code: String, _ headers: (name: String, value: String)...
    ) -> Self {
        let body = #"{"error":{"code":"\#(code)","message":"No.","request_id":"r-1"}}"#
        return .success(ClientResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    static func lost(_ kind: TransportFailure.Kind) -> Self { .failure(TransportFailure(kind, "gone")) }
}
