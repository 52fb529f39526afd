import ClientRuntime
import ClientTransports
import NIOCore
import NIOWebSocket
import Testing

@Suite("the client's sockets", .timeLimit(.minutes(1)))
struct WebSocketTransportTests {
    @Test("a server that takes the connection and never upgrades it is given up")
    func upgradeDeadline() async throws {
        try await UpgradingPeer.with(.silent) { url, frames in
            let failure = await #expect(throws: TransportFailure.self) {
                _ = try await WebSocketTransport(patience: .milliseconds(100)).connect(to: url, offering: [])
            }
            #expect(failure?.kind == .interrupted)
            for await _ in frames { Issue.record("the peer gave up first") }
        }
    }

    @Test("a server that answers without an upgrade is no server")
    func refusedUpgrade() async throws {
        try await UpgradingPeer.with(.refusing) { url, _ in
            let failure = await #expect(throws: TransportFailure.self) {
                _ = try await WebSocketTransport().connect(to: url, offering: [])
            }
            #expect(failure?.kind == .unreachable)
        }
    }

    @Test("a close is answered with its own code, and told", arguments: [1000, 1001, 4401] as [UInt16])
    func closeEcho(code: UInt16) async throws {
        try await UpgradingPeer.with(.closing(code)) { url, frames in
            let connection = try await WebSocketTransport().connect(to: url, offering: [])
            #expect(try await connection.receive() == .closed(code: code))
            var frames = frames.makeAsyncIterator()
            let answer = await frames.next()
            #expect(answer == UpgradingPeer.Frame(opcode: .connectionClose, isMasked: true, payload: bytes(of: code)))
        }
    }

    @Test("a close without a code is answered without one")
    func emptyClose() async throws {
        try await UpgradingPeer.with(.closing(nil)) { url, frames in
            let connection = try await WebSocketTransport().connect(to: url, offering: [])
            #expect(try await connection.receive() == .closed(code: nil))
            var frames = frames.makeAsyncIterator()
            let answer = await frames.next()
            #expect(answer == UpgradingPeer.Frame(opcode: .connectionClose, isMasked: true, payload: []))
        }
    }

    private func bytes(of code: UInt16) -> [UInt8] { [UInt8(code >> 8), UInt8(code & 0xFF)] }
}
