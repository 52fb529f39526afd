import Generated
import Runtime
import Testing

@Suite("who may open the socket")
struct SocketAccessTests {
    private let origin = RequestOrigin(address: "192.0.2.1", network: "192.0.2.1", requestId: "r-1", page: nil)
    private let page = RequestOrigin(
        address: "192.0.2.1", network: "192.0.2.1", requestId: "r-1", page: "https://elsewhere.example")

    private func open(_ token: String, key scopes: Set<KeyScope> = [.messagesRead]) async throws -> SocketCaller {
        try await SocketCaller(token: token, from: origin, gate: OneKeyGate(scopes: scopes))
    }

    private func refusal(_ token: String, from origin: RequestOrigin, scopes: Set<KeyScope>) async -> ErrorCode? {
        let error = await #expect(throws: Refusal.self) {
            try await SocketCaller(token: token, from: origin, gate: OneKeyGate(scopes: scopes))
        }
        return error?.code
    }

    @Test("a recognised token with the scope makes a caller")
    func recognised() async throws {
        guard case .key(let caller) = try await open("iris_pub_known") else {
            Issue.record("another caller was made")
            return
        }
        #expect(caller.principal.scopes == [.messagesRead])
        #expect(caller.origin.requestId == "r-1")
    }

    @Test(
        "an unknown token, a token of no known kind and none at all are refused", arguments: ["iris_pub_no", "no", ""])
    func unknown(_ token: String) async {
        #expect(await refusal(token, from: origin, scopes: [.messagesRead]) == .unauthenticated)
    }

    @Test("a key that may not read messages is refused")
    func scope() async {
        #expect(await refusal("iris_pub_known", from: origin, scopes: [.messagesWrite]) == .insufficientScope)
    }

    @Test("a publishable key on a page that its workspace does not list is refused")
    func unlisted() async {
        #expect(await refusal("iris_pub_known", from: page, scopes: [.messagesRead]) == .originNotAllowed)
    }

    @Test("a key sends only the frames that its scopes allow")
    func frames() async throws {
        let typing = ClientFrame.typing(
            TypingFrame(channelId: ChannelId(UUIDBits(high: 1, low: 1)), isTyping: true))
        #expect(try await !open("iris_pub_known").may(send: typing))
        #expect(try await open("iris_pub_known").may(send: .ping))
        #expect(try await open("iris_pub_known", key: [.messagesRead, .presenceWrite]).may(send: typing))
    }
}

/// A gate that knows one publishable key, whose workspace lists no page.
private struct OneKeyGate: Gate {
    let scopes: Set<KeyScope>

    func recognise(_ token: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal? {
        guard token.text == "iris_pub_known" else { return nil }
        let bits = UUIDBits(high: 1, low: 1)
        return KeyPrincipal(
            keyId: KeyId(bits), tenantId: TenantId(bits), name: KeyName(trusted: "known"),
            keyPrefix: KeyPrefix(trusted: "iris_pub_"), kind: .publishable, scopes: scopes)
    }

    func recognise(_ token: SessionToken, from origin: RequestOrigin) async throws -> SessionPrincipal? { nil }

    func recognise(_ token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal? { nil }

    func lists(_ page: String, for caller: KeyPrincipal) async throws -> Bool { false }

    func admit(_ limit: Limit, by key: String) async -> Admission {
        .admitted(remaining: 1, wholeAfterSeconds: 1)
    }

    func once(
        _ operation: APIOperation, _ request: APIRequest, by holder: Holder,
        _ perform: @Sendable () async throws -> APIResponse
    ) async throws -> APIResponse {
        try await perform()
    }

    func isOutage(_ error: any Error) -> Bool { false }
}
