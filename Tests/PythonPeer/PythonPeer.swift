import Foundation

/// The project's Python environment: other people's readings of OpenAPI, JSON Schema, SMTP and WebSocket, to compare
/// ours with.
public enum PythonPeer {
    /// The project's folder.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    public struct Failure: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) {
            self.description = description
        }
    }

    /// A run of the environment's interpreter that is still to be started.
    public static func process(_ arguments: [String]) throws -> Process {
        let python = root.appendingPathComponent(".build-python/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw Failure(description: "\(python.path) is missing: run scripts/setup-python")
        }
        let process = Process()
        process.executableURL = python
        process.arguments = arguments
        return process
    }

    /// What a program says on standard output and standard error together, and whether it succeeded.
    public static func run(_ arguments: [String]) throws -> (output: String, succeeded: Bool) {
        let process = try process(arguments)
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (text, process.terminationStatus == 0)
    }

    /// Runs with a file of this content, which is gone afterwards.
    public static func withFile<Result>(_ content: String, _ body: (String) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
        try Data(content.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }
}
