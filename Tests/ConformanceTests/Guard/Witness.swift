import Synchronization

/// Keeps what a peer was asked, in order, and says so as it comes.
final class Witness: Sendable {
    let arrivals: AsyncStream<String>
    private let arrival: AsyncStream<String>.Continuation
    private let lines = Mutex<[String]>([])

    init() {
        (arrivals, arrival) = AsyncStream.makeStream(of: String.self)
    }

    /// Method and path of every request.
    var seen: [String] { lines.withLock { $0 } }

    /// Nothing more will come.
    func end() { arrival.finish() }

    /// Answers how many requests have come, with this one.
    @discardableResult
    func note(_ line: String) -> Int {
        defer { arrival.yield(line) }
        return lines.withLock { lines in
            lines.append(line)
            return lines.count
        }
    }
}
