import Foundation

/// A script of `Tests/MailPeers` for one test. It ends with its test.
final class MailPeer {
    private let process = Process()
    private let input = Pipe()
    private var lines: AsyncStream<String>.Iterator

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(_ script: String, _ arguments: [String]) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let python = root.appendingPathComponent(".build-python/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw Failure(description: "\(python.path) is missing: run scripts/setup-python")
        }
        let output = Pipe()
        process.executableURL = python
        process.arguments = [root.appendingPathComponent("Tests/MailPeers/\(script)").path] + arguments
        process.standardInput = input
        process.standardOutput = output
        lines = Self.lines(of: output.fileHandleForReading).makeAsyncIterator()
        try process.run()
    }

    deinit {
        // It ends when its input does.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    func say(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
    }

    /// The next line that it prints.
    func line() async throws -> String {
        guard let line = await lines.next() else {
            throw Failure(description: "the peer has ended; its words are above")
        }
        return line
    }

    /// The line that it prints when it is ready, as JSON.
    func ready<Ready: Decodable>(_ type: Ready.Type = Ready.self) async throws -> Ready {
        try JSONDecoder().decode(type, from: Data(try await line().utf8))
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
