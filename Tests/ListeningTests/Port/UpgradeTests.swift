import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Listening

@Suite("upgrades beside HTTP", .timeLimit(.minutes(5)))
struct UpgradeTests {
    @Test("the key of RFC 6455 gives the answer of RFC 6455")
    func key() {
        #expect(Handshake.answer(to: "dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }

    @Test("the 101 carries the answer, the agreed subprotocol and the server's headers")
    func opening() async throws {
        let endpoint = WebSocketEndpoint(path: "/ws") { request in
            #expect(request.path == "/ws")
            #expect(request.query == "a=1")
            #expect(request.peer?.ipAddress == "127.0.0.1")
            #expect(request.subprotocols == ["iris.v1", "bearer.T", "x"])
            return .accept(subprotocol: "iris.v1", headers: [.server: "here"]) { connection in
                connection.send(.text(connection.subprotocol ?? "none"))
                _ = await connection.closed
            }
        }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.connect(to: port) { client in
                let offers = "Sec-WebSocket-Protocol: iris.v1, bearer.T\r\nSec-WebSocket-Protocol: x\r\n"
                try await client.send(RawClient.upgradeRequest("/ws?a=1", extra: offers))
                let lines = try await client.head().split(separator: "\r\n").map(String.init)
                #expect(lines.first == "HTTP/1.1 101 Switching Protocols")
                #expect(
                    Set(lines.dropFirst()) == [
                        "Server: here", "Upgrade: websocket", "Connection: Upgrade",
                        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "Sec-WebSocket-Protocol: iris.v1",
                    ])
                #expect(try await client.frame()?.text == "iris.v1")
            }
        }
    }

    @Test("a subprotocol that was not offered is not announced")
    func foreignSubprotocol() async throws {
        let endpoint = WebSocketEndpoint(path: "/ws") { _ in .accept(subprotocol: "other") { _ in } }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send(RawClient.upgradeRequest(extra: "Sec-WebSocket-Protocol: mine\r\n"))
                #expect(!(try await client.head()).contains("Sec-WebSocket-Protocol"))
            }
        }
    }

    @Test("a refusal is an HTTP answer, and the end of the connection")
    func refusal() async throws {
        let endpoint = WebSocketEndpoint(path: "/ws") { _ in
            .refuse(.forbidden, headers: [.contentType: "application/json"], body: Array("{}".utf8))
        }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send(RawClient.upgradeRequest())
                let head = try await client.head()
                #expect(head.hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
                #expect(head.contains("Content-Type: application/json\r\n"))
                #expect(head.contains("Content-Length: 2\r\n"))
                #expect(head.contains("Connection: close\r\n"))
                #expect(try await client.text(of: 2) == "{}")
                #expect(try await client.frame() == nil)
            }
        }
    }

    @Test(
        "a handshake that is not in order is refused before anybody is asked",
        arguments: [
            ("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 12", "426 Upgrade Required"),
            ("Sec-WebSocket-Version: 13", "X: y", "426 Upgrade Required"),
            ("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "X: y", "400 Bad Request"),
            ("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ=", "400 Bad Request"),
            ("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25j!Q==", "400 Bad Request"),
            ("Connection: keep-alive, Upgrade", "Connection: Upgrade\r\nContent-Length: 3", "400 Bad Request"),
        ])
    func malformed(part: String, replacement: String, status: String) async throws {
        let endpoint = WebSocketEndpoint(path: "/ws") { _ in
            Issue.record("the server was asked")
            return .refuse(.forbidden)
        }
        try await withPort(webSocket: endpoint) { port in
            try await RawClient.connect(to: port) { client in
                let request = RawClient.upgradeRequest().replacingOccurrences(of: part, with: replacement)
                try await client.send(request + (replacement.contains("Length") ? "abc" : ""))
                let head = try await client.head()
                #expect(head.hasPrefix("HTTP/1.1 \(status)\r\n"))
                #expect(head.contains("Sec-WebSocket-Version: 13\r\n") == status.hasPrefix("426"))
            }
        }
    }

    @Test("HTTP requests come first on the same connection, pipelined ones too")
    func afterHTTP() async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send("GET /one HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try await client.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(try await client.text(of: 10) == "plain /one")
                try await client.send("GET /two HTTP/1.1\r\nHost: localhost\r\n\r\n" + RawClient.upgradeRequest())
                #expect(try await client.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(try await client.text(of: 10) == "plain /two")
                #expect(try await client.head().hasPrefix("HTTP/1.1 101 "))
                try await client.send(clientText("hello"))
                #expect(try await client.frame()?.text == "hello")
            }
        }
    }

    @Test("frames that a hasty client sends with its request are not lost")
    func hastyClient() async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send(Array(RawClient.upgradeRequest().utf8) + clientText("early"))
                #expect(try await client.head().hasPrefix("HTTP/1.1 101 "))
                #expect(try await client.frame()?.text == "early")
            }
        }
    }

    @Test("elsewhere, and without a wish to upgrade, the responder answers")
    func ordinaryRequests() async throws {
        try await withPort(webSocket: echoEndpoint()) { port in
            try await RawClient.connect(to: port) { client in
                try await client.send("GET /ws HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try await client.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(try await client.text(of: 9) == "plain /ws")
                // HTTP's decoder reads nothing after an Upgrade header: the answer must say that it is the last.
                try await client.send(RawClient.upgradeRequest("/elsewhere"))
                let head = try await client.head()
                #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(head.lowercased().contains("connection: close\r\n"))
                #expect(try await client.text(of: 16) == "plain /elsewhere")
                #expect(try await client.frame() == nil)
            }
        }
    }

    @Test("a connection that is idle, or slow to send its request head, is closed")
    func idle() async throws {
        try await withPort(PortConfiguration(idleTimeout: .milliseconds(50)), webSocket: echoEndpoint()) { port in
            for beginning in ["", "GET /ws HTTP/1.1\r\nHost: loc"] {
                try await RawClient.connect(to: port) { client in
                    // On a busy machine its time may be up before it has begun.
                    if !beginning.isEmpty { try? await client.send(beginning) }
                    let frame = try await client.frame()
                    #expect(frame == nil)
                }
            }
        }
    }

    @Test("a WebSocket outlives the idle time of HTTP")
    func notIdle() async throws {
        let (endpoint, connections) = givingEndpoint()
        try await withPort(PortConfiguration(idleTimeout: .seconds(2)), webSocket: endpoint) { port in
            try await RawClient.open(to: port) { client in
                var iterator = connections.makeAsyncIterator()
                let connection = try #require(await iterator.next())
                // The idle time of a connection that came later passes, and with it this one's.
                try await RawClient.connect(to: port) { other in
                    let frame = try await other.frame()
                    #expect(frame == nil)
                }
                connection.send(.text("alive"))
                #expect(try await client.frame()?.text == "alive")
            }
        }
    }
}
