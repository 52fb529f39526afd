import EmbeddedPostgres
import Foundation
import Testing

/// A real server process, started with settings of a test's own and stopped with it.
final class RunningServer: Sendable {
    let base: String
    private let process: Process
    private let output: FileHandle

    /// What the server said instead of becoming ready.
    struct DidNotStart: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts the server and returns once it says that it is ready.
    static func start(_ settings: [String: String]) async throws -> RunningServer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Swift.CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("iris-server")
        var environment = ["PATH": "/usr/bin:/bin:/usr/local/bin", "PORT": "0", "IRIS_PASSWORD_COST": "12"]
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment.merging(settings) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let line = await firstLine(of: output.fileHandleForReading)
        guard let address = line.split(separator: " ").first(where: { $0.hasPrefix("http") && $0.contains("://") })
        else {
            process.waitUntilExit()
            let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
            throw DidNotStart(description: said)
        }
        errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
        return RunningServer(base: String(address), process: process, output: output.fileHandleForReading)
    }

    private init(base: String, process: Process, output: FileHandle) {
        self.base = base
        self.process = process
        self.output = output
    }

    /// Asks the server to end, and waits until it has.
    func stop() async {
        process.terminate()
        await waitForExit()
    }

    /// Ends the server as a power cut does.
    func kill() async {
        Foundation.kill(process.processIdentifier, SIGKILL)
        await waitForExit()
    }

    var exitStatus: Int32 { process.terminationStatus }

    private func waitForExit() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }

    /// Waits for a line without holding one of the threads that tests run on; empty at the end of the output.
    private static func firstLine(of handle: FileHandle) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var bytes: [UInt8] = []
                while let byte = try? handle.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
                    bytes.append(byte)
                }
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}

/// A temporary folder that other accounts may pass through, as the database runs as another one when tests run as root.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("iris-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
