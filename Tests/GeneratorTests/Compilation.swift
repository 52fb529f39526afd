import Foundation

@testable import Generator

/// Has the compiler look at emitted files as a module of their own, as strictly as at the project's.
enum Compilation {
    /// What the compiler objects to; empty where it accepts the files. The client is a module of its own.
    static func complaints(about files: [GeneratedFile]) throws -> String {
        try complaints(about: files.filter(isClient), using: files)
    }

    /// What the compiler objects to in files that import what was emitted as the module `Generated`.
    static func complaints(about files: [GeneratedFile], using emitted: [GeneratedFile]) throws -> String {
        try inFolder { folder in
            let module = folder.appendingPathComponent("Generated.swiftmodule").path
            let complaints = try compile(
                emitted.filter { !isClient($0) }, in: folder.appendingPathComponent("emitted"),
                ["-emit-module", "-emit-module-path", module, "-module-name", "Generated"])
            guard complaints.isEmpty else { return complaints }
            return try compile(
                files, in: folder.appendingPathComponent("importing"),
                ["-typecheck", "-module-name", "Importing", "-I", folder.path])
        }
    }

    private static func isClient(_ file: GeneratedFile) -> Bool { file.path.hasPrefix("Client/") }

    private static func inFolder(_ body: (URL) throws -> String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("emitted-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    private static func compile(_ files: [GeneratedFile], in folder: URL, _ options: [String]) throws -> String {
        let output = OutputFolder(path: folder.path)
        try output.repair(output.drift(from: files))
        let modules = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("Modules").path
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments =
            [
                "swiftc", "-swift-version", "6", "-warnings-as-errors", "-enable-upcoming-feature", "ExistentialAny",
                "-package-name", "emitted",
            ] + options + ["-I", modules]
            + files.map(\.path).filter { $0.hasSuffix(".swift") }.map { folder.appendingPathComponent($0).path }
        let said = Pipe()
        compiler.standardError = said
        try compiler.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        return compiler.terminationStatus == 0 ? "" : text
    }
}
