import SMTPPeer
import Testing

@testable import SMTP

/// The clients here have ten minutes, the tests two: what ends a conversation is what the test is about.
@Suite("conversations that would never end", .timeLimit(.minutes(2)))
struct EndingTests {
    @Test("a mail that the server does not answer ends with its task")
    func cancellation() async throws {
        let peer = try await SMTPPeer(.hang)
        let client = try peer.client()
        let message = try testMessage()
        let delivery = Task { await caught { () throws(SMTPFailure) in try await client.send(message) } }
        _ = try #require(try await peer.next("hanging"))
        delivery.cancel()
        let failure = await delivery.value
        #expect(failure?.reason == .cancelled && failure?.isPermanent == false)
        #expect(try await peer.finish().allSatisfy { $0.event != "mail" })
    }

    @Test("a task that waits for its turn leaves the line at once, and the one before it goes on")
    func cancellationInLine() async throws {
        let peer = try await SMTPPeer(.hang)
        let client = try peer.client(limits: .init(connect: .seconds(300), total: .seconds(600), connections: 1))
        let message = try testMessage()
        let first = Task { await caught { () throws(SMTPFailure) in try await client.send(message) } }
        _ = try #require(try await peer.next("hanging"))
        let second = Task { await caught { () throws(SMTPFailure) in try await client.send(message) } }
        while await client.threads.waitingCount == 0 { await Task.yield() }
        second.cancel()
        #expect(await second.value?.reason == .cancelled)
        #expect(!first.isCancelled)
        first.cancel()
        #expect(await first.value?.reason == .cancelled)
        #expect(try await peer.finish().allSatisfy { $0.event != "mail" })
    }

    @Test("a task that is cancelled already says nothing to anybody")
    func cancelledBefore() async throws {
        let peer = try await SMTPPeer(.plain)
        let client = try peer.client()
        let message = try testMessage()
        let delivery = Task {
            while !Task.isCancelled { await Task.yield() }
            return await caught { () throws(SMTPFailure) in try await client.send(message) }
        }
        delivery.cancel()
        #expect(await delivery.value?.reason == .cancelled)
        #expect(try await peer.finish().isEmpty)
    }

    @Test("time runs out, in the middle and at the start", arguments: [SMTPPeer.Mode.hang, .hangingGreeting])
    func timeout(mode: SMTPPeer.Mode) async throws {
        let peer = try await SMTPPeer(mode)
        let client = try peer.client(limits: .init(connect: .seconds(2), total: .seconds(2)))
        let message = try testMessage()
        let failure = await caught { () throws(SMTPFailure) in try await client.send(message) }
        #expect(failure?.reason == .timeout && failure?.isPermanent == false)
        #expect(try await peer.finish().allSatisfy { $0.event != "mail" })
    }
}
