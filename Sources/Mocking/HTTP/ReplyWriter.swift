import Contract

/// Writes answers in the contract's envelopes, with the headers that go with them.
struct ReplyWriter {
    enum Data {
        case whole(JSON)
        case page([JSON], next: String?)
    }

    let contract: Contract
    let requestId: String
    var operation: Operation?
    private var headers: [MockResponse.Header] = []

    init(contract: Contract, requestId: String) {
        self.contract = contract
        self.requestId = requestId
    }

    mutating func add(_ name: String, _ value: String) { headers.append(MockResponse.Header(name, value)) }

    /// What limits say that have counted the request. The mock counts nothing: every request is the first.
    mutating func addCounted(_ limits: [RateLimit]) {
        for limit in limits { add(limit, remaining: limit.allowance - 1, wholeAfter: limit.secondsForOne) }
    }

    /// What the first of the limits says when it is used up.
    mutating func addExhausted(_ limits: [RateLimit]) {
        guard let limit = limits.first ?? contract.limits.first else { return add("Retry-After", "1") }
        add(limit, remaining: 0, wholeAfter: limit.window)
        add("Retry-After", String(limit.secondsForOne))
    }

    private mutating func add(_ limit: RateLimit, remaining: Int, wholeAfter seconds: Int) {
        add("RateLimit-Policy", "\"\(limit.name)\";q=\(limit.allowance);w=\(limit.window)")
        add("RateLimit", "\"\(limit.name)\";r=\(remaining);t=\(seconds)")
    }

    func success(
        _ reply: Reply, _ data: Data, _ operation: Operation, knows tags: String?
    ) -> MockResponse {
        let envelope: JSON =
            switch data {
            case .whole(let value): .object([JSON.Member("data", value)])
            case .page(let elements, let next):
                .object([
                    JSON.Member("data", .list(elements)), JSON.Member("next_cursor", next.map { .text($0) } ?? .null),
                    JSON.Member("has_more", .boolean(next != nil)),
                ])
            }
        let body = envelope.bytes
        guard let seconds = operation.cacheSeconds else { return response(reply.status, "no-store", body) }
        let tag = Self.tag(of: body)
        let known = tags?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
        let isKnown = known.contains(tag) || known == ["*"]
        var response = response(isKnown ? 304 : reply.status, "public, max-age=\(seconds)", isKnown ? [] : body)
        response.headers.append(MockResponse.Header("ETag", tag))
        return response
    }

    /// The error's envelope. Every contract has the errors that refusals name; the loader sees to it.
    func refusal(_ refusal: Refusal) -> MockResponse {
        guard let error = refusal.error(in: contract) else { return response(500, "no-store", []) }
        var members = [
            JSON.Member("code", .text(error.code)), JSON.Member("message", .text(error.message)),
            JSON.Member("request_id", .text(requestId)),
        ]
        if !refusal.details.isEmpty { members.append(JSON.Member("details", .list(refusal.details.map(\.json)))) }
        var response = response(
            error.status, "no-store", JSON.object([JSON.Member("error", .object(members))]).bytes)
        if error.status == 401 {
            response.headers.append(MockResponse.Header("WWW-Authenticate", "Bearer realm=\"\(contract.name)\""))
        }
        return response
    }

    private func response(_ status: Int, _ caching: String, _ body: [UInt8]) -> MockResponse {
        let always = [
            MockResponse.Header("X-Request-Id", requestId), MockResponse.Header("Cache-Control", caching),
        ]
        return MockResponse(status: status, headers: always + headers, body: body, operation: operation)
    }

    /// FNV-1a, 64 bits: tells versions of a body apart.
    private static func tag(of body: [UInt8]) -> String {
        let hash = body.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return "W/\"\(String(hash, radix: 16))\""
    }
}

extension RateLimit {
    /// The time in which one request more may be made, in whole seconds.
    fileprivate var secondsForOne: Int { max(1, (window + allowance - 1) / allowance) }
}
