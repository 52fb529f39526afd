import Foundation
import PythonPeer

/// An SMTP server in Python, for one test: `smtp_peer.py`. It ends with its test.
public final class SMTPPeer {
    /// What it does; the script says more.
    public enum Mode: String, Sendable {
        case plain, starttls, smtps, drop, hang
        case transientRecipient = "recipient-transient"
        case permanentRecipient = "recipient-permanent"
        case permanentContent = "content-permanent"
        case wantsAuthentication = "wants-authentication"
        case hangingGreeting = "hang-greeting"
        case hangingFarewell = "hang-farewell"
    }

    public let port: Int
    private let certificate: TestCertificate?
    private let process: Process
    private let input = Pipe()
    private var lines: AsyncStream<String>.Iterator

    /// Starts it and waits until it listens.
    ///
    /// - Parameter credentials: What it wants in AUTH, if anything.
    public init(
        _ mode: Mode, certificate: TestCertificate? = nil, credentials: (user: String, password: String)? = nil,
        offersUTF8: Bool = false
    ) async throws {
        self.certificate = certificate
        let script = PythonPeer.root.appendingPathComponent("Tests/SMTPPeer/smtp_peer.py")
        var arguments = [script.path, mode.rawValue]
        if let certificate { arguments += ["--certificate", certificate.path, "--key", certificate.keyPath] }
        if let credentials { arguments += ["--user", credentials.user, "--password", credentials.password] }
        if offersUTF8 { arguments.append("--utf8") }

        let output = Pipe()
        process = try PythonPeer.process(arguments)
        process.standardInput = input
        process.standardOutput = output
        lines = Self.lines(of: output.fileHandleForReading).makeAsyncIterator()
        try process.run()
        guard let port = await lines.next().flatMap({ Int($0) }) else {
            throw Failure(description: "the SMTP peer did not start; its words are above")
        }
        self.port = port
    }

    deinit {
        // It ends when its input does.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The next thing that happens with this name; nil once the peer has ended.
    public func next(_ event: String) async throws -> PeerEvent? {
        while let line = await lines.next() {
            let candidate = try JSONDecoder().decode(PeerEvent.self, from: Data(line.utf8))
            if candidate.event == event { return candidate }
        }
        return nil
    }

    /// What happened from here on to the end; the peer ends with it.
    public func finish() async throws -> [PeerEvent] {
        try input.fileHandleForWriting.close()
        var events: [PeerEvent] = []
        while let line = await lines.next() {
            events.append(try JSONDecoder().decode(PeerEvent.self, from: Data(line.utf8)))
        }
        return events
    }

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private static func lines(of handle: FileHandle) -> AsyncStream<String> {
        AsyncStream { continuation in
            // A thread of its own, for reading blocks.
            Thread.detachNewThread {
                var pending = Data()
                while case let chunk = handle.availableData, !chunk.isEmpty {
                    pending += chunk
                    while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                        continuation.yield(String(decoding: pending[..<end], as: UTF8.self))
                        pending = Data(pending[pending.index(after: end)...])
                    }
                }
                continuation.finish()
            }
        }
    }
}
