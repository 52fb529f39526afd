import Testing

@testable import Listening

@Suite("the echo service", .timeLimit(.minutes(5)))
struct EchoSocketTests {
    @Test("it echoes on every path, up to its limit")
    func echoes() async throws {
        let (ports, report) = AsyncStream.makeStream(of: Int.self)
        let echo = EchoSocket(port: 0, messageLimit: 300_000, logger: quiet) { report.yield($0) }
        try await withService(echo, ports: ports, report: report) { port in
            try await RawClient.open(to: port, path: "/any?agent=x") { client in
                let payload = [UInt8](repeating: 9, count: 300_000)
                for _ in 0..<4 { try await client.send(clientFrame(0x82, payload)) }
                for _ in 0..<4 { #expect(try await client.frame() == .init(first: 0x82, payload: payload)) }
                try await client.send(clientText("€"))
                #expect(try await client.frame()?.text == "€")
                try await client.send(clientFrame(0x82, declared: 300_001))
                #expect(try await client.frame()?.closeCode == 1009)
            }
            try await RawClient.connect(to: port) { client in
                try await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try await client.head().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            }
        }
    }
}
