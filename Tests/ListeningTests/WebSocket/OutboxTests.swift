import Testing

@testable import Listening

@Suite("the outbox")
struct OutboxTests {
    private let frame = EncodedFrame.binary([UInt8](repeating: 0, count: 66))  // 68 bytes, and counts 100

    @Test("one flush is asked for until the frames are taken")
    func oneFlush() {
        let outbox = Outbox(limit: 1000)
        #expect(outbox.offer(frame) == .flushNeeded)
        #expect(outbox.offer(frame) == .queued)
        #expect(outbox.take().count == 2)
        #expect(outbox.offer(frame) == .flushNeeded)
    }

    @Test("what the socket has not written still counts")
    func counts() {
        let outbox = Outbox(limit: 300)
        for _ in 0..<3 { _ = outbox.offer(frame) }
        #expect(outbox.take().count == 3)
        outbox.written(cost: 100)
        #expect(outbox.offer(frame) == .flushNeeded)
        #expect(outbox.offer(frame) == .overflow)
        #expect(outbox.offer(frame) == .shut)
        #expect(outbox.take().isEmpty)
    }

    @Test("nothing goes in after a Close frame, and what was before it goes out")
    func close() {
        let outbox = Outbox(limit: 1000)
        _ = outbox.offer(frame)
        #expect(outbox.close(with: .close(ClosePayload(.normal, reason: ""))) == .queued)
        #expect(outbox.offer(frame) == .shut)
        #expect(outbox.take().map(\.isClose) == [false, true])
    }

    @Test("who waits for room goes on when half is free, and when the outbox is shut")
    func room() async {
        let outbox = Outbox(limit: 300)
        for _ in 0..<3 { _ = outbox.offer(frame) }
        async let waited: Void = outbox.room()
        outbox.written(cost: 200)
        await waited
        for _ in 0..<2 { _ = outbox.offer(frame) }
        async let ended: Void = outbox.room()
        outbox.shut()
        await ended
    }

    @Test("frames are gathered in order; a large one is a write of its own")
    func batches() throws {
        var writer = FrameWriter()
        let large = EncodedFrame.binary([UInt8](repeating: 1, count: 300_000))
        writer.add([.text("a"), .text("b"), large])
        writer.add([.text("c")])
        let batches = [writer.next(), writer.next(), writer.next()]
        #expect(batches.map { $0?.bytes.readableBytes } == [6, 300_010, 3])
        #expect(batches.map { $0?.cost } == [70, 300_042, 35])
        #expect(writer.next() == nil)
        writer.add([.text("d"), .close(ClosePayload(.normal, reason: ""))])
        #expect(writer.next()?.endsWithClose == true)
    }
}
