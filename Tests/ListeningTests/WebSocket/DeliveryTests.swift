import Testing

@testable import Listening

@Suite("delivery", .timeLimit(.minutes(5)))
struct DeliveryTests {
    @Test("10,000 frames to one socket arrive whole and in order")
    func order() async throws {
        let (endpoint, connections) = givingEndpoint()
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                var iterator = connections.makeAsyncIterator()
                let connection = try #require(await iterator.next())
                for number in 0..<10_000 {
                    connection.send(.text(String(number)))
                    if number % 1000 == 999 { await connection.room() }
                }
                for number in 0..<10_000 { #expect(try await client.frame()?.text == String(number)) }
            }
        }
    }

    @Test("a slow reader is cut, and another reader of the same broadcast gets everything")
    func slowReader() async throws {
        let (endpoint, connections) = givingEndpoint(WebSocketLimits(outboxSize: 262_144))
        try await withPort(webSocket: endpoint) { port in
            var iterator = connections.makeAsyncIterator()
            try await RawClient.open(to: port) { slow in
                let toSlow = try #require(await iterator.next())
                try await RawClient.open(to: port) { quick in
                    let toQuick = try #require(await iterator.next())
                    let frame = EncodedFrame.binary([UInt8](repeating: 1, count: 60_000))
                    let ended = Ended(toSlow)
                    // The kernel buffers for the slow one, so its end comes when it comes; the quick one is in step.
                    var sent = 0
                    while await !ended.isKnown || sent < 50 {
                        toSlow.send(frame)
                        toQuick.send(frame)
                        sent += 1
                        #expect(try await quick.frame()?.payload.count == 60_000)
                    }
                    #expect(await toSlow.closed == .slowConsumer)
                    toQuick.send(.text("still here"))
                    #expect(try await quick.frame()?.text == "still here")
                }
                // Whatever had left for it arrives; then its connection is over.
                while try await slow.frame() != nil {}
            }
        }
    }

    /// Notes that a connection is over.
    private actor Ended {
        private(set) var isKnown = false

        init(_ connection: WebSocketConnection) {
            Task {
                _ = await connection.closed
                await note()
            }
        }

        private func note() { isKnown = true }
    }

    @Test("a client that is cut before anything is written reads 1013")
    func cutWithACode() async throws {
        let (endpoint, connections) = givingEndpoint(WebSocketLimits(outboxSize: 1000))
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                var iterator = connections.makeAsyncIterator()
                let connection = try #require(await iterator.next())
                connection.send(.binary([UInt8](repeating: 0, count: 1001)))
                #expect(try await client.frame()?.closeCode == 1013)
                #expect(try await client.frame() == nil)
                #expect(await connection.closed == .slowConsumer)
            }
        }
    }

    @Test("a consumer that is busy makes the client wait, and loses nothing")
    func backPressure() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (counts, count) = AsyncStream.makeStream(of: Int.self)
        let endpoint = WebSocketEndpoint(path: "/ws") { _ in
            .accept { connection in
                for await _ in gate { break }
                var bytes = 0
                for await message in connection.messages {
                    if case .binary(let payload) = message { bytes += payload.count }
                }
                count.yield(bytes)
            }
        }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                let message = clientFrame(0x82, [UInt8](repeating: 0, count: 60_000))
                // Far more than the sockets' buffers hold, so the client stands still until the consumer begins.
                async let begun: Void = { open.yield() }()
                for _ in 0..<300 { try await client.send(message) }
                await begun
                try await client.send(clientFrame(0x88, [0x03, 0xE8]))
                #expect(try await client.frame()?.closeCode == 1000)
            }
            var iterator = counts.makeAsyncIterator()
            #expect(await iterator.next() == 300 * 60_000)
        }
    }
}
