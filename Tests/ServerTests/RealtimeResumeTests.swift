import Testing

@Suite("what a socket makes up for", .serialized, .timeLimit(.minutes(10)))
struct RealtimeResumeTests {
    @Test("edits and deletions since the last place seen come at their own places")
    func changes() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            var ids: [String] = []
            for content in ["one", "two", "three"] {
                ids.append(
                    try await deployment.send("POST", path, #"{"content":"\#(content)"}"#, token: a.chat)["message_id"])
            }
            _ = try await deployment.send("PATCH", "/api/v1/messages/\(ids[0])", #"{"content":"1"}"#, token: a.chat)
            _ = try await deployment.send("PATCH", "/api/v1/messages/\(ids[1])", #"{"content":"2"}"#, token: a.chat)
            _ = try await deployment.send("DELETE", "/api/v1/messages/\(ids[2])", token: a.chat)

            let client = try await SocketClient.ready(deployment.server.base, token: a.chat)
            func replayed(after place: Int) async throws -> [String] {
                try await client.send(#"{"type":"subscribe","channel_id":"\#(a.conversation)","after_seq":\#(place)}"#)
                var events: [String] = []
                while true {
                    let event = try await client.next()
                    if event.type == "subscribed" {
                        #expect(event.last_seq == 6 && event.recovered == true)
                        return events
                    }
                    events.append("\(event.seq ?? 0) \(event.type) \(event.content ?? "-")")
                }
            }
            // A created message is shown as it is now, and its edit again at the edit's place.
            #expect(
                try await replayed(after: 0) == [
                    "1 message.created 1", "2 message.created 2", "4 message.updated 1", "5 message.updated 2",
                    "6 message.deleted -",
                ])
            #expect(
                try await replayed(after: 1) == [
                    "2 message.created 2", "4 message.updated 1", "5 message.updated 2", "6 message.deleted -",
                ])
            #expect(try await replayed(after: 4) == ["5 message.updated 2", "6 message.deleted -"])
            #expect(try await replayed(after: 6) == [])
        }
    }

    @Test("more than 500 events are not made up for, and the client is told")
    func limit() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    INSERT INTO iris.messages (tenant_id, channel_id, seq, message_id, sender_type, sender_id, content,
                                               content_type)
                    SELECT c.tenant_id, c.channel_id, place, gen_random_uuid(), 'key', gen_random_uuid(),
                           repeat('x', 8000), 'text'
                    FROM iris.channels c, generate_series(1, 501) AS place
                    WHERE c.channel_id = '\(a.conversation)';
                    UPDATE iris.channels SET last_seq = 501 WHERE channel_id = '\(a.conversation)';
                    """)
            }
            let client = try await SocketClient.ready(deployment.server.base, token: a.chat)
            try await client.send(#"{"type":"subscribe","channel_id":"\#(a.conversation)","after_seq":0}"#)
            let told = try await client.next()
            #expect(told.type == "subscribed" && told.recovered == false && told.last_seq == 501)
            // 4 MB, four times what may wait for a client at once.
            try await client.send(#"{"type":"subscribe","channel_id":"\#(a.conversation)","after_seq":1}"#)
            for place in 2...501 { #expect(try await client.next().seq == place) }
            #expect(try await client.next().recovered == true)
        }
    }

    @Test("who comes back in the middle of a stream of posts misses none and gets none twice")
    func resume() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let (base, writers, each) = (deployment.server.base, 4, 150)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            let posting = Task {
                try await withThrowingTaskGroup { group in
                    for writer in 0..<writers {
                        group.addTask {
                            for number in 0..<each {
                                let content = #"{"content":"\#(writer)-\#(number)"}"#
                                let reply = try await Deployment.send(to: base, "POST", path, content, token: a.chat)
                                try #require(reply.status == 201)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            var seen: [Int] = []
            for _ in 0..<50 {
                let client = try await SocketClient.ready(base, token: a.chat)
                try await client.send(
                    #"{"type":"subscribe","channel_id":"\#(a.conversation)","after_seq":\#(seen.last ?? 0)}"#)
                seen += try await client.arrived().compactMap(\.seq)
                try await client.hangUp()
            }
            try await posting.value
            let last = try await SocketClient.ready(base, token: a.chat)
            try await last.send(
                #"{"type":"subscribe","channel_id":"\#(a.conversation)","after_seq":\#(seen.last ?? 0)}"#)
            while (seen.last ?? 0) < writers * each { seen += [try await last.next("message.created").seq ?? 0] }
            #expect(seen == Array(1...writers * each))
            #expect(try await last.arrived().compactMap(\.seq).isEmpty)
        }
    }

    @Test("listening during a stream of posts: each once, in order, without a gap, in every one of several sockets")
    func live() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let (base, writers, each) = (deployment.server.base, 4, 50)
            let path = "/api/v1/channels/\(a.conversation)/messages"
            var clients: [SocketClient] = []
            for token in [a.chat, a.chat, a.owner, a.key] {
                let client = try await SocketClient.ready(base, token: token)
                try await client.subscribe(a.conversation)
                clients.append(client)
            }
            try await withThrowingTaskGroup { group in
                for writer in 0..<writers {
                    group.addTask {
                        for _ in 0..<each {
                            _ = try await Deployment.send(
                                to: base, "POST", path, #"{"content":"\#(writer)"}"#, token: a.chat)
                        }
                    }
                }
                try await group.waitForAll()
            }
            for client in clients {
                for place in 1...writers * each { #expect(try await client.next("message.created").seq == place) }
            }
        }
    }
}
