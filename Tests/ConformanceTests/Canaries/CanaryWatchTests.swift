import Contract
import Testing

@testable import Conformance

/// Two workspaces, a canary in one of them, and everywhere that it could come up.
@Suite("what the run has written, where it must not be")
struct CanaryWatchTests {
    private static let (tenant, other) = (
        "00000000-0000-4000-a000-00000000000a", "00000000-0000-4000-a000-00000000000b"
    )
    private static let (channel, unseen) = (
        "00000000-0000-4000-a000-0000000000c1", "00000000-0000-4000-a000-0000000000c2"
    )
    private static let content = "canaryabcdefghijkl"

    private let contract: Contract
    private let watch: CanaryWatch

    init() throws {
        contract = try OwnContract.load()
        watch = CanaryWatch(contract)
        for (key, tenant) in [("key", Self.tenant), ("other", Self.other)] {
            let told = #"{"data":{"key_id":"\#(key)-id","tenant_id":"\#(tenant)"}}"#
            #expect(watch.problems(try exchange("introspectKey", by: key, told)).isEmpty)
        }
        for (token, channel) in [("chat", Self.channel), ("stranger", Self.unseen)] {
            let grant = """
                {"data":{"token":"\(token)","session":{"tenant_id":"\(Self.tenant)","user_id":"\(token)-id"},\
                "chat":{"channel_id":"\(channel)"}}}
                """
            #expect(watch.problems(try exchange("openChatSession", by: "key", grant)).isEmpty)
        }
        let posted = try exchange(
            "postMessage", by: "key", #"{"data":{"channel_id":"\#(Self.channel)","content":"\#(Self.content)"}}"#,
            sent: #"{"content":"\#(Self.content)"}"#, channel: Self.channel)
        watch.note(posted.attempt)
        #expect(watch.problems(posted).isEmpty)
    }

    private func exchange(
        _ operation: String, by token: String?, _ body: String, status: Int = 200, sent: String? = nil,
        channel: String? = nil, headers: [String: String] = [:]
    ) throws -> Exchange {
        var attempt = Attempt(try #require(contract.operation(named: operation)))
        attempt.credential = token.map { PresentedToken(token: $0) }
        attempt.body = try sent.map { try JSONParser.parse(Array($0.utf8)) }
        if let channel { attempt.path["channel_id"] = channel }
        return Exchange(attempt: attempt, reply: Reply(status: status, headers: headers, body: Array(body.utf8)))
    }

    private let listed = #"{"data":[{"content":"\#(content)"}]}"#

    @Test("those who are in the channel may read it")
    func members() throws {
        for token in ["key", "chat"] {
            #expect(watch.problems(try exchange("readMessages", by: token, listed)).isEmpty)
            #expect(
                watch.problems(inFrame: #"{"type":"message.created","content":"\#(Self.content)"}"#, to: token) == [])
        }
        #expect(watch.sightings.returned == [Self.content])
        #expect(watch.sightings.leaks.isEmpty)
    }

    @Test("another tenant may not, nor somebody who is not in the channel, in replies and in frames")
    func strangers() throws {
        for (token, words) in [("other", "the content of another workspace"), ("stranger", "the caller is not in")] {
            let problems = watch.problems(try exchange("readMessages", by: token, listed))
            #expect(problems.count == 1 && problems[0].hasSuffix(words), "\(problems)")
            let event = #"{"type":"message.created","content":"\#(Self.content)"}"#
            #expect(watch.problems(inFrame: event, to: token).count == 1)
        }
        #expect(watch.sightings.leaks.count == 4 && watch.sightings.returned.isEmpty)
    }

    @Test("an error carries none, not even what its own request has said, in replies and in frames")
    func errors() throws {
        let error = #"{"error":{"code":"not_found","message":"There is no '\#(Self.content)'."}}"#
        let sent = #"{"content":"\#(Self.content)"}"#
        #expect(watch.problems(try exchange("postMessage", by: "key", error, status: 404, sent: sent)).count == 1)
        let event = #"{"type":"error","message":"No \#(Self.content)."}"#
        #expect(watch.problems(inFrame: event, to: "key").count == 1)
    }

    @Test("a header carries none, and a cursor neither, however they are written")
    func places() throws {
        for header in ["/channels/\(Self.content)", "%63anaryabcdefghijkl", "Y2FuYXJ5YWJjZGVmZ2hpamts"] {
            let moved = try exchange("readMessages", by: "key", #"{"data":[]}"#, headers: ["location": header])
            #expect(watch.problems(moved).count == 1, "\(header)")
        }
        let page = #"{"data":[],"next_cursor":"Y2FuYXJ5YWJjZGVmZ2hpamts","has_more":true}"#
        #expect(watch.problems(try exchange("readMessages", by: "key", page)).count == 1)
    }

    @Test("nobody is shown a password, and a question of nobody's is answered with what it says itself only")
    func publicly() throws {
        let sent = #"{"email":"canarybbbbbbbbbbbb@conformance.example","password":"canarymnopqrstuvwx"}"#
        let grant =
            #"{"data":{"tenant":{"tenant_id":"\#(Self.tenant)"},"user":{"email":"canarybbbbbbbbbbbb@conformance.example"}}}"#
        let login = try exchange("login", by: nil, grant, sent: sent)
        watch.note(login.attempt)
        #expect(watch.problems(login).isEmpty)
        let reset = try exchange(
            "forgotPassword", by: nil, #"{"data":{"email":"canarybbbbbbbbbbbb@conformance.example"}}"#,
            sent: #"{"email":"canaryzzzzzzzzzzzz@conformance.example"}"#)
        #expect(watch.problems(reset) == ["the reply carries the email of another workspace"])
        let told = try exchange("listMembers", by: "key", #"{"data":"canarymnopqrstuvwx"}"#)
        #expect(watch.problems(told) == ["the reply carries the password"])
    }

    @Test("what nobody of this run has written is nobody's leak")
    func others() throws {
        let told = try exchange("readMessages", by: "other", #"{"data":"canaryzzzzzzzzzzzz"}"#)
        #expect(watch.problems(told).isEmpty)
    }
}
