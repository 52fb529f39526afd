import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("the same spec gives the same bytes")
struct DeterminismTests {
    private static let iris = Result { Emission.files(for: try IrisSpec.load()) }

    /// A process of its own each, since hash seeds, locales and time zones are a process's. Without
    /// `SWIFT_DETERMINISTIC_HASHING`, every process has another seed.
    @Test(
        "in whatever process",
        arguments: [
            ("seed 1", [:]), ("seed 2", [:]), ("seed 3", [:]), ("seed 4", [:]),
            ("a fixed seed", ["SWIFT_DETERMINISTIC_HASHING": "1"]),
            ("Turkish", ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]),
            ("German", ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"]),
            ("Arabic", ["LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"]),
            ("no locale", ["LC_ALL": "C", "LANG": "C"]),
            ("east", ["TZ": "Pacific/Kiritimati"]), ("west", ["TZ": "America/Los_Angeles"]),
        ] as [(String, [String: String])])
    func process(_ name: String, _ environment: [String: String]) throws {
        try Workplace.with { place in
            let spec = PythonPeer.root.appendingPathComponent("spec").path
            let answer = try place.run(["generate", "--spec", spec, "--output", "out"], environment: environment)
            #expect(answer.reason == .done)
            try expectIris(place.files(below: "out"))
        }
    }

    @Test("from whatever folder, however the spec is named", arguments: ["spec", "./spec", "a/../spec", "/", ".."])
    func folder(_ way: String) throws {
        try Workplace.with { place in
            try FileManager.default.copyItem(
                at: PythonPeer.root.appendingPathComponent("spec"), to: place.root.appendingPathComponent("spec"))
            try place.write("", to: "a/empty.txt")
            let (spec, folder) =
                switch way {
                case "/": (place.root.appendingPathComponent("spec").path, "")
                case "..": ("../spec", "a")
                default: (way, "")
                }
            let output = place.root.appendingPathComponent("out").path
            let answer = try place.run(["generate", "--spec", spec, "--output", output], from: folder)
            #expect(answer.reason == .done)
            try expectIris(place.files(below: "out"))
        }
    }

    @Test(
        "in whatever order the files come and the keys of a declaration stand", arguments: 1...8 as ClosedRange<UInt64>)
    func order(_ seed: UInt64) throws {
        let root = PythonPeer.root.appendingPathComponent("spec").path
        let documents = try ContractLoader.files(below: root).map { try SpecDocument.parse($0).get() }
        var random = Dice(seed: seed)
        let shuffled = documents.map { document in
            SpecDocument(path: document.path, root: KeyShuffle.shuffled(document.root, with: &random))
        }.shuffled(using: &random)
        #expect(shuffled.map(\.path) != documents.map(\.path).sorted())
        #expect(KeyShuffle.keys(of: shuffled) != KeyShuffle.keys(of: documents))
        let files = Emission.files(for: try ContractLoader.load(shuffled).get())
        #expect(files.map(\.path) == (try Self.iris.get().map(\.path)))
        for (file, other) in zip(files, try Self.iris.get()) { #expect(file == other, "\(file.path)") }
    }

    @Test("while the order of declarations and of fields is the order of the output")
    func meaningfulOrder() throws {
        let swapped = NotesSpec.text.replacing("user_id: UserId }", with: "name: Title, user_id: UserId }")
        let other = NotesSpec.text.replacing("user_id: UserId }", with: "user_id: UserId, name: Title }")
        let files = try [swapped, other].map { text in
            Emission.files(for: try ContractLoader.load([SpecFile(path: "notes.yaml", text: text)]).get())
        }
        #expect(files[0] != files[1])
    }

    private func expectIris(_ written: [String: Data]) throws {
        for file in try Self.iris.get() {
            #expect(written[file.path] == Data(file.content.utf8), "\(file.path)")
        }
    }
}
