import Contract
import Testing

@testable import Mocking

@Suite("lists and what belongs together")
struct ListTests {
    private func page(
        _ api: MockAPI, _ operation: String, _ query: [(name: String, value: String)]
    ) throws -> MockResponse {
        var request = GoodRequest(try #require(api.contract.operation(named: operation)), api.contract)
        request.query = query
        return api.answer(request.request)
    }

    @Test("pages fit together and end: the list is the same whatever the size of its pages", arguments: UInt64(1)...12)
    func pages(_ seed: UInt64) throws {
        let api = MockAPI(try OwnContracts.iris.get(), settings: MockSettings(seed: seed))
        func walk(limit: Int) throws -> [JSON] {
            var (all, cursor, turns) = ([JSON](), String?.none, 0)
            repeat {
                let query = [("limit", String(limit))] + (cursor.map { [("cursor", $0)] } ?? [])
                let json = try page(api, "listMessages", query).json
                let elements = try #require(json["data"]?.elements)
                #expect(elements.count <= limit)
                all += elements
                cursor = json["next_cursor"]?.text
                #expect(json["has_more"] == .boolean(cursor != nil))
                turns += 1
            } while cursor != nil && turns < 200
            #expect(cursor == nil)
            return all
        }
        let (small, large) = (try walk(limit: 7), try walk(limit: 100))
        #expect(small == large)
        #expect(Set(small.compactMap { $0["message_id"]?.text }).count == small.count)
        #expect(small.compactMap { $0["seq"]?.integer } == Array((0..<small.count).reversed().map { $0 + 1 }))
    }

    @Test("a cursor of another list, or made up, is refused; the spec's example is the beginning of every list")
    func cursors() throws {
        let contract = try OwnContracts.iris.get()
        let found = (UInt64(1)...20).lazy.compactMap { seed -> (MockAPI, String)? in
            let api = MockAPI(contract, settings: MockSettings(seed: seed))
            return (try? page(api, "listMessages", [("limit", "1")]))?.json["next_cursor"]?.text.map { (api, $0) }
        }.first
        let (api, cursor) = try #require(found)
        #expect(try page(api, "listMessages", [("cursor", cursor)]).status == 200)
        #expect(try page(api, "listMessages", [("cursor", "ExampleCursor")]).status == 200)
        for (operation, wrong) in [("listChannels", cursor), ("listMessages", "p1x2"), ("listMessages", "made-up")] {
            #expect(try page(api, operation, [("cursor", wrong)]).errorCode == "invalid_cursor")
        }
    }

    @Test("with order=asc a list goes on behind the place that is asked for")
    func order() throws {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract, settings: MockSettings(seed: 3))
        let json = try page(api, "listMessages", [("order", "asc"), ("after_seq", "41")]).json
        let places = try #require(json["data"]?.elements).compactMap { $0["seq"]?.integer }
        #expect(!places.isEmpty)
        #expect(places == Array(42..<(42 + places.count)))
    }

    @Test("a filter's word is what every element has")
    func filters() throws {
        let api = MockAPI(try OwnContracts.iris.get(), settings: MockSettings(seed: 4))
        let elements = try #require(try page(api, "listAudit", [("action", "key.created")]).json["data"]?.elements)
        #expect(!elements.isEmpty && elements.allSatisfy { $0["action"] == .text("key.created") })
    }

    @Test("what has an id is the same in every list and by itself")
    func identity() throws {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract)
        let channels = try #require(try page(api, "listChannels", []).json["data"]?.elements)
        let conversations = try #require(try page(api, "listConversations", []).json["data"]?.elements)
        #expect(!channels.isEmpty && !conversations.isEmpty)
        for channel in channels + conversations {
            var request = GoodRequest(try #require(contract.operation(named: "getChannel")), contract)
            request.path[4] = try #require(channel["channel_id"]?.text)
            #expect(api.answer(request.request).json["data"] == channel)
        }
    }

