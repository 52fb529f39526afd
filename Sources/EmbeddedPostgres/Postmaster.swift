import Foundation

/// A running server: its first process, and the lock that all of its processes hold.
struct Postmaster: Sendable {
    let processIdentifier: pid_t
    let serverLock: String

    /// Fast, then immediate, then by force; returns when every process of the server is gone.
    @discardableResult
    func stop() -> Bool {
        let steps: [(signal: Int32, limit: Duration)] = [
            (SIGINT, .seconds(30)), (SIGQUIT, .seconds(10)), (SIGKILL, .seconds(10)),
        ]
        return steps.contains { step in
            kill(processIdentifier, step.signal)
            return isGone(within: step.limit)
        }
    }

    /// Ends the postmaster as a crash does. Its other processes notice and end by themselves, which is awaited.
    func crash() {
        kill(processIdentifier, SIGKILL)
        _ = isGone(within: .seconds(10))
    }

    private func isGone(within limit: Duration) -> Bool {
        poll(for: limit) {
            // Ours to reap if we started it, or if we are process 1 and it was orphaned.
            _ = ChildProcess.reap(processIdentifier)
            return (try? FolderLock.take(serverLock)) != nil
        }
    }
}
