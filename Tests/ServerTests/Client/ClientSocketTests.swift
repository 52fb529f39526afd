import ClientTransports
import Foundation
import IrisClient
import NIOSSL
import SMTPPeer
import Testing

@Suite("the client library's socket on a real server", .serialized, .timeLimit(.minutes(5)))
struct ClientSocketTests {
    @Test("tells of a message as it is posted, comes back when its server stops, and makes up for what it missed")
    func resumes() async throws {
        try await Deployment.with { deployment in
            let leaving = try await RunningServer.start(Deployment.settings(for: deployment.database))
            try await HTTPTransport.with { transport in
                let iris = IrisClient(base: try deployment.server.url, transport: transport)
                let a = try await ClientWorkspace.make("a", by: iris)
                let (servers, next) = AsyncStream.makeStream(of: String.self)
                let socket = iris.socket(token: a.userToken, transport: Balancer(servers: servers))
                let notices = socket.notices.makeAsyncIterator()
                try await socket.send(.subscribe(SubscribeFrame(channelId: a.conversation)))

                next.yield(leaving.base)
                #expect(try await notices.subscribed().lastSeq.value == 0)
                let there = IrisClient(base: try leaving.url, token: a.userToken, transport: transport)
                let one = try await there.sendMessage(channelId: a.conversation, content: Content("one"))
                let live = try await notices.created()
                #expect(live.seq.value == 1 && live.message.messageId == one.messageId)
                #expect(live.message.content == one.content)

                await leaving.stop()
                let two = try await a.user.sendMessage(channelId: a.conversation, content: Content("two"))
                #expect(try await notices.lost() == 1001)
                next.yield(deployment.server.base)
                #expect(try await notices.created().message.messageId == two.messageId)
                let again = try await notices.subscribed()
                #expect(again.recovered && again.lastSeq.value == 2)

                _ = try await a.user.endChatSession()
                #expect(try await notices.end() == .refused(code: SocketClose.sessionEnded.code))
                #expect(await notices.next() == nil)
            }
        }
    }

    @Test("takes a server for lost that sends nothing for too long, and comes back")
    func silence() async throws {
        try await Deployment.with { deployment in
            try await HTTPTransport.with { transport in
                let iris = IrisClient(base: try deployment.server.url, transport: transport)
                let a = try await ClientWorkspace.make("a", by: iris)
                let impatient = WebSocketTransport(silence: .seconds(1))
                let socket = iris.socket(token: a.userToken, transport: impatient)
                let notices = socket.notices.makeAsyncIterator()
                try await socket.send(.subscribe(SubscribeFrame(channelId: a.conversation)))
                _ = try await notices.subscribed()
                #expect(try await notices.lost() == nil)
                _ = try await notices.subscribed()
                await socket.close()
                #expect(try await notices.end() == .closed)
            }
        }
    }

    @Test("calls and socket go over TLS, to those only whose certificate is trusted")
    func tls() async throws {
        try await Deployment.withDatabase { _, database in
            let certificate = try TestCertificate()
            let server = try await RunningServer.start(
                Deployment.settings(for: database).merging([
                    "IRIS_TLS_CERTIFICATE": certificate.path, "IRIS_TLS_KEY": certificate.keyPath,
                ]) { $1 })
            var trusting = TLSConfiguration.makeClientConfiguration()
            trusting.trustRoots = .file(certificate.path)
            try await HTTPTransport.with(tls: trusting) { transport in
                let a = try await ClientWorkspace.make("a", by: IrisClient(base: try server.url, transport: transport))
                let socket = a.user.socket(token: a.userToken, transport: WebSocketTransport(tls: trusting))
                let notices = socket.notices.makeAsyncIterator()
                try await socket.send(.subscribe(SubscribeFrame(channelId: a.conversation)))
                _ = try await notices.subscribed()
                let posted = try await a.user.sendMessage(channelId: a.conversation, content: Content("one"))
                #expect(try await notices.created().message.messageId == posted.messageId)
                await socket.close()
                #expect(try await notices.end() == .closed)
            }
            try await HTTPTransport.with { transport in
                let iris = IrisClient(base: try server.url, transport: transport, retries: .never)
                await #expect(throws: ClientFailure<NoCode>.self) { try await iris.checkHealth() }
            }
            let address = "wss" + server.base.dropFirst("https".count) + "/ws"
            await #expect(throws: TransportFailure.self) {
                try await WebSocketTransport().connect(to: address, offering: ["iris.v1"])
            }
            await server.stop()
            withExtendedLifetime(certificate) {}
        }
    }
}

/// Leads each connection to the next server, and waits until there is one.
private struct Balancer: SocketTransport {
    let servers: AsyncStream<String>

    func connect(
        to url: String, offering subprotocols: [String]
    ) async throws(TransportFailure) -> any SocketConnection {
        for await server in servers {
            let path = URL(string: url)?.path ?? ""
            return try await WebSocketTransport().connect(
                to: "ws" + server.dropFirst("http".count) + path, offering: subprotocols)
        }
        throw TransportFailure(.unreachable, "there is no other server")
    }
}

/// The notices ended before what was waited for.
private struct Ended: Error {}

extension SocketNotices<IrisSocket>.Iterator {
    /// Passes over what is of no interest.
    fileprivate func first<Value>(_ pick: (SocketNotice<IrisSocket.Event>) -> Value?) async throws -> Value {
        while let notice = await next() {
            if let value = pick(notice) { return value }
        }
        throw Ended()
    }

    fileprivate func subscribed() async throws -> SubscribedEvent {
        try await first { if case .event(.subscribed(let event)) = $0 { event } else { nil } }
    }

    fileprivate func created() async throws -> MessageCreatedEvent {
        try await first { if case .event(.messageCreated(let event)) = $0 { event } else { nil } }
    }

    fileprivate func lost() async throws -> UInt16? {
        try await first { if case .lost(let code) = $0 { .some(code) } else { nil } }
    }

    fileprivate func end() async throws -> SocketEnd {
        try await first { if case .ended(let end) = $0 { end } else { nil } }
    }
}
