import Foundation

/// A run of `iris-server` with a subcommand that ends by itself.
struct CommandLine {
    let status: Int32
    /// What it wrote, both streams together.
    let output: String

    /// Runs it to its end, without holding one of the threads that tests run on.
    static func run(_ arguments: [String], _ settings: [String: String]) async throws -> CommandLine {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Swift.CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("iris-server")
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin:/usr/local/bin", "IRIS_PASSWORD_COST": "12"]
            .merging(settings) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                continuation.resume(
                    returning: CommandLine(
                        status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self)))
            }
        }
    }
}
