import AsyncHTTPClient
import Foundation
import NIOCore
import Testing

/// A real `iris-mock` process, started for a test and stopped with it.
///
/// An actor because tests wait for its lines, of which each is given out once.
actor RunningMock {
    nonisolated let base: String
    private let process: Process
    private var lines: AsyncStream<String>.AsyncIterator

    /// What it said instead of becoming ready.
    struct DidNotStart: Error {
        let lines: [String]
        let status: Int32
    }

    /// The output has ended without the line that was waited for.
    struct SaidNothing: Error {
        let wanted: String
    }

    /// Runs the body with a mock of this spec, stops the mock, and waits for its end.
    static func with<Value: Sendable>(
        spec: String, _ arguments: [String] = [], _ body: @Sendable (RunningMock) async throws -> Value
    ) async throws -> Value {
        let mock = try await start(spec: spec, arguments)
        let result: Result<Value, any Error>
        do { result = .success(try await body(mock)) } catch { result = .failure(error) }
        #expect(await mock.stop() == 0)
        return try result.get()
    }

    private static func start(spec: String, _ arguments: [String]) async throws -> RunningMock {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("iris-mock")
        process.arguments = ["--spec", spec, "--port", "0"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        let (lines, feed) = AsyncStream.makeStream(of: String.self)
        read(output.fileHandleForReading, into: feed)
        try process.run()
        var said: [String] = []
        var iterator = lines.makeAsyncIterator()
        while let line = await iterator.next() {
            if let base = line.split(separator: " ").first(where: { $0.hasPrefix("http://") }) {
                return RunningMock(base: String(base), process: process, lines: iterator)
            }
            said.append(line)
        }
        process.waitUntilExit()
        throw DidNotStart(lines: said, status: process.terminationStatus)
    }

    private init(base: String, process: Process, lines: AsyncStream<String>.AsyncIterator) {
        self.base = base
        self.process = process
        self.lines = lines
    }

    /// The next line that has this in it. Those before it are gone.
    @discardableResult
    func line(with text: String) async throws -> String {
        var iterator = lines
        while let line = await iterator.next(isolation: self) {
            lines = iterator
            if line.contains(text) { return line }
        }
        throw SaidNothing(wanted: text)
    }

    /// Asks it to end, waits until it has, and says with what status.
    func stop() async -> Int32 {
        process.terminate()
        let process = process
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }

    /// Gives out whole lines, on a thread that no test needs.
    private static func read(_ handle: FileHandle, into feed: AsyncStream<String>.Continuation) {
        DispatchQueue.global().async {
            var rest: [UInt8] = []
            while let data = try? handle.read(upToCount: 1), let byte = data.first {
                if byte == UInt8(ascii: "\n") {
                    feed.yield(String(decoding: rest, as: UTF8.self))
                    rest = []
                } else {
                    rest.append(byte)
                }
            }
            feed.finish()
        }
    }
}

extension RunningMock {
    struct Reply: Sendable {
        let status: Int
        let body: String
        let headers: [String: String]
    }

    nonisolated func ask(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: Data? = nil
    ) async throws -> Reply {
        var request = HTTPClientRequest(url: base + path)
        request.method = .init(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let bytes = try await response.body.collect(upTo: 10_000_000)
        return Reply(
            status: Int(response.status.code), body: String(buffer: bytes),
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first })
    }
}
