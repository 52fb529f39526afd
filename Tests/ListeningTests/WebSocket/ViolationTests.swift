import Testing

@testable import Listening

@Suite("violations of RFC 6455", .timeLimit(.minutes(5)))
struct ViolationTests {
    /// A rule, what breaks it, and the code that the client is closed with.
    struct Violation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let code: Int

        init(_ rule: String, _ bytes: [UInt8], _ code: Int = 1002) {
            testDescription = rule
            self.bytes = bytes
            self.code = code
        }
    }

    static let violations: [Violation] = [
        Violation("5.2: RSV1 is zero", clientFrame(0xC1, Array("a".utf8))),
        Violation("5.2: RSV2 is zero", clientFrame(0xA1, Array("a".utf8))),
        Violation("5.2: RSV3 is zero", clientFrame(0x91, Array("a".utf8))),
        Violation("5.2: opcodes 3 to 7 are reserved", clientFrame(0x83)),
        Violation("5.2: opcodes B to F are reserved", clientFrame(0x8B)),
        Violation("5.1: a client masks its frames", clientFrame(0x81, Array("a".utf8), masked: false)),
        Violation("5.5: a control frame is not fragmented", clientFrame(0x09)),
        Violation("5.5: a control frame has 125 bytes at most", clientFrame(0x89, Array(repeating: 0, count: 126))),
        Violation("5.2: a 16-bit length is needed", [0x82, 0xFE, 0x00, 0x7D, 0, 0, 0, 0]),
        Violation("5.2: a 64-bit length is needed", [0x82, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0]),
        Violation("5.2: a length has 63 bits", [0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        Violation("5.4: a continuation continues something", clientFrame(0x80, Array("a".utf8))),
        Violation("5.4: a message is finished before the next", clientFrame(0x01) + clientFrame(0x81)),
        Violation("5.5.1: a close code has two bytes", clientFrame(0x88, [0x03])),
        Violation("7.4.1: 1005 is never sent", clientFrame(0x88, [0x03, 0xED])),
        Violation("7.4.1: 1006 is never sent", clientFrame(0x88, [0x03, 0xEE])),
        Violation("7.4.1: 1015 is never sent", clientFrame(0x88, [0x03, 0xF7])),
        Violation("7.4.2: 999 is not a code", clientFrame(0x88, [0x03, 0xE7])),
        Violation("7.4.2: 2999 is not a code", clientFrame(0x88, [0x0B, 0xB7])),
        Violation("7.4.2: 5000 is not a code", clientFrame(0x88, [0x13, 0x88])),
        Violation("5.5.1: a reason is UTF-8", clientFrame(0x88, [0x03, 0xE8, 0xFF]), 1007),
        Violation("8.1: text is UTF-8", clientFrame(0x81, [0xCE]), 1007),
        Violation("8.1: text is UTF-8 from its first fragment on", clientFrame(0x01, [0xED, 0xA0]), 1007),
        Violation("8.1: the end does not cut a character", clientFrame(0x01, [0xE2]) + clientFrame(0x80, [0x82]), 1007),
        Violation("a message has its limit", clientFrame(0x82, declared: 65_537), 1009),
        Violation(
            "fragments count together",
            clientFrame(0x02, Array(repeating: 0, count: 65_000)) + clientFrame(0x80, declared: 537),
            1009),
    ]

    @Test("are answered with a Close frame and the end of the connection", arguments: violations)
    func closes(violation: Violation) async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.open(to: port) { client in
                try await client.send(violation.bytes)
                #expect(try await client.frame()?.closeCode == violation.code)
                #expect(try await client.frame() == nil)
            }
        }
    }

    @Test("the server's side learns of it, and gets the messages before it")
    func isReported() async throws {
        let (outcomes, outcome) = AsyncStream.makeStream(of: (WebSocketEnd, [WebSocketMessage]).self)
        let endpoint = WebSocketEndpoint(path: "/ws") { _ in
            .accept { connection in
                var messages: [WebSocketMessage] = []
                for await message in connection.messages { messages.append(message) }
                outcome.yield((await connection.closed, messages))
            }
        }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                try await client.send(clientText("before") + clientFrame(0x83) + clientText("after"))
                _ = try await client.frame()
            }
            var iterator = outcomes.makeAsyncIterator()
            let (end, messages) = try #require(await iterator.next())
            #expect(end == .violation(.protocolError))
            #expect(messages == [.text("before")])
        }
    }

    @Test("a client that goes on sending still gets the Close frame")
    func closeSurvivesAFlood() async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.open(to: port) { client in
                try await client.send(
                    clientFrame(0x82, declared: 4_000_000) + [UInt8](repeating: 0, count: 4_000_000))
                #expect(try await client.frame()?.closeCode == 1009)
            }
        }
    }
}
