import Foundation
import Testing

@Suite("channels, as each kind of caller sees them", .serialized)
struct ChannelTests {
    @Test("a key changes its channel's name and topic, one without the other, and takes the topic away")
    func change() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/product/v1/channels/\(a.channel)"
            let topical = try await deployment.send("PATCH", path, #"{"topic":"Parcels"}"#, token: a.key)
            #expect(topical.status == 200 && topical["name"] == "Channel a" && topical["topic"] == "Parcels")
            let renamed = try await deployment.send("PATCH", path, #"{"name":"Renamed"}"#, token: a.key)
            #expect(renamed["name"] == "Renamed" && renamed["topic"] == "Parcels")
            let bare = try await deployment.send("PATCH", path, #"{"topic":null}"#, token: a.key)
            #expect(bare["name"] == "Renamed" && bare.has("topic", "null"))
            #expect(try await deployment.send("GET", path, token: a.key).text == bare.text)
        }
    }

    @Test("an archived channel is read, takes no messages and no edits, and is opened again")
    func archive() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/product/v1/channels/\(a.channel)"
            let posted = try await deployment.send("POST", path + "/messages", #"{"content":"one"}"#, token: a.key)
            let message = "/api/product/v1/messages/\(posted["message_id"])"
            let archived = try await deployment.send("POST", path + "/archive", token: a.key)
            #expect(archived.status == 200 && archived["status"] == "archived" && !archived["archived_at"].isEmpty)
            #expect(try await deployment.send("POST", path + "/archive", token: a.key).text == archived.text)
            #expect(try await deployment.send("GET", path + "/messages", token: a.key).texts("content").count == 2)
            for (method, at) in [("POST", path + "/messages"), ("PATCH", message)] {
                let refused = try await deployment.send(method, at, #"{"content":"two"}"#, token: a.key)
                #expect(refused.status == 409 && refused.code == "channel_archived")
            }
            #expect(try await deployment.send("DELETE", message, token: a.key).status == 200)
            let opened = try await deployment.send("POST", path + "/unarchive", token: a.key)
            #expect(opened["status"] == "open" && opened.has("archived_at", "null"))
            let next = try await deployment.send("POST", path + "/messages", #"{"content":"two"}"#, token: a.key)
            #expect(next.status == 201)
        }
    }

    @Test("members of the workspace see and answer every channel; viewers only look on")
    func members() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let mate = try await a.join("op", as: "operator", in: deployment)
            let viewer = try await a.join("view", as: "viewer", in: deployment)
            for session in [a.owner, mate.session, viewer.session] {
                let list = try await deployment.send("GET", "/api/v1/channels", token: session)
                #expect(list.texts("channel_id") == [a.channel, a.conversation])
                let foreign = try await deployment.send("GET", "/api/v1/channels/\(b.channel)", token: session)
                #expect(foreign.code == "not_found")
            }
            let first = try await deployment.send("GET", "/api/v1/channels?limit=1", token: mate.session)
            let second = try await deployment.send(
                "GET", "/api/v1/channels?limit=1&cursor=\(first["next_cursor"])", token: mate.session)
            #expect(first.texts("channel_id") + second.texts("channel_id") == [a.channel, a.conversation])

            let path = "/api/v1/channels/\(a.conversation)/messages"
            let answer = try await deployment.send("POST", path, #"{"content":"Hi"}"#, token: mate.session)
            #expect(answer.status == 201 && answer["sender_type"] == "member")
            #expect(answer["sender_id"] == mate.user && answer["display_name"] == "Team Mate")
            let refused = try await deployment.send("POST", path, #"{"content":"Hi"}"#, token: viewer.session)
            #expect(refused.status == 403 && refused.code == "forbidden")
            for reader in [viewer.session, a.chat] {
                #expect(try await deployment.send("GET", path, token: reader).texts("content") == ["Hi"])
            }
        }
    }

    @Test("whoever is not in a channel does not see it, nor does another workspace, whatever is asked")
    func unseen() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let other = try await a.issueKey(in: deployment)
            let path = "/api/product/v1/channels/\(a.channel)"
            for key in [other.secret, b.key] {
                for (method, at, body) in [
                    ("GET", "", nil), ("PATCH", "", #"{"name":"x"}"#), ("POST", "/archive", nil),
                    ("POST", "/unarchive", nil), ("GET", "/members", nil), ("GET", "/messages", nil),
                    ("POST", "/members", #"{"external_user_id":"user-a"}"#), ("POST", "/members", "{}"),
                    ("POST", "/messages", #"{"content":"x"}"#), ("POST", "/read", #"{"seq":1}"#),
                    ("POST", "/typing", #"{"is_typing":true}"#),
                ] {
                    let reply = try await deployment.send(method, path + at, body, token: key)
                    #expect(reply.status == 404 && reply.code == "not_found", "\(method) \(at)")
                }
                #expect(
                    try await deployment.send("GET", "/api/product/v1/channels", token: key).text.contains(a.channel)
                        == false)
            }
            #expect(try await deployment.send("GET", path, token: a.key)["name"] == "Channel a")
        }
    }

    @Test("a read mark moves forward, never back, no further than the channel; for members without a membership too")
    func readMarks() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/product/v1/channels/\(a.channel)"
            for _ in 1...3 {
                _ = try await deployment.send("POST", path + "/messages", #"{"content":"x"}"#, token: a.key)
            }
            func read(_ seq: Int, _ path: String, _ token: String) async throws -> Int? {
                try await deployment.send("POST", path + "/read", #"{"seq":\#(seq)}"#, token: token).number("seq")
            }
            for (asked, answered) in [(0, 0), (2, 2), (1, 2), (99, 4), (3, 4)] {
                #expect(try await read(asked, path, a.key) == answered)
                #expect(try await read(asked, "/api/v1/channels/\(a.channel)", a.owner) == answered)
            }
            let people = try await deployment.send("GET", path + "/members", token: a.key)
            #expect(people.numbers("last_read_seq") == [4], "a mark makes nobody a member")
            let typing = try await deployment.send(
                "POST", "/api/v1/channels/\(a.channel)/typing", #"{"is_typing":true}"#, token: a.owner)
            #expect(typing.status == 200 && typing.has("is_typing", "true"))
        }
    }
}
