import AsyncHTTPClient
import ClientTransports
import Foundation
import IrisClient
import Synchronization
import Testing

@Suite("the Swift of docs/clients.md", .serialized, .timeLimit(.minutes(5)))
struct ClientExampleTests {
    @Test("runs against a real server, and each piece does what the page says")
    func runs() async throws {
        try await Deployment.with { deployment in
            let workspace = try await TestWorkspace.make("a", in: deployment)
            let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: HTTPTransport.configuration)
            do {
                try await run(deployment, workspace.key, http)
            } catch {
                try await http.shutdown()
                throw error
            }
            try await http.shutdown()
        }
    }

    private func run(_ deployment: Deployment, _ key: String, _ http: HTTPClient) async throws {
        let told = Mutex<[String]>([])
        let tell: @Sendable (String) -> Void = { line in told.withLock { $0.append(line) } }
        let (hello, ada, token) = try await ClientExample.begin(
            server: try deployment.server.url, secretKey: key, http: http)
        let channel = hello.channelId
        let more = await ClientExample.send(try Content("And more"), to: channel, as: ada, tell: tell)
        #expect(more?.seq.value == 2 && told.withLock(\.isEmpty))

        let listed = Mutex<[Int]>([])
        try await ClientExample.list(channel, as: ada) { message in listed.withLock { $0.append(message.seq.value) } }
        #expect(listed.withLock(\.self) == [2, 1])

        let shown = Mutex<[MessageId]>([])
        try await ClientExample.listen(to: channel, after: hello, as: ada, token: token) { message in
            shown.withLock { $0.append(message.messageId) }
            _ = try await ada.endChatSession()
        } tell: { line in
            tell(line)
        }
        #expect(shown.withLock(\.self) == [more?.messageId])
        #expect(told.withLock(\.self) == ["refused(code: \(SocketClose.sessionEnded.code))"])

        #expect(await ClientExample.send(try Content("Too late"), to: channel, as: ada, tell: tell) == nil)
        #expect(told.withLock { $0.count == 2 && $0[1].hasPrefix("A valid token") })
    }

    @Test("stands in the page word for word as it is compiled here")
    func documented() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let page = try String(
            contentsOf: folder.appendingPathComponent("../../../docs/clients.md").standardized, encoding: .utf8)
        let compiled = try lines(
            String(contentsOf: folder.appendingPathComponent("ClientExample.swift"), encoding: .utf8))
        let pieces = page.components(separatedBy: "```swift\n").dropFirst().map { piece in
            lines(piece.components(separatedBy: "\n```")[0])
        }
        #expect(pieces.count == 4)
        for piece in pieces { #expect(compiled.contains(piece), "\(piece)") }
    }

    /// Where a line begins does not count.
    private func lines(_ text: String) -> [String] {
        text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
