import Foundation
import Testing

@Suite("guests and chat sessions", .serialized)
struct GuestTests {
    private func open(
        _ tenant: String, _ fields: String = "", from page: String? = nil, in deployment: Deployment
    ) async throws -> Reply {
        try await deployment.send(
            "POST", "/api/v1/session/guest", #"{"tenant_id":"\#(tenant)"\#(fields)}"#,
            headers: page.map { ["Origin": $0] } ?? [:])
    }

    @Test("a resume token brings the same guest back to the same conversation, as often as it is shown")
    func resuming() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let first = try await open(
                a.tenant, #","display_name":"Grace","email":"grace@example.com""#, in: deployment)
            #expect(first.status == 201 && first["display_name"] == "Grace" && first["name"] == "Support")
            #expect(first["token"].hasPrefix("iris_chat_") && first["resume_token"].hasPrefix("iris_res_"))
            let path = "/api/v1/channels/\(first["channel_id"])/messages"
            #expect(try await deployment.send("POST", path, #"{"content":"Hi"}"#, token: first["token"]).status == 201)
            for _ in 1...2 {
                let back = try await open(a.tenant, #","resume_token":"\#(first["resume_token"])""#, in: deployment)
                #expect(back.status == 200 && back["user_id"] == first["user_id"] && back["display_name"] == "Grace")
                #expect(back["channel_id"] == first["channel_id"] && back["resume_token"] == first["resume_token"])
                #expect(back["token"] != first["token"] && back["session_id"] != first["session_id"])
                #expect(try await deployment.send("GET", path, token: back["token"]).texts("content") == ["Hi"])
            }
            #expect(try await deployment.count("end_users", "external_user_id IS NULL") == 1)
            #expect(try await deployment.send("GET", path, token: a.owner).texts("content") == ["Hi"])
            #expect(try await deployment.send("GET", path, token: a.chat).code == "not_found")
            #expect(try await deployment.count("guest_returns", "encode(token_hash, 'escape') LIKE 'iris_%'") == 0)
        }
    }

