import Foundation

/// The built server with a database of its own, whose limits and password costs are those of tests.
struct Deployment {
    let base: String
    /// Where it leaves its mails.
    let mails: String

    struct Failure: Error {}

    static func with(_ test: (Deployment) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("iris-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        // The database runs as another account where tests run as root.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("iris-server")
        let own = [
            "IRIS_DATA": folder.appendingPathComponent("data").path, "PORT": "0", "IRIS_PASSWORD_COST": "12",
            "IRIS_RATE_FACTOR": "10000",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        let mails = folder.appendingPathComponent("data/mail").path
        try await test(Deployment(base: try address(said: output.fileHandleForReading), mails: mails))
    }

    /// The address in the line that the server says once it is ready.
    private static func address(said output: FileHandle) throws -> String {
        var said = ""
        while true {
            let data = output.availableData
            if data.isEmpty { throw Failure() }
            said += String(decoding: data, as: UTF8.self)
            if let match = said.firstMatch(of: /http:[^ ]+/), said.contains("\n") { return String(match.output) }
        }
    }
}
