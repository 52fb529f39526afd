import NIOCore

/// Gathers frames into few writes. It lives on the event loop, between the outbox and the socket.
struct FrameWriter {
    /// Bytes up to which frames are copied together. A larger frame is a write of its own, and is not copied.
    private static let batchSize = 262_144

    struct Batch {
        var bytes: ByteBuffer
        /// The sum of its frames' costs.
        var cost: Int
        var endsWithClose: Bool
    }

    private var backlog: [EncodedFrame] = []
    private var position = 0

    mutating func add(_ frames: [EncodedFrame]) {
        if position == backlog.count {
            backlog = frames
            position = 0
        } else {
            backlog.append(contentsOf: frames)
        }
    }

    /// The next write; nil when nothing waits.
    mutating func next() -> Batch? {
        guard position < backlog.count else {
            backlog = []
            position = 0
            return nil
        }
        let first = backlog[position]
        var (end, size) = (position + 1, first.size)
        while end < backlog.count, size + backlog[end].size <= Self.batchSize {
            size += backlog[end].size
            end += 1
        }
        var batch = Batch(bytes: first.bytes, cost: first.cost, endsWithClose: first.isClose)
        if end > position + 1 {
            batch.bytes = ByteBuffer()
            batch.bytes.reserveCapacity(size)
            for frame in backlog[position..<end] { batch.bytes.writeImmutableBuffer(frame.bytes) }
            batch.cost = backlog[position..<end].reduce(0) { $0 + $1.cost }
            batch.endsWithClose = backlog[end - 1].isClose
        }
        position = end
        return batch
    }
}
