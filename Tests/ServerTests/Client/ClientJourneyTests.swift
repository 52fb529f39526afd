import ClientTransports
import Foundation
import IrisClient
import Synchronization
import Testing

@Suite("calls of the client library to a real server", .serialized, .timeLimit(.minutes(5)))
struct ClientJourneyTests {
    /// Runs a test with a workspace and a client that has no token.
    private func withWorkspace(
        _ test: (Deployment, HTTPTransport, IrisClient, ClientWorkspace) async throws -> Void
    ) async throws {
        try await Deployment.with { deployment in
            try await HTTPTransport.with { transport in
                let iris = IrisClient(base: try deployment.server.url, transport: transport)
                try await test(deployment, transport, iris, try await ClientWorkspace.make("a", by: iris))
            }
        }
    }

    @Test("from the signup to a message that a new teammate reads")
    func journey() async throws {
        try await withWorkspace { _, _, iris, a in
            let session = try await iris.login(
                email: Email("owner-a@example.com"), password: PasswordAttempt(ClientWorkspace.password))
            let owner = iris.with(ClientToken(session.token))
            #expect(try await owner.getMe().tenant.tenantId == a.receipt.tenantId)
            let invitation = try await owner.inviteTeammate(email: Email("mate@example.com"), orgRole: .operator)
            let joined = try await iris.acceptInvitation(
                tenantId: a.receipt.tenantId, token: invitation.token, fullName: FullName("Team Mate"),
                password: Password(ClientWorkspace.password))
            #expect(joined.user.orgRole == .operator)
            #expect(
                try await Set(owner.listMembers().map(\.email.text)) == ["owner-a@example.com", "mate@example.com"])

            let content = try Content("Grüße, \"wörld\"\n👋")
            let posted = try await a.user.sendMessage(channelId: a.conversation, content: content)
            #expect(posted.content == content && posted.seq.value == 1)
            let mate = iris.with(ClientToken(joined.token))
            let read = try await mate.readMessages(channelId: a.conversation)
            #expect(read.elements.map(\.messageId) == [posted.messageId] && read.elements.first?.content == content)
        }
    }

    @Test("a refusal of the operation's own is a case of its code, and any other says its code and fields")
    func refusals() async throws {
        try await withWorkspace { _, _, iris, a in
            let token = try #require(a.receipt.verificationToken)
            let used = await #expect(throws: ClientFailure<VerifySignup.Code>.self) {
                try await iris.verifySignup(tenantId: a.receipt.tenantId, token: token)
            }
            guard case .refused(.alreadyUsed, let failure)? = used else {
                Issue.record("\(String(describing: used))")
                return
            }
            #expect(failure.status == 409 && failure.requestId?.isEmpty == false)

            let issued = try await a.owner.createKey(
                name: KeyName("Reader"), keyType: .secret, scopes: [.channelsRead, .messagesRead])
            let lacking = await #expect(throws: ClientFailure<PostMessage.Code>.self) {
                try await iris.with(ClientToken(issued.secret)).postMessage(
                    channelId: a.conversation, content: Content(trusted: "x"))
            }
            guard case .other(let scope)? = lacking else {
                Issue.record("\(String(describing: lacking))")
                return
            }
            #expect(ErrorCode(rawValue: scope.code) == .insufficientScope && scope.status == 403)

            let invalid = await #expect(throws: ClientFailure<InviteTeammate.Code>.self) {
                try await a.owner.inviteTeammate(email: Email(trusted: "nobody"), orgRole: .viewer)
            }
            #expect(invalid?.apiFailure?.details.map(\.pointer) == ["/email"])
        }
    }

    @Test("a list comes as one sequence, page after page")
    func pages() async throws {
        try await withWorkspace { _, _, _, a in
            for number in 1...5 {
                _ = try await a.user.sendMessage(channelId: a.conversation, content: Content("\(number)"))
            }
            let sizes = Mutex<[Int]>([])
            let messages = Elements<Message, Cursor> { cursor in
                let page = try await a.user.readMessages(
                    channelId: a.conversation, limit: PageSize(2), cursor: cursor)
                sizes.withLock { $0.append(page.elements.count) }
                return page
            }
            var contents: [String?] = []
            for try await message in messages { contents.append(message.content?.text) }
            #expect(contents == ["5", "4", "3", "2", "1"])
            #expect(sizes.withLock(\.self) == [2, 2, 1])
        }
    }

    @Test("a post whose answer is lost is sent again, and done once")
    func retry() async throws {
        try await withWorkspace { deployment, transport, _, a in
            let forgetful = ForgetfulTransport(transport)
            let user = IrisClient(
                base: try deployment.server.url, token: a.userToken, transport: forgetful,
                retries: RetryPolicy(base: .zero))
            let posted = try await user.sendMessage(channelId: a.conversation, content: Content("once"))
            #expect(forgetful.statuses == [201, 201])
            let all = try await a.user.readMessages(channelId: a.conversation).elements
            #expect(all.map(\.messageId) == [posted.messageId])
        }
    }

    @Test("a server that is not there is told as unreachable, whether by name or by number, and by the socket too")
    func unreachable() async throws {
        try await Deployment.withDatabase { _, database in
            let server = try await RunningServer.start(Deployment.settings(for: database))
            let place = try server.url
            try await HTTPTransport.with { transport in
                let health = try await IrisClient(base: place, transport: transport).checkHealth()
                #expect(health.status == .ok)
            }
            await server.stop()
            let port = try #require(place.port)
            for host in ["127.0.0.1", "localhost"] {
                try await HTTPTransport.with { transport in
                    let failure = await #expect(throws: TransportFailure.self) {
                        try await transport.send(
                            ClientRequest(method: "GET", url: "http://\(host):\(port)/healthz", headers: [], body: nil))
                    }
                    #expect(failure?.kind == .unreachable, "\(host)")
                }
                let failure = await #expect(throws: TransportFailure.self) {
                    try await WebSocketTransport().connect(to: "ws://\(host):\(port)/ws", offering: [])
                }
                #expect(failure?.kind == .unreachable, "\(host)")
            }
        }
    }
}

/// Carries everything, and loses the first answer on the way back.
private final class ForgetfulTransport: ClientTransport {
    private let transport: HTTPTransport
    private let answered = Mutex<[Int]>([])

    init(_ transport: HTTPTransport) { self.transport = transport }

    var statuses: [Int] { answered.withLock(\.self) }

    func send(_ request: ClientRequest) async throws(TransportFailure) -> ClientResponse {
        let response = try await transport.send(request)
        let count = answered.withLock { statuses in
            statuses.append(response.status)
            return statuses.count
        }
        if count == 1 { throw TransportFailure(.interrupted, "lost on the way back") }
        return response
    }
}
