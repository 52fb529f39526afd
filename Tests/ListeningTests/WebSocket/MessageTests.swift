import Testing

@testable import Listening

@Suite("messages and control frames", .timeLimit(.minutes(5)))
struct MessageTests {
    private func exchange(
        _ bytes: [UInt8]..., expecting frames: [RawClient.Frame]
    ) async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.open(to: port) { client in
                for portion in bytes { try await client.send(portion) }
                for frame in frames { #expect(try await client.frame() == frame) }
            }
        }
    }

    @Test(
        "text and binary messages of every length encoding come through", arguments: [0, 1, 125, 126, 65_535, 65_536])
    func lengths(length: Int) async throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        let binary = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await exchange(
            clientFrame(0x81, text), clientFrame(0x82, binary),
            expecting: [.init(first: 0x81, payload: text), .init(first: 0x82, payload: binary)])
    }

    @Test("fragments make one message, and a ping between them is answered first")
    func fragments() async throws {
        let euro = Array("€".utf8)
        try await exchange(
            clientFrame(0x01, Array("a".utf8) + euro[..<1]), clientFrame(0x89, Array("p".utf8)), clientFrame(0x00),
            clientFrame(0x80, Array(euro[1...])),
            expecting: [.init(first: 0x8A, payload: Array("p".utf8)), .init(first: 0x81, payload: Array("a€".utf8))])
    }

    @Test("a ping is answered with its payload", arguments: [0, 125])
    func ping(length: Int) async throws {
        let payload = (0..<length).map { UInt8(truncatingIfNeeded: $0 ^ 0xA5) }
        try await exchange(clientFrame(0x89, payload), expecting: [.init(first: 0x8A, payload: payload)])
    }

    @Test("a pong that nobody asked for changes nothing")
    func pong() async throws {
        try await exchange(
            clientFrame(0x8A, [1, 2]), clientText("on"), expecting: [.init(first: 0x81, payload: Array("on".utf8))])
    }

    @Test("frames that come byte by byte are the same frames")
    func byteByByte() async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.open(to: port) { client in
                for byte in clientFrame(0x82, Array(repeating: 7, count: 200)) { try await client.send([byte]) }
                #expect(try await client.frame() == .init(first: 0x82, payload: Array(repeating: 7, count: 200)))
            }
        }
    }

    @Test(
        "a client's Close frame is answered with its code, and ends the connection",
        arguments: [1000, 1001, 1003, 1011, 1014, 3000, 4999])
    func peerCloses(code: Int) async throws {
        let (endpoint, connections) = givingEndpoint()
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                try await client.send(clientFrame(0x88, [UInt8(code >> 8), UInt8(code & 0xFF)] + Array("why".utf8)))
                #expect(try await client.frame()?.closeCode == code)
                #expect(try await client.frame() == nil)
            }
            var iterator = connections.makeAsyncIterator()
            let connection = try #require(await iterator.next())
            #expect(await connection.closed == .closedByPeer(CloseCode(rawValue: UInt16(code))))
        }
    }

    @Test("a Close frame without a code is answered with one without")
    func peerClosesWithoutCode() async throws {
        try await exchange(clientFrame(0x88), expecting: [.init(first: 0x88, payload: [])])
    }

    @Test("the server's Close frame comes after what was sent before it, and waits for its answer")
    func serverCloses() async throws {
        let (endpoint, connections) = givingEndpoint()
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                var iterator = connections.makeAsyncIterator()
                let connection = try #require(await iterator.next())
                connection.send(.text("last"))
                connection.close(.policyViolation, reason: String(repeating: "é", count: 100))
                #expect(try await client.frame()?.text == "last")
                let close = try #require(try await client.frame())
                #expect(close.closeCode == 1008)
                #expect(String(validating: close.payload[2...], as: UTF8.self) == String(repeating: "é", count: 61))
                connection.send(.text("too late"))
                try await client.send(clientFrame(0x88, [0x03, 0xF0]))
                #expect(try await client.frame() == nil)
                #expect(await connection.closed == .closed(.policyViolation))
            }
        }
    }

    @Test("a connection that breaks is over for the server too")
    func breaks() async throws {
        let (endpoint, connections) = givingEndpoint()
        try await withPort(webSocket: endpoint) { port in
            var iterator = connections.makeAsyncIterator()
            try await RawClient.open(to: port) { try await $0.hangUp() }
            let connection = try #require(await iterator.next())
            #expect(await connection.closed == .dropped)
        }
    }

    @Test("a handler that returns closes the WebSocket with 1000")
    func handlerReturns() async throws {
        let endpoint = WebSocketEndpoint(path: "/ws") { _ in .accept { _ in } }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                let close = try await client.frame()
                #expect(close?.closeCode == 1000)
            }
        }
    }
}
