#if os(Linux)
    import Foundation
    import Testing

    @testable import Generator

    @Suite("iris-generate watch", .serialized, .timeLimit(.minutes(2)))
    struct WatchCommandTests {
        @Test("each change is generated, mistakes are said and survived, and Ctrl-C ends it in good order")
        func watch() throws {
            try Workplace.with(["spec/notes.yaml": NotesSpec.text]) { place in
                let watch = try Watch(place.process(["watch", "--output", "out"]))
                defer { watch.process.terminate() }
                _ = try watch.line(with: "Watching spec. Ctrl-C ends.")

                try place.write(
                    NotesSpec.text.replacing("max: 20, chars", with: "max: 21, chars"), to: "spec/notes.yaml")
                let summary = try watch.line(with: "written")
                #expect(
                    summary.contains(
                        #/^[0-9]+ files: [1-9][0-9]* written, 0 deleted, the rest unchanged\. [0-9]+ ms\.$/#))
                #expect(try place.read("out/Types/NotesTypes.swift").contains("2...21"))

                try place.write(NotesSpec.text.replacing("201 [Note]", with: "201 [Nte]"), to: "spec/notes.yaml")
                _ = try watch.line(with: "there is no type 'Nte'")
                _ = try watch.line(with: "1 mistake in the spec; nothing was written.")

                // Another folder, and a file that comes into it by being renamed, as editors save.
                try place.write(SocketSpec.text, to: "spec/more/live.txt")
                try place.write(NotesSpec.text, to: "spec/notes.yaml")
                _ = try watch.line(with: "written")
                #expect(place.files(below: "out/Socket").isEmpty)
                try FileManager.default.moveItem(
                    at: place.root.appendingPathComponent("spec/more/live.txt"),
                    to: place.root.appendingPathComponent("spec/more/live.yaml"))
                _ = try watch.line(with: "wrote out/Socket/Events.swift")

                watch.process.interrupt()
                _ = try watch.line(with: "Stopped.")
                watch.process.waitUntilExit()
                #expect(watch.process.terminationReason == .exit)
                #expect(ExitReason(rawValue: watch.process.terminationStatus) == .done)
            }
        }

        @Test("a folder that is replaced by another is watched on")
        func replaced() throws {
            try Workplace.with(["spec/notes.yaml": NotesSpec.text]) { place in
                let watch = try Watch(place.process(["watch", "--output", "out"]))
                defer { watch.process.terminate() }
                _ = try watch.line(with: "Watching spec.")
                try FileManager.default.removeItem(at: place.root.appendingPathComponent("spec"))
                _ = try watch.line(with: "1 mistake in the spec")
                try place.write(
                    NotesSpec.text.replacing("max: 20, chars", with: "max: 22, chars"), to: "spec/notes.yaml")
                _ = try watch.line(with: "wrote out/Types/NotesTypes.swift")
                watch.process.terminate()
                watch.process.waitUntilExit()
                #expect(ExitReason(rawValue: watch.process.terminationStatus) == .done)
            }
        }
    }

    /// A running `watch`, and what it has said so far.
    private final class Watch {
        let process: Process
        private let said = Pipe()
        private var text = ""

        struct Ended: Error {
            let said: String
        }

        init(_ process: Process) throws {
            self.process = process
            process.standardError = said
            try process.run()
        }

        /// Waits for the next line that has this in it.
        func line(with part: String) throws -> String {
            var passed = ""
            while true {
                while let end = text.firstIndex(of: "\n") {
                    let line = String(text[..<end])
                    text = String(text[text.index(after: end)...])
                    if line.contains(part) { return line }
                    passed += line + "\n"
                }
                let data = said.fileHandleForReading.availableData
                guard !data.isEmpty else { throw Ended(said: passed) }
                text += String(decoding: data, as: UTF8.self)
            }
        }
    }
#endif
