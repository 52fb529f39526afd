import Hummingbird
import Testing

@testable import Listening

@Suite("graceful shutdown", .timeLimit(.minutes(5)))
struct ShutdownTests {
    @Test("WebSockets are closed with 1001, and the server ends")
    func goingAway() async throws {
        let (endpoint, connections) = givingEndpoint()
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                var iterator = connections.makeAsyncIterator()
                let connection = try #require(await iterator.next())
                connection.send(.text("before"))
                await port.stop()
                #expect(try await client.frame()?.text == "before")
                #expect(try await client.frame()?.closeCode == 1001)
                try await client.send(clientFrame(0x88, [0x03, 0xE9]))
                #expect(try await client.frame() == nil)
                #expect(await connection.closed == .closed(.goingAway))
            }
        }
    }

    @Test("clients that answer nothing, and handlers that wait for more, do not keep it")
    func stubbornPeers() async throws {
        let endpoint = WebSocketEndpoint(path: "/ws", limits: WebSocketLimits(closeTimeout: .milliseconds(50))) { _ in
            .accept { connection in
                for await _ in connection.messages {}
                // Only cancellation ends this.
                for await _ in AsyncStream<Never>(unfolding: { await sleepForever() }) {}
            }
        }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                await port.stop()
                let (close, end) = (try await client.frame(), try await client.frame())
                #expect(close?.closeCode == 1001)
                #expect(end == nil)
            }
        }
    }

    @Test("a request in progress is answered first, a connection that stalls is cut after the grace")
    func requestInProgress() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (release, go) = AsyncStream.makeStream(of: Void.self)
        let responder = CallbackResponder<BasicRequestContext> { _, _ in
            begin.yield()
            for await _ in release { break }
            return Response(status: .accepted)
        }
        try await withPort(PortConfiguration(shutdownGrace: .seconds(60)), responder: responder) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                for await _ in begun { break }
                await port.stop()
                go.yield()
                #expect(try await client.head().hasPrefix("HTTP/1.1 202 Accepted\r\n"))
            }
        }
        try await withPort(PortConfiguration(shutdownGrace: .milliseconds(50)), webSocket: nil) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc")
                #expect(try await client.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
                await port.stop()
            }
        }
    }
}

/// Until its task is cancelled.
private func sleepForever() async -> Never? {
    try? await Task.sleep(for: .seconds(1_000_000))
    return nil
}
