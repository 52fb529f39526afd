import Dispatch

/// A serial executor on a queue of its own: what runs here may block, for no thread of the cooperative pool waits.
final class BlockingExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "embedded-postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// Runs a blocking body on the queue and returns what it returns.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result(catching: body)) }
        }
    }
}
