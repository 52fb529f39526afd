import Foundation
import Testing

@Suite("who may open a socket", .serialized, .timeLimit(.minutes(5)))
struct RealtimeAccessTests {
    @Test("a token is taken from the header, a subprotocol, the query or the first frame")
    func places() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let base = deployment.server.base
            for token in [a.chat, a.owner, a.key] {
                _ = try await SocketClient.open(base, token: token).next("ready")
                let agreed = try await SocketClient.open(
                    base, headers: ["Sec-WebSocket-Protocol: iris.v1, bearer.\(token)"])
                _ = try await agreed.next("ready")
                #expect(agreed.head.lowercased().contains("sec-websocket-protocol: iris.v1\r\n"))
                #expect(!agreed.head.contains(token))
                _ = try await SocketClient.open(base, path: "/ws?token=\(token)").next("ready")
                let later = try await SocketClient.open(base)
                try await later.send(#"{"token":"\#(token)","ref":"a-1","type":"auth"}"#)
                let ready = try await later.next("ready")
                #expect(ready.ref == "a-1")
                #expect((ready.expires_at == nil) == (token == a.key))
                #expect(ready.caller?.sender_type == [a.chat: "end_user", a.owner: "member", a.key: "key"][token])
            }
        }
    }

    @Test("a wrong token is refused: by HTTP at the upgrade, and with 4401 afterwards")
    func wrong() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let base = deployment.server.base
            let control = try await SocketClient.ready(base, token: a.chat)
            #expect(try await control.arrived().isEmpty)
            let wrong = String(a.chat.dropLast()) + (a.chat.hasSuffix("0") ? "1" : "0")
            let headers = [
                ["Authorization: Bearer \(wrong)"], ["Authorization: Basic \(a.chat)"],
                ["Sec-WebSocket-Protocol: iris.v1, bearer.\(wrong)"], ["Authorization: Bearer iris_none_1"],
                // Two that disagree.
                ["Authorization: Bearer \(a.chat)", "Sec-WebSocket-Protocol: iris.v1, bearer.\(a.owner)"],
            ]
            for header in headers {
                let refused = await #expect(throws: SocketClient.Refused.self) {
                    _ = try await SocketClient.open(base, headers: header)
                }
                #expect(refused?.status == 401)
                #expect(refused?.text.contains(#"{"error":{"code":"unauthenticated""#) ?? false)
            }
            let late = try await SocketClient.open(base)
            try await late.send(#"{"type":"auth","token":"\#(wrong)"}"#)
            #expect(try await late.ending() == 4401)
            let early = try await SocketClient.open(base)
            try await early.send(#"{"type":"ping"}"#)
            #expect(try await early.ending() == 4400)
        }
    }

    @Test("no token in time ends the socket with 4408")
    func timeout() async throws {
        try await Deployment.with(["IRIS_SOCKET_AUTH_SECONDS": "1"]) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let ready = try await SocketClient.ready(deployment.server.base, token: a.chat)
            let silent = try await SocketClient.open(deployment.server.base)
            #expect(try await silent.ending() == 4408)
            // It was longer than a second for this one too.
            #expect(try await ready.arrived().isEmpty)
        }
    }

    @Test("a page that the workspace does not list is refused, whatever the token")
    func origins() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let base = deployment.server.base
            let saved = try await deployment.send(
                "PUT", "/api/v1/admin/widget-config", #"{"allowed_origins":["https://app.example.com"]}"#,
                token: a.owner)
            #expect(saved.status == 200)
            for token in [a.chat, a.owner, a.key] {
                let listed = try await SocketClient.open(
                    base, token: token, headers: ["Origin: https://app.example.com"])
                _ = try await listed.next("ready")
                // Our own pages, where the console is.
                _ = try await SocketClient.open(base, token: token, headers: ["Origin: \(base)"]).next("ready")
                for page in [
                    "https://evil.example.com", "https://app.example.com.evil.com", "http://app.example.com", "null",
                ] {
                    let refused = await #expect(throws: SocketClient.Refused.self) {
                        _ = try await SocketClient.open(base, token: token, headers: ["Origin: \(page)"])
                    }
                    #expect(refused?.status == 403)
                    #expect(refused?.text.contains(#"{"error":{"code":"origin_not_allowed""#) ?? false)
                }
                let late = try await SocketClient.open(base, headers: ["Origin: https://evil.example.com"])
                try await late.send(#"{"type":"auth","token":"\#(token)"}"#)
                #expect(try await late.ending() == 4403)
            }
        }
    }

    @Test("a key needs the scope to read messages for a socket, and the frames' own scopes for those")
    func scopes() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            func key(_ scopes: String) async throws -> String {
                try await deployment.send(
                    "POST", "/api/v1/admin/keys", #"{"name":"K","key_type":"secret","scopes":[\#(scopes)]}"#,
                    token: a.owner)["secret"]
            }
            let (reader, writer) = (
                try await key(#""chat:messages.read""#), try await key(#""chat:messages.write""#)
            )
            let refused = await #expect(throws: SocketClient.Refused.self) {
                _ = try await SocketClient.open(deployment.server.base, token: writer)
            }
            #expect(refused?.status == 403 && refused?.text.contains("insufficient_scope") ?? false)
            let client = try await SocketClient.ready(deployment.server.base, token: reader)
            for frame in [
                #"{"type":"typing","channel_id":"\#(a.channel)","is_typing":true}"#,
                #"{"type":"read","channel_id":"\#(a.channel)","seq":1}"#, #"{"type":"presence","state":"away"}"#,
            ] {
                try await client.send(frame)
                #expect(try await client.next().code == "insufficient_scope")
            }
        }
    }

    @Test("frames that cannot be understood are answered, and the third in a row ends the socket")
    func badFrames() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let base = deployment.server.base
            let client = try await SocketClient.ready(base, token: a.chat)
            try await client.send(#"{"type":"dance","ref":"r-1"}"#)
            let unknown = try await client.next()
            #expect(unknown.code == "unknown_type" && unknown.ref == "r-1")
            try await client.send(#"{"type":"subscribe","channel_id":"x"}"#)
            let invalid = try await client.next()
            #expect(invalid.code == "invalid_frame" && invalid.pointer == "/channel_id")
            // A good one in between.
            #expect(try await client.arrived().isEmpty)
            for _ in 0..<2 {
                try await client.send("{")
                #expect(try await client.next().code == "invalid_json")
            }
            try await client.send("{")
            #expect(try await client.ending() == 4400)

            let binary = try await SocketClient.ready(base, token: a.chat)
            try await binary.send(SocketBytes.frame(0x82, [1, 2, 3]))
            #expect(try await binary.ending() == 1003)
            let huge = try await SocketClient.ready(base, token: a.chat)
            try await huge.send(#"{"type":"\#(String(repeating: "x", count: 65_536))"}"#)
            #expect(try await huge.ending() == 1009)
            let hasty = try await SocketClient.ready(base, token: a.chat)
            // In one write, so that nothing grows again in between.
            let pings = SocketBytes.frame(0x81, Array(#"{"type":"ping"}"#.utf8))
            try await hasty.send(Array(repeatElement(pings, count: 2_000).joined()))
            #expect(try await hasty.ending() == 4429)
        }
    }

    @Test("a socket listens to 100 channels at most")
    func subscriptions() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let ids = try await deployment.asSuperuser { session in
                try await session.run(
                    """
                    INSERT INTO iris.channels (tenant_id, channel_id, name, channel_type)
                    SELECT tenant_id, gen_random_uuid(), 'Many', 'group' FROM iris.tenants, generate_series(1, 101)
                    RETURNING channel_id::text AS id
                    """
                ).map { try $0.value("id") as String }
            }
            let client = try await SocketClient.ready(deployment.server.base, token: a.owner)
            for (number, id) in ids.enumerated() {
                // Slower than frames are taken: each waits for its answer and a little more.
                if number >= 50 { try await Task.sleep(for: .milliseconds(60)) }
                try await client.send(#"{"type":"subscribe","channel_id":"\#(id)"}"#)
                let answer = try await client.next()
                #expect(answer.type == (number < 100 ? "subscribed" : "error"))
            }
            try await client.send(#"{"type":"unsubscribe","channel_id":"\#(ids[0])"}"#)
            _ = try await client.next("unsubscribed")
            try await client.subscribe(ids[100])
        }
    }
}
