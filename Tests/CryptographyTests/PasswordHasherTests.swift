import Dispatch
import Synchronization
import Testing

@testable import Cryptography

@Suite("the hasher's bounds")
struct PasswordHasherTests {
    @Test("it hashes and verifies, and says no for nobody")
    func hashes() async throws {
        let hasher = PasswordHasher(parameters: .development)
        let hash = try await hasher.hash("correct horse")
        #expect(try await hasher.verify("correct horse", against: hash))
        #expect(try await !hasher.verify("correct house", against: hash))
        #expect(try await !hasher.verifyAgainstNothing("correct horse"))
    }

    @Test("an unknown account costs what a known one costs")
    func sameCost() async throws {
        let parameters = try #require(ScryptParameters(logN: 16, r: 8, p: 1))
        let hasher = PasswordHasher(parameters: parameters)
        #expect(hasher.nobody.parameters == parameters)
        #expect(hasher.nobody.encoded.utf8.count == (try await hasher.hash("pass")).encoded.utf8.count)
        // Only a lower bound: load adds to a time and takes nothing from it. No machine passes 64 MiB twice in 10 ms.
        let time = try await ContinuousClock().measure { try await hasher.verifyAgainstNothing("pass") }
        #expect(time > .milliseconds(10))
    }

    @Test("never more than the width run at once, and all are run")
    func width() async throws {
        let work = BoundedWork(width: 2, queueLimit: 100)
        let gauge = Gauge()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await work.run {
                        gauge.enter()
                        defer { gauge.leave() }
                        // Long enough for others to overlap with it, if they could.
                        _ = try PasswordHash.compute("pass", parameters: .development)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(gauge.entries == 50)
        #expect(gauge.most <= 2)
    }

    @Test("two really run at once when the width is two")
    func parallel() async throws {
        let work = BoundedWork(width: 2, queueLimit: 0)
        let (first, second) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let one: Bool = work.run {
            first.signal()
            return second.wait(timeout: .now() + 30) == .success
        }
        async let two: Bool = work.run {
            second.signal()
            return first.wait(timeout: .now() + 30) == .success
        }
        #expect(try await (one, two) == (true, true))
    }

    @Test("who finds the queue full is refused at once, and room made is room again")
    func overload() async throws {
        let work = BoundedWork(width: 1, queueLimit: 1)
        let blocker = try await Blocker.occupy(work)
        let waiting = Task { try await work.run { 1 } }
        while await work.waitingCount < 1 { await Task.yield() }
        await #expect(throws: PasswordHasher.Overloaded.self) { try await work.run { 2 } }
        try await blocker.release()
        #expect(try await waiting.value == 1)
        #expect(try await work.run { 3 } == 3)
    }

    @Test("a task cancelled while it waits leaves the queue and is never run")
    func cancellation() async throws {
        let work = BoundedWork(width: 1, queueLimit: 1)
        let blocker = try await Blocker.occupy(work)
        let gauge = Gauge()
        let waiting = Task { try await work.run { gauge.enter() } }
        while await work.waitingCount < 1 { await Task.yield() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(await work.waitingCount == 0)
        try await blocker.release()
        #expect(gauge.entries == 0)
        #expect(try await work.run { 3 } == 3)
    }

    @Test("a task cancelled before it asks is never run")
    func cancelledBefore() async throws {
        let work = BoundedWork(width: 1, queueLimit: 1)
        let gauge = Gauge()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await work.run { gauge.enter() }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(gauge.entries == 0)
    }

    @Test("a failure gives its place back")
    func failure() async throws {
        let work = BoundedWork(width: 1, queueLimit: 0)
        await #expect(throws: Refusal.self) { try await work.run { throw Refusal() } }
        #expect(try await work.run { 1 } == 1)
    }
}

private struct Refusal: Error {}

/// Work that holds its place until it is released.
private struct Blocker {
    private let task: Task<Void, any Error>
    private let gate: DispatchSemaphore

    static func occupy(_ work: BoundedWork) async throws -> Blocker {
        let gate = DispatchSemaphore(value: 0)
        let (began, continuation) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await work.run {
                continuation.finish()
                gate.wait()
            }
        }
        for await _ in began {}
        return Blocker(task: task, gate: gate)
    }

    func release() async throws {
        gate.signal()
        try await task.value
    }
}

/// Counts who is inside.
private final class Gauge: Sendable {
    private let state = Mutex((inside: 0, most: 0, entries: 0))

    var most: Int { state.withLock { $0.most } }
    var entries: Int { state.withLock { $0.entries } }

    func enter() {
        state.withLock {
            $0.inside += 1
            $0.entries += 1
            $0.most = max($0.most, $0.inside)
        }
    }

    func leave() { state.withLock { $0.inside -= 1 } }
}
