import Foundation

/// A copy of the project's spec that a test may change.
struct SpecCopy {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let original = root.appendingPathComponent("spec").path

    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("mock-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: Self.original, toPath: path)
    }

    func text(of file: String) throws -> String { try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8) }

    /// In one step, as editors save.
    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"), options: .atomic)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
