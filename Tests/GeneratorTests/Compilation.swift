import Foundation

@testable import Generator

/// Has the compiler look at emitted files as a module of their own, as strictly as at the project's.
enum Compilation {
    /// What the compiler objects to; empty where it accepts the files.
    static func complaints(about files: [GeneratedFile]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("emitted-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = OutputFolder(path: folder.path)
        try output.repair(output.drift(from: files))
        let modules = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("Modules").path
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments =
            [
                "swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-enable-upcoming-feature",
                "ExistentialAny", "-module-name", "Emitted", "-I", modules,
            ] + files.map(\.path).filter { $0.hasSuffix(".swift") }.map { folder.appendingPathComponent($0).path }
        let said = Pipe()
        compiler.standardError = said
        try compiler.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        return compiler.terminationStatus == 0 ? "" : text
    }
}
