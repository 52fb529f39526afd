import Generated
import Runtime

@testable import Mocking

/// The generated code as the other reading of the contract: its dispatcher over stubs, behind a gate that reads tokens
/// as the mock's documents say.
struct GeneratedPeer {
    private let dispatcher = Dispatcher(api: StubHandlers(), gate: WordGate())

    func answer(_ request: MockRequest) async -> (status: Int, code: String?, pointers: [String], body: [UInt8]) {
        let origin = RequestOrigin(
            address: "192.0.2.1", network: "192.0.2.1", requestId: "r-1", page: request.header("Origin"))
        let answer: Answer
        if request.body.count > Dispatcher<StubHandlers, WordGate>.bodyLimit {
            answer = .tooLarge(from: origin)
        } else if let path = PathSegments(String(request.path)) {
            let names = ["authorization", "content-type", "x-api-key", "if-none-match", "origin"]
            let headers = names.compactMap { name in request.header(name).map { (name, $0) } }
            answer = await dispatcher.answer(
                APIRequest(
                    method: request.method, path: path, query: String(request.query),
                    headers: Dictionary(uniqueKeysWithValues: headers), body: request.body, origin: origin))
        } else {
            answer = .unknownPath(from: origin)
        }
        let json = JSONParser.parse(answer.response.body) ?? .null
        let details = json["error"]?["details"]?.elements ?? []
        return (
            answer.response.status, json["error"]?["code"]?.text, details.compactMap { $0["pointer"]?.text },
            answer.response.body
        )
    }
}

/// Lets in whom a token's words name.
private struct WordGate: Gate {
    private static let someone = UUIDBits(high: 1, low: 1)

    func recognise(_ token: SessionToken, from origin: RequestOrigin) async throws -> SessionPrincipal? {
        guard !token.text.hasSuffix("unknown") else { return nil }
        let role = SessionRole.allCases.first { token.text == "iris_ses_\($0.rawValue)" } ?? .admin
        return SessionPrincipal(
            sessionId: SessionId(Self.someone), tenantId: TenantId(Self.someone), userId: UserId(Self.someone),
            orgRole: .owner, fullName: FullName(trusted: "Ada"), expiresAt: Timestamp(microseconds: 0), role: role)
    }

    func recognise(_ token: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal? {
        guard !token.text.hasSuffix("unknown") else { return nil }
        let kind: KeyType = token.text.hasPrefix(KeySecret.publishablePrefix) ? .publishable : .secret
        let words = token.text.dropFirst(kind.prefix.count)
        let named = KeyScope.allCases.filter { scope in
            words.hasSuffix(String(scope.rawValue.map { $0.isLetter ? $0 : "_" }))
        }
        return KeyPrincipal(
            keyId: KeyId(Self.someone), tenantId: TenantId(Self.someone), name: KeyName(trusted: "k"),
            keyPrefix: KeyPrefix(trusted: "k"), kind: kind,
            scopes: Set(words.hasPrefix("only_") ? named : kind.grantedScopes))
    }

    func recognise(_ token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal? {
        guard !token.text.hasSuffix("unknown") else { return nil }
        return ChatPrincipal(
            chatSessionId: ChatSessionId(Self.someone), tenantId: TenantId(Self.someone),
            userId: EndUserId(Self.someone), expiresAt: Timestamp(microseconds: 0))
    }

    func lists(_ page: String, for caller: KeyPrincipal) async throws -> Bool { !page.contains("://unlisted.") }

    func admit(_ limit: Limit, by key: String) async -> Admission { .admitted(remaining: 1, wholeAfterSeconds: 1) }

    func once(
        _ operation: APIOperation, _ request: APIRequest, by holder: Holder,
        _ perform: @Sendable () async throws -> APIResponse
    ) async throws -> APIResponse { try await perform() }

    func isOutage(_ error: any Error) -> Bool { false }
}
