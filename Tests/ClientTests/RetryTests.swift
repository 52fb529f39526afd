import IrisClient
import Testing

@Suite("retries of the client")
struct RetryTests {
    private static let good = Result<ClientResponse, TransportFailure>.answer(
        200, #"{"data":\#(RoundTrip.json(Channel.example))}"#)
    private let id = ChannelId(high: 1, low: 2)

    private func client(
        _ transport: RecordingTransport, _ waits: Waits, _ retries: RetryPolicy = RetryPolicy()
    ) throws -> IrisClient {
        try IrisClient.forTests(
            transport, token: KnowingGate.key, retries: retries, surroundings: waits.surroundings)
    }

    @Test("a question is asked again after a lost connection and an outage, and waits twice as long each time")
    func question() async throws {
        let (transport, waits) = (
            RecordingTransport(.lost(.interrupted), .refusal(503, "unavailable"), Self.good), Waits()
        )
        _ = try await client(transport, waits).getChannel(channelId: id)
        #expect(await transport.requests.count == 3)
        #expect(waits.all == [.milliseconds(200), .milliseconds(400)])
    }

    @Test("a limit is waited for as long as the server asks, whatever the operation")
    func limit() async throws {
        let transport = RecordingTransport(.refusal(429, "rate_limited", ("Retry-After", "7")), Self.good)
        let waits = Waits()
        _ = try await client(transport, waits).changeChannel(channelId: id)
        #expect(waits.all == [.seconds(7) + .milliseconds(200)])
    }

    @Test("a server that asks for more patience than there is, is not waited for")
    func patience() async throws {
        let transport = RecordingTransport(.refusal(429, "rate_limited", ("Retry-After", "61")), Self.good)
        let waits = Waits()
        let error = await #expect(throws: ClientFailure<GetChannel.Code>.self) {
            _ = try await client(transport, waits).getChannel(channelId: id)
        }
        #expect(error?.apiFailure?.retryAfter == .seconds(61))
        #expect(waits.all.isEmpty)
    }

    @Test("a POST is sent again with its own Idempotency-Key, and the next one gets another")
    func keyed() async throws {
        let created = Result<ClientResponse, TransportFailure>.answer(
            201, #"{"data":\#(RoundTrip.json(Message.example))}"#)
        let transport = RecordingTransport(.lost(.interrupted), .refusal(502, "bad"), created, created)
        let iris = try client(transport, Waits())
        for _ in 1...2 { _ = try await iris.postMessage(channelId: id, content: Content(trusted: "x")) }
        let keys = await transport.requests.map { request in
            request.headers.first { $0.name == "idempotency-key" }?.value
        }
        #expect(keys == ["key-1", "key-1", "key-1", "key-2"])
        #expect(await Set(transport.requests.map(\.body)).count == 1)
    }

    @Test("what could be done twice is not sent again, unless it surely was not done")
    func unsafe() async throws {
        for trouble in [Result<ClientResponse, TransportFailure>.lost(.interrupted), .refusal(503, "unavailable")] {
            let transport = RecordingTransport(trouble, Self.good)
            await #expect(throws: ClientFailure<ChangeChannel.Code>.self) {
                _ = try await client(transport, Waits()).changeChannel(channelId: id)
            }
            #expect(await transport.requests.count == 1)
        }
        let transport = RecordingTransport(.lost(.unreachable), Self.good)
        _ = try await client(transport, Waits()).changeChannel(channelId: id)
        #expect(await transport.requests.count == 2)
    }

    @Test("a refusal is no reason to ask again", arguments: [400, 401, 403, 404, 409, 422, 500])
    func refusals(_ status: Int) async throws {
        let transport = RecordingTransport(.refusal(status, "x"), Self.good)
        await #expect(throws: ClientFailure<GetChannel.Code>.self) {
            _ = try await client(transport, Waits()).getChannel(channelId: id)
        }
        #expect(await transport.requests.count == 1)
    }

    @Test("the attempts are bounded, and so are the waits")
    func bounds() async throws {
        let lost = Result<ClientResponse, TransportFailure>.lost(.interrupted)
        let transport = RecordingTransport(lost, lost, lost, lost, lost, lost)
        let waits = Waits()
        let retries = RetryPolicy(attempts: 5, base: .seconds(1), ceiling: .seconds(3))
        await #expect(throws: ClientFailure<GetChannel.Code>.self) {
            _ = try await client(transport, waits, retries).getChannel(channelId: id)
        }
        #expect(await transport.requests.count == 5)
        #expect(waits.all == [.seconds(1), .seconds(2), .seconds(3), .seconds(3)])
    }

    @Test("a task that is cancelled while it waits, ends as cancelled")
    func cancelled() async throws {
        let transport = RecordingTransport(.lost(.interrupted), Self.good)
        let iris = try client(transport, Waits())
        let failure = await Task { () async -> ClientFailure<GetChannel.Code>? in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(ClientFailure<GetChannel.Code>) {
                _ = try await iris.getChannel(channelId: id)
                return nil
            } catch {
                return error
            }
        }.value
        guard case .cancelled? = failure else {
            Issue.record("it ended otherwise")
            return
        }
        #expect(await transport.requests.count == 1)
    }
}
