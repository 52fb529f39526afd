import Foundation
import Testing

@Suite("what ends a socket", .serialized, .timeLimit(.minutes(5)))
struct RealtimeEndingTests {
    /// So seldom that what ends a socket in a test is not the regular look at credentials.
    private static let seldom = ["IRIS_RATE_FACTOR": "10000", "IRIS_SOCKET_CHECK_SECONDS": "300"]

    @Test("a session, a key, a member and a chat session take their sockets with them at once")
    func revocation() async throws {
        try await Deployment.with(Self.seldom) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let base = deployment.server.base
            let bystander = try await SocketClient.ready(base, token: a.key)

            let chat = try await SocketClient.ready(base, token: a.chat)
            #expect(try await deployment.send("DELETE", "/api/v1/session", token: a.chat).status == 200)
            #expect(try await chat.ending() == 4410)

            let issued = try await deployment.send(
                "POST", "/api/v1/admin/keys", #"{"name":"Short","key_type":"secret"}"#, token: a.owner)
            let key = try await SocketClient.ready(base, token: issued["secret"])
            _ = try await deployment.send("DELETE", "/api/v1/admin/keys/\(issued["key_id"])", token: a.owner)
            #expect(try await key.ending() == 4410)

            let mate = try await deployment.send(
                "POST", "/api/v1/team/accept",
                #"{"tenant_id":"\#(a.tenant)","token":"\#(a.invitation)","full_name":"M","password":"\#(TestWorkspace.password)"}"#
            )
            let member = try await SocketClient.ready(base, token: mate["token"])
            let me = try await deployment.send("GET", "/api/v1/owner/me", token: mate["token"])
            _ = try await deployment.send(
                "DELETE", "/api/v1/admin/team/members/\(me["user_id"])", token: a.owner)
            #expect(try await member.ending() == 4410)

            let owner = try await SocketClient.ready(base, token: a.owner)
            _ = try await deployment.send("POST", "/api/v1/owner/logout", token: a.owner)
            #expect(try await owner.ending() == 4410)
            #expect(try await bystander.arrived().isEmpty)
        }
    }

    @Test("a token's time ends its socket, and a refresh gives it more")
    func expiry() async throws {
        try await Deployment.with(Self.seldom) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let again = try await deployment.send(
                "POST", "/api/product/v1/sessions", #"{"external_user_id":"user-a"}"#, token: a.key)
            let me = try await deployment.send("GET", "/api/v1/session", token: again["token"])
            // The refreshed one's first time is over a second before the other's.
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.chat_sessions SET expires_at = now() + interval '10 seconds';
                    UPDATE iris.chat_sessions SET expires_at = expires_at - interval '1 second'
                    WHERE chat_session_id = '\(me["session_id"])';
                    """)
            }
            let ends = try await SocketClient.ready(deployment.server.base, token: a.chat)
            let stays = try await SocketClient.ready(deployment.server.base, token: again["token"])
            let refreshed = try await deployment.send("POST", "/api/v1/session/refresh", token: again["token"])
            #expect(refreshed.status == 200)
            #expect(try await ends.ending() == 4410)
            #expect(try await stays.arrived().isEmpty)
        }
    }

    @Test("what is ended behind the server's back is noticed soon")
    func watch() async throws {
        try await Deployment.with(["IRIS_RATE_FACTOR": "10000", "IRIS_SOCKET_CHECK_SECONDS": "1"]) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let base = deployment.server.base
            let (owner, key, chat) = (
                try await SocketClient.ready(base, token: a.owner), try await SocketClient.ready(base, token: a.key),
                try await SocketClient.ready(base, token: a.chat)
            )
            try await chat.subscribe(a.conversation)
            try await deployment.asSuperuser { session in
                try await session.runScript("DELETE FROM iris.channel_members WHERE member_type = 'end_user'")
            }
            #expect(try await chat.next("member.removed").member?.sender_type == "end_user")
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.sessions SET last_seen_at = now() - interval '31 minutes';
                    UPDATE iris.api_keys SET revoked_at = now();
                    UPDATE iris.chat_sessions SET expires_at = now();
                    """)
            }
            #expect(try await owner.ending() == 4410)
            #expect(try await key.ending() == 4410)
            #expect(try await chat.ending() == 4410)
        }
    }

    @Test("a server that stops tells its sockets to go to another")
    func shutdown() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let server = try await RunningServer.start(Deployment.settings(for: deployment.database))
            let client = try await SocketClient.ready(server.base, token: a.chat)
            let silent = try await SocketClient.open(server.base)
            await server.stop()
            #expect(try await client.ending() == 1001)
            #expect(try await silent.ending() == 1001)
            #expect(server.exitStatus == 0)
        }
    }
}
