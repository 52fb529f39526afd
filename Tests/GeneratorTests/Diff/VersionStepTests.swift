import Contract
import Testing

@testable import Generator

@Suite("the version step")
struct VersionStepTests {
    private static let breaking = ("allow: 10", "allow: 9")
    private static let addition = ("allow: 10", "allow: 11")
    private static let documentation = ("summary: A demo.", "summary: Another demo.")

    struct Case: CustomTestStringConvertible {
        let edit: (String, String)
        let from: String
        let to: String
        let needed: VersionStep
        let isTooSmall: Bool

        var testDescription: String { "\(edit.1), \(from) to \(to)" }
    }

    static let cases = [
        Case(edit: breaking, from: "1.0.0", to: "1.1.0", needed: .major, isTooSmall: true),
        Case(edit: breaking, from: "1.0.0", to: "2.0.0", needed: .major, isTooSmall: false),
        Case(edit: breaking, from: "0.1.0", to: "0.1.1", needed: .minor, isTooSmall: true),
        Case(edit: breaking, from: "0.1.0", to: "0.2.0", needed: .minor, isTooSmall: false),
        Case(edit: breaking, from: "0.1.0", to: "1.0.0", needed: .minor, isTooSmall: false),
        Case(edit: addition, from: "1.0.0", to: "1.0.0", needed: .minor, isTooSmall: true),
        Case(edit: addition, from: "1.0.0", to: "1.0.1", needed: .minor, isTooSmall: true),
        Case(edit: addition, from: "1.0.0", to: "1.1.0", needed: .minor, isTooSmall: false),
        Case(edit: documentation, from: "1.0.0", to: "1.0.0", needed: .patch, isTooSmall: true),
        Case(edit: documentation, from: "1.0.0", to: "1.0.1", needed: .patch, isTooSmall: false),
        Case(edit: ("", ""), from: "1.0.0", to: "1.0.0", needed: .none, isTooSmall: false),
        Case(edit: ("", ""), from: "1.0.0", to: "1.0.1", needed: .none, isTooSmall: false),
        Case(edit: documentation, from: "1.1.0", to: "1.0.9", needed: .patch, isTooSmall: true),
        Case(edit: documentation, from: "2.1.0", to: "1.9.9", needed: .patch, isTooSmall: true),
        Case(edit: documentation, from: "1.0.0", to: "next", needed: .patch, isTooSmall: true),
    ]

    @Test("what the changes need is compared with what was made", arguments: cases)
    func steps(_ one: Case) throws {
        let old = DiffFixture.text.replacing("version: 1.0.0", with: "version: \(one.from)")
        let edited = one.edit.0.isEmpty ? old : old.replacing(one.edit.0, with: one.edit.1)
        let new = edited.replacing("version: \(one.from)", with: "version: \(one.to)")
        let verdict = DiffVerdict(from: try DiffFixture.load(old), to: try DiffFixture.load(new))
        #expect(verdict.neededStep == one.needed && verdict.isStepTooSmall == one.isTooSmall)
    }

    @Test("a version has three numbers", arguments: ["1.0", "1.0.0.0", "1.-1.0", "1.0.0-beta", ""])
    func malformed(_ text: String) { #expect(Version(text) == nil) }
}
