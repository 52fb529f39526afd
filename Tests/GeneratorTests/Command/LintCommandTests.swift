import Foundation
import Testing

@testable import Generator

@Suite("iris-generate lint")
struct LintCommandTests {
    private static let faulty = ["spec/notes.yaml": NotesSpec.text.replacing("201 [Note]", with: "201 [Nte]")]

    @Test("a good spec has no mistakes, in every format")
    func good() throws {
        try Workplace.with(["spec/notes.yaml": NotesSpec.text]) { place in
            for (format, output) in [("text", "spec: no mistakes.\n"), ("json", "[]\n"), ("github", "")] {
                let answer = try place.run(["lint", "--format", format])
                #expect(answer.output == output)
                #expect(answer.reason == .done)
            }
        }
    }

    @Test("findings for programs are a list of JSON objects, and the run ends with 1")
    func json() throws {
        try Workplace.with(Self.faulty) { place in
            let answer = try place.run(["lint", "--format", "json"])
            #expect(answer.reason == .mistakes)
            #expect(
                answer.output == """
                    [
                      {
                        "rule": "unknown-reference",
                        "file": "spec/notes.yaml",
                        "line": 56,
                        "column": 12,
                        "message": "there is no type 'Nte'",
                        "hint": "did you mean 'Note'?"
                      }
                    ]

                    """)
        }
    }

    @Test("findings for a pull request are annotations of their lines")
    func github() throws {
        try Workplace.with(Self.faulty) { place in
            let answer = try place.run(["lint", "--format", "github"])
            #expect(answer.reason == .mistakes)
            #expect(
                answer.output == """
                    ::error file=spec/notes.yaml,line=56,col=12,title=unknown-reference::there is no type 'Nte' \
                    (did you mean 'Note'?)

                    """)
        }
    }

    @Test("a file that is not there is named")
    func missing() throws {
        try Workplace.with { place in
            let answer = try place.run(["lint"])
            #expect(answer.reason == .mistakes)
            let message = "spec:1:1: error[unreadable-file]: the folder cannot be read\n"
            #expect(answer.output.hasPrefix(message))
            #expect(answer.output.hasSuffix("spec: 1 mistake.\n"))
        }
    }
}
