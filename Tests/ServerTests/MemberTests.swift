import Foundation
import Testing

@Suite("who is in a channel", .serialized)
struct MemberTests {
    @Test("end users, members of the workspace and keys are added, listed in the order in which they came")
    func adding() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/product/v1/channels/\(a.channel)/members"
            let mate = try await a.join("op", as: "operator", in: deployment)
            let other = try await a.issueKey(in: deployment)
            let user = try await deployment.send("GET", "/api/v1/session", token: a.chat)["user_id"]

            #expect(try await deployment.send("GET", "/api/v1/channels/\(a.channel)", token: a.chat).status == 404)
            let byExternalId = try await deployment.send(
                "POST", path, #"{"external_user_id":"user-a","channel_role":"read_only"}"#, token: a.key)
            #expect(byExternalId.status == 201 && byExternalId["user_id"] == user)
            #expect(byExternalId["member_type"] == "end_user" && byExternalId["external_user_id"] == "user-a")
            #expect(byExternalId["display_name"] == "User a" && byExternalId["channel_role"] == "read_only")
            #expect(try await deployment.send("GET", "/api/v1/channels/\(a.channel)", token: a.chat).status == 200)

            let again = try await deployment.send(
                "POST", path, #"{"user_id":"\#(user)","channel_role":"moderator"}"#, token: a.key)
            #expect(again.status == 201 && again.text == byExternalId.text, "adding twice changes nothing")
            let member = try await deployment.send("POST", path, #"{"user_id":"\#(mate.user)"}"#, token: a.key)
            #expect(member["member_type"] == "member" && member["display_name"] == "Team Mate")
            let key = try await deployment.send("POST", path, #"{"user_id":"\#(other.id)"}"#, token: a.key)
            #expect(key["member_type"] == "key" && key["display_name"] == "Another")

            let list = try await deployment.send("GET", path, token: other.secret)
            #expect(list.texts("member_type") == ["key", "end_user", "member", "key"])
            #expect(list.texts("user_id").suffix(3) == [user, mate.user, other.id])
            #expect(try await deployment.remove(mate.user, by: a.owner).status == 200)
            #expect(try await deployment.send("GET", path, token: a.key).texts("user_id").count == 3)
        }
    }

    @Test("exactly one person of this workspace is named")
    func noSuchPerson() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let path = "/api/product/v1/channels/\(a.channel)/members"
            let user = try await deployment.send("GET", "/api/v1/session", token: a.chat)["user_id"]
            let foreign = try await deployment.send("GET", "/api/v1/session", token: b.chat)["user_id"]
            let revoked = try await a.issueKey(in: deployment)
            _ = try await deployment.send("DELETE", "/api/v1/admin/keys/\(revoked.id)", token: a.owner)
            for body in [
                "{}", #"{"user_id":"\#(user)","external_user_id":"user-a"}"#, #"{"external_user_id":"nobody"}"#,
                #"{"external_user_id":"user-b"}"#, #"{"user_id":"\#(foreign)"}"#, #"{"user_id":"\#(a.channel)"}"#,
                #"{"user_id":"\#(revoked.id)"}"#,
            ] {
                let reply = try await deployment.send("POST", path, body, token: a.key)
                #expect(reply.status == 400 && reply.code == "no_such_person", "\(body)")
            }
            #expect(try await deployment.count("end_users", "external_user_id = 'nobody'") == 0)
            #expect(try await deployment.send("GET", path, token: a.key).texts("user_id").count == 1)
        }
    }

    @Test("a role and muting are changed apart, and reading only is what it says")
    func changing() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let user = try await deployment.send("GET", "/api/v1/session", token: a.chat)["user_id"]
            let path = "/api/product/v1/channels/\(a.conversation)/members/\(user)"
            let messages = "/api/v1/channels/\(a.conversation)/messages"
            let own = try await deployment.send("POST", messages, #"{"content":"before"}"#, token: a.chat)
            let muted = try await deployment.send("PATCH", path, #"{"muted":true}"#, token: a.key)
            #expect(muted.status == 200 && muted.has("muted", "true") && muted["channel_role"] == "member")
            let reader = try await deployment.send("PATCH", path, #"{"channel_role":"read_only"}"#, token: a.key)
            #expect(reader.has("muted", "true") && reader["channel_role"] == "read_only")

            let post = try await deployment.send("POST", messages, #"{"content":"x"}"#, token: a.chat)
            #expect(post.status == 403 && post.code == "forbidden")
            let edit = try await deployment.send(
                "PATCH", "/api/v1/messages/\(own["message_id"])", #"{"content":"x"}"#, token: a.chat)
            #expect(edit.status == 403 && edit.code == "forbidden")
            #expect(try await deployment.send("GET", messages, token: a.chat).texts("content") == ["before"])

            let nobody = "/api/product/v1/channels/\(a.channel)/members/\(user)"
            #expect(try await deployment.send("PATCH", nobody, #"{"muted":true}"#, token: a.key).code == "not_found")
            #expect(try await deployment.send("DELETE", nobody, token: a.key).code == "not_found")
        }
    }

    @Test("who is removed sees the channel no more, and is removed once; members of the workspace see it still")
    func removing() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let user = try await deployment.send("GET", "/api/v1/session", token: a.chat)["user_id"]
            let path = "/api/product/v1/channels/\(a.conversation)/members"
            let other = try await a.issueKey(in: deployment)
            #expect(try await deployment.send("DELETE", "\(path)/\(user)", token: other.secret).code == "not_found")
            let removed = try await deployment.send("DELETE", "\(path)/\(user)", token: a.key)
            #expect(removed.status == 200 && removed["user_id"] == user && removed.has("deleted", "true"))
            #expect(try await deployment.send("DELETE", "\(path)/\(user)", token: a.key).code == "not_found")
            let conversation = "/api/v1/channels/\(a.conversation)"
            #expect(try await deployment.send("GET", conversation, token: a.chat).code == "not_found")
            #expect(try await deployment.send("GET", "/api/v1/channels", token: a.chat).texts("channel_id").isEmpty)

            let owner = try await a.ownerId(in: deployment)
            #expect(try await deployment.send("POST", path, #"{"user_id":"\#(owner)"}"#, token: a.key).status == 201)
            #expect(try await deployment.send("DELETE", "\(path)/\(owner)", token: a.key).status == 200)
            #expect(try await deployment.send("GET", conversation, token: a.owner).status == 200)
        }
    }
}
