import Foundation
import Testing

@Suite("what the socket delivers", .serialized, .timeLimit(.minutes(5)))
struct RealtimeTests {
    @Test("a message that is posted, edited and deleted arrives each time once, as the API answers it")
    func messages() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let (user, operator_) = (
                try await SocketClient.ready(deployment.server.base, token: a.chat),
                try await SocketClient.ready(deployment.server.base, token: a.owner)
            )
            #expect(try await user.subscribe(a.conversation).last_seq == 0)
            try await operator_.subscribe(a.conversation)
            _ = try await user.arrived()

            let path = "/api/v1/channels/\(a.conversation)/messages"
            let posted = try await deployment.send("POST", path, #"{"content":"one"}"#, token: a.chat)
            let message = "/api/v1/messages/\(posted["message_id"])"
            let edited = try await deployment.send("PATCH", message, #"{"content":"two"}"#, token: a.chat)
            #expect(try await deployment.send("DELETE", message, token: a.chat).status == 200)

            for client in [user, operator_] {
                let events = try await client.arrived().filter { $0.seq != nil }
                #expect(events.map(\.type) == ["message.created", "message.updated", "message.deleted"])
                #expect(events.map(\.seq) == [1, 2, 3])
                // Byte for byte what the author was answered.
                #expect(events[0].text.hasSuffix(#""message":"# + posted.data + "}"))
                #expect(events[1].text.hasSuffix(#""message":"# + edited.data + "}"))
                #expect(events[2].content == nil && !events[2].text.contains("two"))
            }
        }
    }

    @Test("reading, typing and presence reach the others, and typing not its own socket")
    func people() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let user = try await SocketClient.ready(deployment.server.base, token: a.chat)
            let operator_ = try await SocketClient.ready(deployment.server.base, token: a.owner)
            try await user.subscribe(a.conversation)
            try await operator_.subscribe(a.conversation)
            let coming = try await user.next("presence.changed")
            #expect(coming.state == "online" && coming.sender?.sender_type == "member")
            let present = try await operator_.next("presence.changed")
            #expect(present.state == "online" && present.sender?.sender_type == "end_user")

