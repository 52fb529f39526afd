import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

@testable import Generated
@testable import Server

@Suite("the edge: headers, pages of other origins, bodies that are too large", .serialized)
struct EdgeTests {
    private static let secure = [
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin", "Access-Control-Allow-Origin": "*",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    ]

    @Test("every reply has the headers that keep it from being kept, guessed at and framed")
    func headers() async throws {
        try await Deployment.with { deployment in
            let replies = [
                try await deployment.send("GET", "/healthz"), try await deployment.send("GET", "/nowhere"),
                try await deployment.send("GET", "/%zz"), try await deployment.send("DELETE", "/healthz"),
                try await deployment.send("POST", "/api/v1/signup", "{"),
                try await deployment.send("GET", "/api/v1/admin/keys"),
            ]
            #expect(replies.map(\.status) == [200, 404, 404, 405, 400, 401])
            for reply in replies {
                for (name, value) in Self.secure { #expect(reply.headers[name] == [value], "\(name)") }
                #expect(reply.headers["Cache-Control"] == ["no-store"])
                #expect(reply.headers["Content-Type"] == ["application/json"])
                #expect(reply.headers["X-Request-Id"].count == 1)
                #expect(reply.headers["Strict-Transport-Security"] == [])
            }
            #expect(replies[5].headers["WWW-Authenticate"] == ["Bearer realm=\"Iris\""])
        }
        try await Deployment.with(["IRIS_SITE": "https://iris.example"]) { deployment in
            let reply = try await deployment.send("GET", "/healthz")
            #expect(reply.headers["Strict-Transport-Security"] == ["max-age=31536000"])
        }
    }

    @Test("a browser may ask before it sends, where there is something to send to; other OPTIONS stay refused")
    func preflight() async throws {
        try await Deployment.with { deployment in
            let asked: HTTPHeaders = ["Origin": "https://a.example", "Access-Control-Request-Method": "POST"]
            let path = "/api/product/v1/channels/0198c0de-0000-7000-8000-000000000000/messages"
            let reply = try await deployment.send("OPTIONS", path, headers: asked)
            #expect(reply.status == 204 && reply.text.isEmpty)
            #expect(reply.headers["Access-Control-Allow-Origin"] == ["*"])
            #expect(reply.headers["Access-Control-Allow-Methods"] == ["GET, POST"])
            let allowed = reply.headers.first(name: "Access-Control-Allow-Headers") ?? ""
            for name in ["Authorization", "Content-Type", "Idempotency-Key"] { #expect(allowed.contains(name)) }
            #expect(reply.headers["Access-Control-Max-Age"] == ["7200"])
            #expect(reply.headers["Access-Control-Allow-Credentials"] == [])
            #expect(reply.headers["Content-Length"] == [] && reply.headers["Content-Type"] == [])

            let plain = try await deployment.send("OPTIONS", path)
            #expect(plain.status == 405 && plain.headers["Allow"] == ["GET, POST"])
            #expect(try await deployment.send("OPTIONS", "/api/nowhere", headers: asked).status == 404)
        }
    }

    @Test("what may be kept is sent once: a client that has it is told so without a body")
    func notModified() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/v1/widget-config?tenant_id=\(a.tenant)"
            let first = try await deployment.send("GET", path)
            let tag = try #require(first.headers.first(name: "ETag"))
            #expect(first.status == 200 && first.headers["Cache-Control"].count == 1)
            #expect(first.headers.first(name: "Cache-Control")?.hasPrefix("public") == true)
            let again = try await deployment.send("GET", path, headers: ["If-None-Match": tag])
            #expect(again.status == 304 && again.text.isEmpty)
            #expect(again.headers["ETag"] == [tag] && again.headers["Content-Length"] == [])
            #expect(again.headers["Cache-Control"] == first.headers["Cache-Control"])
            #expect(try await deployment.send("GET", path, headers: ["If-None-Match": "W/\"0\""]).status == 200)
        }
    }

    @Test("HEAD is answered as GET, without the body")
    func head() async throws {
        try await Deployment.with { deployment in
            let get = try await deployment.send("GET", "/healthz")
            let head = try await deployment.send("HEAD", "/healthz")
            #expect(head.status == 200 && head.text.isEmpty)
            #expect(head.headers["Content-Length"] == [String(get.text.utf8.count)])
            #expect(try await deployment.send("HEAD", "/api/v1/signup").status == 405)
        }
    }

    @Test("a body that is too large is answered, and the connection goes on once it was sent")
    func tooLarge() async throws {
        try await Deployment.with { deployment in
            let limit = Dispatcher<IrisAPI, ServerGate>.bodyLimit
            let size = limit * 8
            try await RawConnection.with(deployment.server.base) { connection in
                try await connection.write(
                    "POST /api/v1/signup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: \(size)\r\n\r\n"
                )
                let reply = try await connection.read(until: "payload_too_large")
                #expect(reply.hasPrefix("HTTP/1.1 413"))
                try await connection.write(String(repeating: "x", count: size))
                try await connection.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.read(until: #"{"status":"ok"}"#).contains("HTTP/1.1 200"))
            }
            try await RawConnection.with(deployment.server.base) { connection in
                try await connection.write(
                    "POST /api/v1/signup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                )
                let chunk = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
                for _ in 0...(limit / 0x10000) { try await connection.write(chunk) }
                #expect(try await connection.read(until: "payload_too_large").hasPrefix("HTTP/1.1 413"))
                try await connection.write(chunk + "0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.read(until: #"{"status":"ok"}"#).contains("HTTP/1.1 200"))
            }
        }
    }

    @Test("what is no HTTP request gets the envelope too, and the connection ends")
    func malformed() async throws {
        try await Deployment.with { deployment in
            for nonsense in ["EHLO client.example\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost : x\r\nno colon\r\n\r\n"] {
                try await RawConnection.with(deployment.server.base) { connection in
                    try await connection.write(nonsense)
                    let reply = try await connection.read(until: "request_id")
                    #expect(reply.hasPrefix("HTTP/1.1 400"), "\(reply)")
                    #expect(reply.contains(#"{"error":{"code":"invalid_request","message":""#), "\(reply)")
                    try await connection.readToEnd()
                }
            }
        }
    }

    @Test("a client that was told so and never ends its body is hung up on", .timeLimit(.minutes(1)))
    func endless() async throws {
        try await Deployment.with { deployment in
            try await RawConnection.with(deployment.server.base) { connection in
                try await connection.write(
                    "POST /api/v1/signup HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n")
                _ = try await connection.read(until: "payload_too_large")
                // It goes on and on, a little at a time, so that the connection is never idle.
                let trickle = connection.trickle()
                try await connection.readToEnd()
                trickle.cancel()
            }
        }
    }
}

/// A connection on which a test writes what no well-behaved client would.
struct RawConnection {
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let inbound: Inbound

    /// The iterator of what comes in, between calls; only the test's own task uses it.
    private final class Inbound {
        var iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator

        init(_ iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) { self.iterator = iterator }
    }

    static func with(_ base: String, _ test: (RawConnection) async throws -> Void) async throws {
        let url = try #require(URLComponents(string: base))
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: try #require(url.host), port: try #require(url.port)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            try await test(RawConnection(outbound: outbound, inbound: Inbound(inbound.makeAsyncIterator())))
        }
    }

    func write(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    /// Writes a little now and then, until the connection ends or the task is cancelled.
    func trickle() -> Task<Void, any Error> {
        Task { [outbound] in
            while true {
                try await outbound.write(ByteBuffer(string: "x"))
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    /// What comes in, up to and with the packet that completes a text.
    func read(until text: String) async throws -> String {
        var received = ""
        while !received.contains(text) {
            received += String(buffer: try #require(try await inbound.iterator.next(), "the connection ended"))
        }
        return received
    }

    /// Returns when the other side has closed the connection.
    func readToEnd() async throws {
        do {
            while try await inbound.iterator.next() != nil {}
        } catch is IOError {
            // A reset is an end as well.
        }
    }
}
