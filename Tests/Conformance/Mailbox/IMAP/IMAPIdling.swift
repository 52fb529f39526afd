import NIOCore
import Synchronization

extension IMAPConnection {
    /// Waits until mails may have come: until the server says so where it can (IDLE, RFC 2177), else for an interval.
    mutating func awaitMails(for rest: Duration, interval: Duration) async throws {
        guard capabilities.contains("IDLE") else {
            try await Task.sleep(for: min(rest, interval))
            try await command("NOOP")
            return
        }
        let tag = try await begin("IDLE")
        guard try await response().tag == "+" else {
            throw Refused(description: "the server offers IDLE and does not idle")
        }
        let end = IdleEnd(line)
        let timer = Task {
            try await Task.sleep(for: rest)
            try await end.done()
        }
        defer { timer.cancel() }
        while true {
            let response = try await response()
            if response.tellsOfMails { try await end.done() }
            if response.tag == tag { return }
        }
    }
}

/// Ends idling once, be it for a mail or for the time. A class with an atomic: two tasks may want to.
private final class IdleEnd: Sendable {
    private let isDone = Atomic(false)
    private let line: NIOAsyncChannelOutboundWriter<ByteBuffer>

    init(_ line: NIOAsyncChannelOutboundWriter<ByteBuffer>) { self.line = line }

    func done() async throws {
        guard isDone.exchange(true, ordering: .relaxed) == false else { return }
        try await line.write(ByteBuffer(string: "DONE\r\n"))
    }
}