    @Test("a message, and a channel's member, is by itself what it is in the channel's list")
    func identityInside() throws {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract, settings: MockSettings(seed: 3))
        let messages = try #require(try page(api, "listMessages", []).json["data"]?.elements)
        #expect(messages.count > 1)
        for message in messages {
            var request = GoodRequest(try #require(contract.operation(named: "getMessage")), contract)
            request.path[4] = try #require(message["message_id"]?.text)
            let alone = try #require(api.answer(request.request).json["data"])
            for name in ["message_id", "content", "sender", "created_at", "edited_at"] {
                #expect(alone[name] == message[name], "\(name)")
            }
        }
        let members = try #require(try page(api, "listChannelMembers", []).json["data"]?.elements)
        #expect(members.count > 1)
        for member in members {
            var request = GoodRequest(try #require(contract.operation(named: "changeChannelMember")), contract)
            request.path[6] = try #require(member["user_id"]?.text)
            request.body = []
            #expect(api.answer(request.request).json["data"] == member)
        }
        let sent = try (1...3).map { count in
            var request = GoodRequest(try #require(contract.operation(named: "postMessage")), contract)
            request.body = [("content", .text("Hello \(count)"))]
            return try #require(api.answer(request.request).json["data"]?["message_id"]?.text)
        }
        #expect(Set(sent).count == 3)
    }

    @Test("a reply repeats what the request has said under the same name, but no secret of another type")
    func echo() throws {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract)
        func data(_ name: String, _ body: [(String, JSON)], path: [Int: String] = [:]) throws -> JSON {
            var request = GoodRequest(try #require(contract.operation(named: name)), contract)
            request.body = body.map { ($0.0, $0.1) }
            for (index, segment) in path { request.path[index] = segment }
            return try #require(api.answer(request.request).json["data"])
        }
        let id = "0190A5B0-1234-7000-8000-0000000000AB"
        let changed = try data("changeChannel", [("name", .text("Neu")), ("topic", .null)], path: [4: id])
        #expect(changed["channel_id"] == .text(id.lowercased()))
        #expect(changed["name"] == .text("Neu"))
        #expect(changed["topic"] == .null)
        let invited = try data("inviteTeammate", [("email", .text("x@y.example")), ("org_role", .text("viewer"))])
        #expect(invited["email"] == .text("x@y.example") && invited["org_role"] == .text("viewer"))
        let settings = try data(
            "putWidgetSettings",
            [
                ("allowed_origins", .list([.text("https://a.example")])),
                ("branding", .object([JSON.Member("title", .text("Hi"))])),
            ])
        #expect(settings["branding"]?["title"] == .text("Hi"))
        #expect(settings["branding"]?["primary_color"]?.text?.hasPrefix("#") == true)
        #expect(settings["allowed_origins"] == .list([.text("https://a.example")]))
        let accepted = try data(
            "acceptInvitation",
            [
                ("tenant_id", .text(id)), ("token", .text("iris_inv_Mine")), ("full_name", .text("Zoë")),
                ("password", .text("a long pass phrase")),
            ])
        #expect(accepted["token"]?.text?.hasPrefix("iris_ses_") == true)
        let guest = try data(
            "openGuestSession", [("tenant_id", .text(id)), ("resume_token", .text("iris_res_Mine"))])
        #expect(guest["resume_token"]?.text?.hasPrefix("iris_res_") == true)
        #expect(guest["resume_token"] != .text("iris_res_Mine"))
        #expect(accepted["user"]?["full_name"] == .text("Zoë"))
        #expect(accepted["tenant"]?["tenant_id"] == .text(id.lowercased()))
    }

    @Test("times are told from now: what was, was before, and what expires is still good")
    func times() throws {
        let contract = try OwnContracts.iris.get()
        let now = 1_800_000_000
        let text = Moment(milliseconds: now * 1_000).description
        for seed in UInt64(1)...30 {
            let api = MockAPI(contract, settings: MockSettings(seed: seed, now: now))
            let keys = try #require(try page(api, "listKeys", []).json["data"]?.elements)
            for key in keys {
                #expect(key["created_at"]?.text ?? "" < text)
                if let expiry = key["expires_at"]?.text { #expect(expiry > text) }
                if let used = key["last_used_at"]?.text { #expect((key["created_at"]?.text ?? "")...text ~= used) }
            }
        }
    }

    @Test("what limits count says so in its headers, and what may be kept is known again by its tag")
    func headers() throws {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract)
        var request = GoodRequest(try #require(contract.operation(named: "getBranding")), contract)
        let fresh = api.answer(request.request)
        #expect(fresh.header("RateLimit-Policy") == "\"look_up\";q=120;w=60")
        #expect(fresh.header("RateLimit") == "\"look_up\";r=119;t=1")
        #expect(fresh.header("Cache-Control") == "public, max-age=60")
        request.set("If-None-Match", header: fresh.header("ETag"))
        let known = api.answer(request.request)
        #expect(known.status == 304 && known.body.isEmpty)
        #expect(known.header("ETag") == fresh.header("ETag"))
    }
}
