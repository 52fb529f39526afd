import Foundation
import Testing

@testable import Generator

@Suite("the folder of generated files")
struct OutputFolderTests {
    @Test("a file of the same size with one other byte differs, and so does one that only begins alike")
    func sameSize() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let wanted = GeneratedFile(path: "Long.swift", content: String(repeating: "ä line\n", count: 2_000))
        let place = root.appendingPathComponent(wanted.path)
        for (bytes, isSame) in [
            (wanted.bytes, true), (wanted.bytes.dropLast() + [0x20], false), ([0x20] + wanted.bytes.dropFirst(), false),
            (wanted.bytes + [0x0A], false), (Array(wanted.bytes.dropLast()), false), ([], false),
        ] {
            try Data(bytes).write(to: place)
            #expect(OutputFolder(path: root.path).drift(from: [wanted]).isEmpty == isSame)
        }
    }

    @Test("only what differs is written, orphans are deleted, and then nothing differs")
    func repair() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = OutputFolder(path: root.path)
        let files = [
            GeneratedFile(path: "a/One.swift", content: "1\n"), GeneratedFile(path: "Two.swift", content: "2\n"),
        ]
        #expect(folder.drift(from: files).stale == files)
        try folder.repair(folder.drift(from: files))
        #expect(folder.drift(from: files).isEmpty)

        func written(_ path: String) throws -> Date? {
            try FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(path).path)[.modificationDate]
                as? Date
        }
        let before = try written("Two.swift")
        let changed = [GeneratedFile(path: "a/One.swift", content: "one\n"), files[1]]
        for orphan in ["Old.swift", "old.json", "old.js", "README.md"] {
            try "// old".write(to: root.appendingPathComponent(orphan), atomically: true, encoding: .utf8)
        }
        let drift = folder.drift(from: changed)
        #expect(drift.stale == [changed[0]])
        #expect(drift.orphaned == ["Old.swift", "old.js", "old.json"])
        try folder.repair(drift)
        #expect(folder.drift(from: changed).isEmpty)
        #expect(try written("Two.swift") == before)
    }
}