    @Test("a resume token that is bad, too old, another workspace's or a removed guest's makes a new guest")
    func newcomers() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let email = #","email":"same@example.com""#
            let first = try await open(a.tenant, email, in: deployment)
            let resume = #","resume_token":"\#(first["resume_token"])""#
            var seen = [first["user_id"]]
            func comesAnew(_ reply: Reply) {
                #expect(reply.status == 201 && !seen.contains(reply["user_id"]))
                #expect(!reply["resume_token"].isEmpty && reply["resume_token"] != first["resume_token"])
                seen.append(reply["user_id"])
            }
            comesAnew(try await open(a.tenant, email, in: deployment))
            comesAnew(try await open(a.tenant, #","resume_token":"iris_res_nonsense""#, in: deployment))
            comesAnew(try await open(a.tenant, #","resume_token":"\#(first["token"])""#, in: deployment))
            comesAnew(try await open(b.tenant, resume, in: deployment))
            func set(_ statement: String) async throws {
                try await deployment.asSuperuser { try await $0.runScript(statement) }
            }
            // One that was shown yesterday is good for another 30 days.
            try await set("UPDATE iris.guest_returns SET expires_at = now() + interval '1 minute'")
            #expect(try await open(a.tenant, resume, in: deployment).status == 200)
            #expect(try await deployment.count("guest_returns", "expires_at > now() + interval '29 days'") == 1)
            try await set("UPDATE iris.guest_returns SET expires_at = now()")
            comesAnew(try await open(a.tenant, resume, in: deployment))
            try await set(
                """
                UPDATE iris.guest_returns SET expires_at = now() + interval '1 day';
                DELETE FROM iris.channel_members WHERE member_id = '\(first["user_id"])'
                """)
            comesAnew(try await open(a.tenant, resume, in: deployment))
        }
    }

    @Test("a conversation that was archived is open again when its guest comes back")
    func archived() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let first = try await open(a.tenant, in: deployment)
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.channels SET status = 'archived', archived_at = now()")
            }
            let back = try await open(a.tenant, #","resume_token":"\#(first["resume_token"])""#, in: deployment)
            let channel = "/api/v1/channels/\(first["channel_id"])"
            let shown = try await deployment.send("GET", channel, token: back["token"])
            #expect(shown["status"] == "open" && shown.has("archived_at", "null"))
            let known = try await deployment.send(
                "POST", "/api/product/v1/sessions", #"{"external_user_id":"user-a"}"#, token: a.key)
            let reopened = try await deployment.send(
                "GET", "/api/v1/channels/\(a.conversation)", token: known["token"])
            #expect(reopened["status"] == "open" && reopened.has("archived_at", "null"))
        }
    }

    @Test("guests come from listed pages or from none; unknown and suspended workspaces are not found")
    func origins() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let unlisted = try await open(a.tenant, from: "https://shop.example.com", in: deployment)
            #expect(unlisted.status == 403 && unlisted.code == "origin_not_allowed")
            _ = try await deployment.send(
                "PUT", "/api/v1/admin/widget-config", #"{"allowed_origins":["https://shop.example.com"]}"#,
                token: a.owner)
            #expect(try await open(a.tenant, from: "https://shop.example.com", in: deployment).status == 201)
            #expect(try await open(a.tenant, from: "https://evil.example.com", in: deployment).status == 403)
            #expect(try await open(a.tenant, from: "null", in: deployment).status == 403)
            #expect(try await open(a.tenant, in: deployment).status == 201)
            #expect(try await open(a.channel, in: deployment).code == "not_found")
            try await deployment.asSuperuser { try await $0.runScript("UPDATE iris.tenants SET status = 'suspended'") }
            #expect(try await open(a.tenant, in: deployment).code == "not_found")
        }
    }

    @Test("a refresh that has waited for its session's end does not bring the session back")
    func refreshingWhatEnds() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let late = try await deployment.standoff(
                over: "SELECT FROM iris.chat_sessions FOR UPDATE", waiting: 1,
                meanwhile: "UPDATE iris.chat_sessions SET expires_at = clock_timestamp()"
            ) {
                try await deployment.send("POST", "/api/v1/session/refresh", token: a.chat)
            }
            #expect(late.code == "unauthenticated")
            #expect(try await deployment.send("GET", "/api/v1/session", token: a.chat).code == "unauthenticated")
        }
    }

    @Test("a refreshed session has a new token and another day; the old token works for a minute more")
    func refreshing() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let session = try await deployment.send("GET", "/api/v1/session", token: a.chat)
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.chat_sessions SET expires_at = now() + interval '1 hour'")
            }
            let fresh = try await deployment.send("POST", "/api/v1/session/refresh", token: a.chat)
            #expect(fresh.status == 200 && fresh["token"] != a.chat && fresh["token"].hasPrefix("iris_chat_"))
            #expect(fresh["session_id"] == session["session_id"] && fresh["channel_id"] == a.conversation)
            #expect(try await deployment.count("chat_sessions", "expires_at > now() + interval '23 hours'") == 1)
            for token in [a.chat, fresh["token"]] {
                #expect(try await deployment.send("GET", "/api/v1/session", token: token).status == 200)
            }
            let within = "previous_expires_at BETWEEN now() AND now() + interval '1 minute'"
            #expect(try await deployment.count("chat_sessions", within) == 1)
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.chat_sessions SET previous_expires_at = now()")
            }
            #expect(try await deployment.send("GET", "/api/v1/session", token: a.chat).code == "unauthenticated")
            #expect(try await deployment.send("GET", "/api/v1/session", token: fresh["token"]).status == 200)
        }
    }

    @Test("an ended session ends with all its tokens, and the person's other sessions go on")
    func ending() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let other = try await deployment.send(
                "POST", "/api/product/v1/sessions", #"{"external_user_id":"user-a"}"#, token: a.key)["token"]
            let fresh = try await deployment.send("POST", "/api/v1/session/refresh", token: a.chat)
            let ended = try await deployment.send("DELETE", "/api/v1/session", token: fresh["token"])
            #expect(ended.status == 200 && ended["session_id"] == fresh["session_id"] && ended.has("deleted", "true"))
            for token in [a.chat, fresh["token"]] {
                #expect(try await deployment.send("GET", "/api/v1/session", token: token).code == "unauthenticated")
            }
            #expect(try await deployment.send("GET", "/api/v1/session", token: other).status == 200)
        }
    }
}
