import Foundation
import Testing

@testable import Generator

@Suite("iris-generate generate")
struct GenerateCommandTests {
    private static let spec = ["spec/notes.yaml": NotesSpec.text]

    @Test("generate is what happens when no command is named, and a second run has nothing to do")
    func generate() throws {
        try Workplace.with(Self.spec) { place in
            let first = try place.run(["--output", "out"])
            #expect(first.reason == .done)
            let written = place.files(below: "out")
            let expected = Emission.files(for: try NotesSpec.load())
            #expect(written.count >= expected.count)
            for file in expected { #expect(written[file.path] == Data(file.content.utf8), "\(file.path)") }
            let count = expected.count
            #expect(
                first.complaints.hasSuffix("\(count) files: \(count) written, 0 deleted, the rest unchanged.\n"))
            let second = try place.run(["generate", "--output", "out"])
            #expect(second.complaints == "\(count) files: 0 written, 0 deleted, the rest unchanged.\n")
        }
    }

    @Test("a spec with mistakes ends with 1, and nothing is written", arguments: ["generate", "check"])
    func mistakes(_ command: String) throws {
        try Workplace.with(["spec/notes.yaml": NotesSpec.text.replacing("201 [Note]", with: "201 [Nte]")]) { place in
            let answer = try place.run([command, "--output", "out"])
            #expect(answer.reason == .mistakes)
            #expect(answer.complaints.contains("there is no type 'Nte'"))
            #expect(answer.complaints.hasSuffix("1 mistake in the spec; nothing was written.\n"))
            #expect(place.files(below: "out").isEmpty)
        }
    }

    @Test(
        "a wrong command line ends with 64",
        arguments: [["generat"], ["--ouput", "out"], ["lint", "--format", "xml"]])
    func usage(_ arguments: [String]) throws {
        try Workplace.with(Self.spec) { place in
            let answer = try place.run(arguments)
            #expect(answer.reason == .usage)
        }
    }

    @Test("the help lists every exit code")
    func help() throws {
        try Workplace.with { place in
            let help = try place.run(["--help"])
            let words = help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for reason in ExitReason.allCases { #expect(words.contains("\(reason.rawValue) \(reason.meaning)")) }
        }
    }
}
