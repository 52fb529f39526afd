import UnixSignals

/// Ctrl-C: the first one asks a run to end cleanly, the second ends it at once.
struct Interruption: Sendable {
    /// Says once that the run is to end.
    let requests: AsyncStream<Void>
    private let watch: Task<Void, Never>

    /// - Parameter atOnce: Called for the second signal; ends the process.
    init<Signals: AsyncSequence & Sendable>(_ signals: Signals, atOnce: @escaping @Sendable () -> Void)
    where Signals.Failure == Never {
        let (requests, request) = AsyncStream.makeStream(of: Void.self)
        self.requests = requests
        watch = Task {
            var signals = signals.makeAsyncIterator()
            guard await signals.next(isolation: nil) != nil else { return }
            request.yield()
            guard await signals.next(isolation: nil) != nil else { return }
            atOnce()
        }
    }

    /// SIGINT and SIGTERM of this process.
    static func signals(atOnce: @escaping @Sendable () -> Void) async -> Interruption {
        await Interruption(UnixSignalsSequence(trapping: .sigint, .sigterm), atOnce: atOnce)
    }

    /// Lets signals have their usual effect again.
    func ignore() { watch.cancel() }
}
