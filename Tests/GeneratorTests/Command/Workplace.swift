import Foundation

@testable import Generator

/// A temporary folder in which the built `iris-generate` is run as its users run it.
struct Workplace {
    let root: URL

    /// With these files in it, by path.
    static func with<Result>(_ files: [String: String] = [:], _ body: (Workplace) throws -> Result) throws -> Result {
        let name = "iris-generate-\(UUID().uuidString)"
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let place = Workplace(root: root)
        for (path, text) in files { try place.write(text, to: path) }
        return try body(place)
    }

    struct Answer {
        let output: String
        let complaints: String
        let code: Int32
        var reason: ExitReason? { ExitReason(rawValue: code) }
    }

    func write(_ text: String, to path: String) throws {
        let url = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Every file below a folder, by path.
    func files(below folder: String) -> [String: Data] {
        let url = root.appendingPathComponent(folder)
        let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in
                (try? Data(contentsOf: url.appendingPathComponent(path))).map { (path, $0) }
            })
    }

    /// Standard error goes through a file: a pipe that nobody reads meanwhile would stop a program that says much.
    func run(_ arguments: [String], environment: [String: String] = [:], from folder: String = "") throws -> Answer {
        let process = process(arguments, environment: environment, from: folder)
        let output = Pipe()
        process.standardOutput = output
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Answer(
            output: said, complaints: try String(contentsOf: errors, encoding: .utf8),
            code: process.terminationStatus)
    }

    func process(
        _ arguments: [String], environment: [String: String] = [:], from folder: String = ""
    ) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("iris-generate")
        process.arguments = arguments
        process.currentDirectoryURL = folder.isEmpty ? root : root.appendingPathComponent(folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        return process
    }
}
