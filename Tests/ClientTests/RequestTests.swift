import Foundation
import IrisClient
import Testing

@Suite("requests of the client")
struct RequestTests {
    private let channel = ChannelId(high: 0x019b_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private func request(
        _ token: ClientToken? = KnowingGate.key, _ call: (IrisClient) async throws -> Void
    ) async throws -> ClientRequest {
        let transport = RecordingTransport()
        try? await call(try IrisClient.forTests(transport, token: token))
        return try #require(await transport.requests.first)
    }

    private func text(_ request: ClientRequest) -> String { String(decoding: request.body ?? [], as: UTF8.self) }

    @Test("a query is percent-encoded, and what is absent is left out")
    func query() async throws {
        let request = try await request {
            _ = try await $0.listMessages(channelId: channel, cursor: Cursor(trusted: "a&b=ü /?"), order: .asc)
        }
        #expect(
            request.url == "https://iris.example/api/product/v1/channels/019b0000-0000-7000-8000-000000000001/messages"
                + "?cursor=a%26b%3D%C3%BC%20%2F%3F&order=asc")
        #expect(request.method == "GET" && request.body == nil)
    }

    @Test("a body has its members in the contract's order, and what is absent is left out")
    func body() async throws {
        let request = try await request {
            _ = try await $0.postMessage(channelId: channel, content: Content(trusted: "\"ü\"\n"))
        }
        #expect(text(request) == #"{"content":"\"ü\"\n"}"#)
        #expect(request.headers.contains { $0 == ("content-type", "application/json") })
    }

    @Test("a change keeps, clears or sets")
    func changes() async throws {
        let keep = try await request { _ = try await $0.changeChannel(channelId: channel) }
        let clear = try await request { _ = try await $0.changeChannel(channelId: channel, topic: .clear) }
        let set = try await request {
            _ = try await $0.changeChannel(channelId: channel, topic: .set(Topic(trusted: "t")))
        }
        #expect([keep, clear, set].map(text) == ["{}", #"{"topic":null}"#, #"{"topic":"t"}"#])
    }

    @Test("the token goes out as a bearer token and is printed nowhere")
    func token() async throws {
        let request = try await request { _ = try await $0.introspectKey() }
        #expect(request.headers.contains { $0 == ("authorization", "Bearer iris_sk_known") })
        var printed = "\(KnowingGate.key)\(request)"
        dump(request, to: &printed)
        dump(try IrisClient.forTests(RecordingTransport(), token: KnowingGate.key), to: &printed)
        #expect(!printed.contains("iris_sk_known"))
    }

    @Test("a path in front of the contract's own is kept, and a user, a query and a fragment are not")
    func base() async throws {
        let transport = RecordingTransport()
        let url = try #require(URL(string: "http://ada:secret@localhost:8080/iris/?x=1#y"))
        let iris = IrisClient(base: url, transport: transport, retries: .never)
        _ = try? await iris.checkHealth()
        #expect(await transport.requests.map(\.url) == ["http://localhost:8080/iris/healthz"])
    }

    @Test("pages are fetched one behind the other until the last, empty ones too")
    func pages() async throws {
        let empty = #"{"data":[],"next_cursor":"two","has_more":true}"#
        let last = #"{"data":[\#(RoundTrip.json(Channel.example))],"next_cursor":null,"has_more":false}"#
        let transport = RecordingTransport(.answer(200, empty), .answer(200, last))
        let iris = try IrisClient.forTests(transport, token: KnowingGate.key)
        var names: [String] = []
        for try await channel in Elements({ try await iris.listChannels(cursor: $0) }) {
            names.append(channel.name.text)
        }
        #expect(names == [Channel.example.name.text])
        #expect(await transport.requests.map { $0.url.split(separator: "?").last ?? "" }.last == "cursor=two")
    }
}
