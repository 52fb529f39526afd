import Foundation
import Postgres
import Testing

@Suite("messages, their edits and deletions", .serialized)
struct MessageTests {
    @Test("edits and deletions take places in the channel's sequence; a deletion leaves a tombstone without content")
    func places() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let channel = "/api/v1/channels/\(a.conversation)"
            func post(_ content: String) async throws -> Reply {
                try await deployment.send("POST", channel + "/messages", #"{"content":"\#(content)"}"#, token: a.chat)
            }
            let (one, two) = (try await post("one secret word"), try await post("two"))
            let path = "/api/v1/messages/\(one["message_id"])"
            let edited = try await deployment.send("PATCH", path, #"{"content":"one more secret"}"#, token: a.chat)
            #expect(edited.status == 200 && edited["content"] == "one more secret" && edited.number("seq") == 1)
            #expect(edited.number("changed_seq") == 3 && !edited["edited_at"].isEmpty)
            let deleted = try await deployment.send("DELETE", path, token: a.chat)
            #expect(deleted.status == 200 && deleted.number("seq") == 4 && deleted.has("deleted", "true"))
            for (method, body) in [("DELETE", nil), ("PATCH", #"{"content":"x"}"#)] {
                #expect(try await deployment.send(method, path, body, token: a.chat).code == "not_found")
            }
            #expect(try await post("three").number("seq") == 5, "what was refused has taken no place")

            let list = try await deployment.send("GET", channel + "/messages", token: a.chat)
            #expect(list.numbers("seq") == [5, 2, 1] && list.texts("content") == ["three", "two"])
            #expect(list.has("changed_seq", "4") && list.has("content", "null") && !list["deleted_at"].isEmpty)
            #expect(try await deployment.count("messages", "content LIKE '%secret%'") == 0)
            #expect(try await deployment.count("messages", "message_id = '\(two["message_id"])'") == 1)
            #expect(try await deployment.send("GET", channel, token: a.chat).number("last_seq") == 5)
        }
    }

    @Test("only authors edit; authors delete, and moderators, admins and keys that manage channels")
    func authorship() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let mate = try await a.join("op", as: "operator", in: deployment)
            let writer = try await a.issueKey(
                #""key_type":"secret","scopes":["chat:messages.write","chat:messages.read"]"#, in: deployment)
            let members = "/api/product/v1/channels/\(a.conversation)/members"
            _ = try await deployment.send("POST", members, #"{"user_id":"\#(writer.id)"}"#, token: a.key)
            func post() async throws -> String {
                try await deployment.send(
                    "POST", "/api/v1/channels/\(a.conversation)/messages", #"{"content":"mine"}"#, token: a.chat)[
                        "message_id"]
            }
            let message = try await post()
            let (public_, product) = ("/api/v1/messages/\(message)", "/api/product/v1/messages/\(message)")
            for (path, token) in [
                (product, a.key), (product, writer.secret), (public_, a.owner), (public_, mate.session),
            ] {
                let edit = try await deployment.send("PATCH", path, #"{"content":"theirs"}"#, token: token)
                #expect(edit.status == 403 && edit.code == "forbidden")
            }
            for (path, token) in [(product, writer.secret), (public_, mate.session)] {
                let delete = try await deployment.send("DELETE", path, token: token)
                #expect(delete.status == 403 && delete.code == "forbidden")
            }
            #expect(try await deployment.send("GET", product, token: writer.secret)["content"] == "mine")
            #expect(try await deployment.send("DELETE", product, token: a.key).status == 200)
            #expect(
                try await deployment.send("DELETE", "/api/v1/messages/\(try await post())", token: a.owner).status
                    == 200)
            _ = try await deployment.send(
                "PATCH", "\(members)/\(writer.id)", #"{"channel_role":"moderator"}"#, token: a.key)
            let last = "/api/product/v1/messages/\(try await post())"
            #expect(try await deployment.send("DELETE", last, token: writer.secret).status == 200)
        }
    }

    @Test("a message is shown, edited and deleted only to those who see its channel")
    func unseen() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let other = try await a.issueKey(in: deployment)
            let list = try await deployment.send("GET", "/api/product/v1/channels/\(a.channel)/messages", token: a.key)
            let id = list["message_id"]
            #expect(
                try await deployment.send("GET", "/api/product/v1/messages/\(id)", token: a.key)["content"] == "Hello a"
            )
            for (path, token) in [
                ("/api/product/v1/messages/\(id)", b.key), ("/api/product/v1/messages/\(id)", other.secret),
                ("/api/v1/messages/\(id)", a.chat), ("/api/v1/messages/\(id)", b.owner),
            ] {
                #expect(try await deployment.send("PATCH", path, #"{"content":"x"}"#, token: token).code == "not_found")
                #expect(try await deployment.send("DELETE", path, token: token).code == "not_found")
            }
            for key in [b.key, other.secret] {
                #expect(
                    try await deployment.send("GET", "/api/product/v1/messages/\(id)", token: key).code == "not_found")
            }
        }
    }

    @Test("a list goes either way, begins behind a place, and continues with a cursor of its own order only")
    func order() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            for number in 1...5 {
                _ = try await deployment.send("POST", path, #"{"content":"\#(number)"}"#, token: a.chat)
            }
            func list(_ query: String) async throws -> Reply {
                try await deployment.send("GET", "\(path)?\(query)", token: a.chat)
            }
            #expect(try await list("order=asc").numbers("seq") == [1, 2, 3, 4, 5])
            #expect(try await list("order=asc&after_seq=3").numbers("seq") == [4, 5])
            #expect(try await list("after_seq=3").numbers("seq") == [5, 4])
            #expect(try await list("order=desc").numbers("seq") == [5, 4, 3, 2, 1])
            let first = try await list("order=asc&after_seq=1&limit=2")
            #expect(first.numbers("seq") == [2, 3] && first.has("has_more", "true"))
            let cursor = first["next_cursor"]
            let second = try await list("order=asc&after_seq=1&limit=2&cursor=\(cursor)")
            #expect(second.numbers("seq") == [4, 5] && second.has("has_more", "false"))
            #expect(try await list("limit=2&cursor=\(cursor)").code == "invalid_cursor")
            #expect(try await list("order=sideways").code == "invalid_request")
        }
    }

    @Test("sending a client_message_id again answers the same message, from one sender and in one channel")
    func repeats() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            let body = #"{"content":"once","client_message_id":"m-1"}"#
            let first = try await deployment.send("POST", path, body, token: a.owner)
            #expect(try await deployment.send("POST", path, body, token: a.owner).text == first.text)
            let other = try await deployment.send("POST", path, body, token: a.chat)
            #expect(other.status == 201 && other.number("seq") == 2)
            #expect(try await deployment.count("messages", "client_message_id = 'm-1'") == 2)
        }
    }

    @Test("of two deletions at once, one finds no message, and no place is lost")
    func race() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            let message =
                "/api/v1/messages/\(try await deployment.send("POST", path, #"{"content":"x"}"#, token: a.chat)["message_id"])"
            let lock = SQL(stringLiteral: "SELECT FROM iris.channels WHERE channel_id = '\(a.conversation)' FOR UPDATE")
            let token = a.chat
            let replies = try await deployment.standoff(over: lock, waiting: 2) {
                async let first = deployment.send("DELETE", message, token: token)
                async let second = deployment.send("DELETE", message, token: token)
                return try await [first, second]
            }
            #expect(replies.map(\.status).sorted() == [200, 404])
            #expect(
                try await deployment.send("GET", "/api/v1/channels/\(a.conversation)", token: a.chat).number("last_seq")
                    == 2)
        }
    }
}
