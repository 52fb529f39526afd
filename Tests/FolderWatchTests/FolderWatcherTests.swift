#if os(Linux)
    import Foundation
    import Testing

    @testable import FolderWatch

    @Suite("watching a folder", .timeLimit(.minutes(2)))
    struct FolderWatcherTests {
        private static func withFolder(_ body: (URL) async throws -> Void) async throws {
            let root = FileManager.default.temporaryDirectory.appendingPathComponent("watch-\(UUID().uuidString)")
            let folder = root.appendingPathComponent("spec")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: root) }
            try await body(folder)
        }

        @Test("a change before the first wait is not missed, be it a file, one that is renamed, or one that goes")
        func early() async throws {
            try await Self.withFolder { folder in
                let file = folder.appendingPathComponent("a.yaml")
                let watcher = try FolderWatcher(folder: folder.path)
                try Data("a".utf8).write(to: file)
                #expect(watcher.next() == .changed)
                try Data("b".utf8).write(to: file, options: .atomic)
                #expect(watcher.next() == .changed)
                try FileManager.default.removeItem(at: file)
                #expect(watcher.next() == .changed)
            }
        }

        @Test("folders that come into being are watched, and a folder that is replaced by another")
        func folders() async throws {
            try await Self.withFolder { folder in
                let watcher = try FolderWatcher(folder: folder.path)
                let more = folder.appendingPathComponent("more")
                try FileManager.default.createDirectory(at: more, withIntermediateDirectories: false)
                #expect(watcher.next() == .changed)
                try Data("a".utf8).write(to: more.appendingPathComponent("a.yaml"))
                #expect(watcher.next() == .changed)
                try FileManager.default.removeItem(at: folder)
                #expect(watcher.next() == .changed)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
                #expect(watcher.next() == .changed)
                try Data("a".utf8).write(to: folder.appendingPathComponent("a.yaml"))
                #expect(watcher.next() == .changed)
            }
        }

        @Test("who says stop ends the wait, and every later one")
        func stop() async throws {
            try await Self.withFolder { folder in
                let watcher = try FolderWatcher(folder: folder.path)
                watcher.stop()
                #expect(watcher.next() == .stopped)
                try Data("a".utf8).write(to: folder.appendingPathComponent("a.yaml"))
                #expect(watcher.next() == .stopped)
            }
        }

        @Test("changes come one after the other, and end with the task that asks for them")
        func changes() async throws {
            try await Self.withFolder { folder in
                let changes = try FolderWatcher.changes(below: folder.path)
                var iterator = changes.makeAsyncIterator()
                for text in ["a", "b", "c"] {
                    try Data(text.utf8).write(to: folder.appendingPathComponent("a.yaml"))
                    #expect(await iterator.next() != nil)
                }
                let task = Task {
                    for await _ in changes {}
                }
                task.cancel()
                await task.value
            }
        }
    }
#endif
