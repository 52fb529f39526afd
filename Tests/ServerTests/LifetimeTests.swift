import Foundation
import Postgres
import Testing

@Suite("what ends with time", .serialized)
struct LifetimeTests {
    @Test("links, sessions and chat sessions end when their time is over")
    func expiry() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            #expect(try await deployment.send("GET", "/api/v1/admin/keys", token: a.owner).status == 200)
            #expect(try await deployment.send("GET", "/api/v1/session", token: a.chat).status == 200)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.invitations SET expires_at = now();
                    UPDATE iris.chat_sessions SET expires_at = now();
                    UPDATE iris.sessions SET last_seen_at = now() - interval '30 minutes';
                    """)
            }
            let accept = try await deployment.send(
                "POST", "/api/v1/team/accept",
                """
                {"tenant_id":"\(a.tenant)","token":"\(a.invitation)","full_name":"Late",
                 "password":"\(TestWorkspace.password)"}
                """)
            #expect(accept.status == 410 && accept.code == "token_expired")
            #expect(try await deployment.send("GET", "/api/v1/admin/keys", token: a.owner).code == "unauthenticated")
            #expect(try await deployment.send("GET", "/api/v1/session", token: a.chat).code == "unauthenticated")
        }
    }

    @Test("a signup that was not verified in time cannot be, and gives its handle back")
    func signup() async throws {
        try await Deployment.with { deployment in
            func signUp(_ email: String) async throws -> Reply {
                try await deployment.send(
                    "POST", "/api/v1/signup",
                    """
                    {"full_name":"Slow","email":"\(email)","password":"\(TestWorkspace.password)",
                     "company_name":"Slow","slug":"slow-one","plan":"trial"}
                    """)
            }
            func verify(_ signup: Reply) async throws -> Reply {
                try await deployment.send(
                    "POST", "/api/v1/signup/verify",
                    #"{"tenant_id":"\#(signup["tenant_id"])","token":"\#(signup["verification_token"])"}"#)
            }
            let first = try await signUp("slow@example.com")
            #expect(try await signUp("second@example.com").code == "slug_taken")
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.signups SET expires_at = now() - interval '1 second';
                    UPDATE iris.handles SET held_until = now() - interval '1 second';
                    """)
            }
            let late = try await verify(first)
            #expect(late.status == 410 && late.code == "token_expired")
            let second = try await signUp("second@example.com")
            #expect(second.status == 202)
            // As for who verifies at the last instant, when the handle is somebody else's already.
            try await deployment.asSuperuser { session in
                try await session.runScript("UPDATE iris.signups SET expires_at = now() + interval '1 hour'")
            }
            #expect(try await verify(first).code == "token_expired")
            #expect(try await verify(second).status == 201)
        }
    }

    @Test("a known address gets no link that opens anything")
    func knownAddress() async throws {
        try await Deployment.with { deployment in
            _ = try await TestWorkspace.make("a", in: deployment)
            let again = try await deployment.send(
                "POST", "/api/v1/signup",
                """
                {"full_name":"Other","email":"OWNER-a@example.com","password":"\(TestWorkspace.password)",
                 "company_name":"Other","slug":"other-one","plan":"trial"}
                """)
            #expect(again.status == 202)
            let verify = try await deployment.send(
                "POST", "/api/v1/signup/verify",
                #"{"tenant_id":"\#(again["tenant_id"])","token":"\#(again["verification_token"])"}"#)
            #expect(verify.status == 404)
        }
    }

    @Test("an archived channel takes no messages, and a new session opens the conversation again")
    func archived() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            #expect(try await deployment.send("POST", path, #"{"content":"one"}"#, token: a.chat).status == 201)
            try await deployment.asSuperuser { try await $0.runScript("UPDATE iris.channels SET status = 'archived'") }
            let refused = try await deployment.send("POST", path, #"{"content":"two"}"#, token: a.chat)
            #expect(refused.status == 409 && refused.code == "channel_archived")
            let again = try await deployment.send(
                "POST", "/api/product/v1/sessions", #"{"external_user_id":"user-a"}"#, token: a.key)
            #expect(again["channel_id"] == a.conversation)
            #expect(try await deployment.send("POST", path, #"{"content":"two"}"#, token: again["token"]).status == 201)
        }
    }
}