            let channel = #""channel_id":"\#(a.conversation)""#
            try await user.send(#"{"type":"typing",\#(channel),"is_typing":true}"#)
            #expect(try await operator_.next("typing.changed").is_typing == true)
            #expect(try await user.arrived().isEmpty)

            let path = "/api/v1/channels/\(a.conversation)"
            _ = try await deployment.send("POST", path + "/messages", #"{"content":"one"}"#, token: a.chat)
            _ = try await deployment.send("POST", path + "/typing", #"{"is_typing":false}"#, token: a.owner)
            #expect(try await user.next("typing.changed").is_typing == false)
            try await operator_.send(#"{"type":"read",\#(channel),"seq":9}"#)
            let read = try await user.next("read.moved")
            // No mark goes further than the channel.
            #expect(read.seq == 1 && read.reader?.sender_type == "member")
            _ = try await deployment.send("POST", path + "/read", #"{"seq":1}"#, token: a.chat)
            let marks = try await deployment.asSuperuser { session in
                try await session.run("SELECT FROM iris.read_marks WHERE seq = 1").count
            }
            #expect(marks == 2)

            try await operator_.send(#"{"type":"presence","state":"away"}"#)
            #expect(try await user.next("presence.changed").state == "away")
            try await operator_.hangUp()
            #expect(try await user.next("presence.changed").state == "offline")
        }
    }

    @Test("who is added hears of it, the others too; who is removed hears of it last")
    func membership() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let watcher = try await SocketClient.ready(deployment.server.base, token: a.owner)
            let user = try await SocketClient.ready(deployment.server.base, token: a.chat)
            try await watcher.subscribe(a.channel)
            try await user.send(#"{"type":"subscribe","ref":"s","channel_id":"\#(a.channel)"}"#)
            let refused = try await user.next()
            #expect(refused.type == "error" && refused.code == "not_found" && refused.ref == "s")

            let members = "/api/product/v1/channels/\(a.channel)/members"
            let added = try await deployment.send("POST", members, #"{"external_user_id":"user-a"}"#, token: a.key)
            #expect(added.status == 201)
            #expect(try await watcher.next("member.added").member?.sender_id == added["user_id"])
            #expect(try await user.subscribe(a.channel, after: 0).last_seq == 1)

            let removed = try await deployment.send("DELETE", "\(members)/\(added["user_id"])", token: a.key)
            #expect(removed.status == 200)
            _ = try await deployment.send(
                "POST", "/api/product/v1/channels/\(a.channel)/messages", #"{"content":"secret"}"#, token: a.key)
            #expect(try await user.arrived().map(\.type).filter { !$0.hasPrefix("presence") } == ["member.removed"])
            let rest = try await watcher.arrived().map(\.type).filter { !$0.hasPrefix("presence") }
            #expect(rest == ["member.removed", "message.created"])
        }
    }

    @Test("a channel that is changed or archived is told of")
    func channel() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let watcher = try await SocketClient.ready(deployment.server.base, token: a.key)
            try await watcher.subscribe(a.channel)
            let path = "/api/product/v1/channels/\(a.channel)"
            _ = try await deployment.send("PATCH", path, #"{"topic":"Billing"}"#, token: a.key)
            #expect(try await watcher.next("channel.updated").text.contains(#""topic":"Billing""#))
            _ = try await deployment.send("POST", path + "/archive", token: a.key)
            #expect(try await watcher.next("channel.updated").text.contains(#""status":"archived""#))
        }
    }

    @Test("another workspace's channel is not found, and nothing of it leaks")
    func isolation() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let unknown = "01890000-0000-7000-8000-000000000000"
            for token in [b.chat, b.owner, b.key] {
                let stranger = try await SocketClient.ready(deployment.server.base, token: token)
                for channel in [a.conversation, a.channel, unknown] {
                    try await stranger.send(#"{"type":"subscribe","channel_id":"\#(channel)","after_seq":0}"#)
                    try await stranger.send(#"{"type":"typing","channel_id":"\#(channel)","is_typing":true}"#)
                    try await stranger.send(#"{"type":"read","channel_id":"\#(channel)","seq":1}"#)
                }
                #expect(try await stranger.arrived().map(\.code) == Array(repeating: "not_found", count: 9))
                _ = try await deployment.send(
                    "POST", "/api/v1/channels/\(a.conversation)/messages", #"{"content":"ours"}"#, token: a.chat)
                #expect(try await stranger.arrived().isEmpty)
            }
        }
    }

    @Test("what another server has posted comes in its place, with the next post here or by itself")
    func otherServers() async throws {
        try await Deployment.with(["IRIS_RATE_FACTOR": "10000", "IRIS_SOCKET_CHECK_SECONDS": "1"]) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let user = try await SocketClient.ready(deployment.server.base, token: a.chat)
            try await user.subscribe(a.conversation)
            let elsewhere = try await RunningServer.start(Deployment.settings(for: deployment.database))
            let path = "/api/v1/channels/\(a.conversation)/messages"
            _ = try await Deployment.send(to: elsewhere.base, "POST", path, #"{"content":"there"}"#, token: a.chat)
            _ = try await deployment.send("POST", path, #"{"content":"here"}"#, token: a.chat)
            #expect(try await user.next("message.created").content == "there")
            #expect(try await user.next("message.created").content == "here")
            _ = try await Deployment.send(to: elsewhere.base, "POST", path, #"{"content":"alone"}"#, token: a.chat)
            #expect(try await user.next("message.created").content == "alone")
            await elsewhere.stop()
        }
    }
}

extension Reply {
    /// What stands in the envelope, as it was written.
    var data: String { String(text.dropFirst(#"{"data":"#.count).dropLast()) }
}
