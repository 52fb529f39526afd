import Testing

@testable import Contract

@Suite("finding printer")
struct FindingPrinterTests {
    /// What is printed of a finding at a place of a text.
    private func printed(_ text: String, line: Int, column: Int, hint: String? = nil) -> String {
        let finding = Finding(
            rule: .badValue, location: SourceLocation(file: "a.yaml", line: line, column: column), message: "no",
            hint: hint)
        return FindingPrinter(sources: [SpecFile(path: "a.yaml", text: text)]).text(of: finding)
    }

    @Test("a loaded spec's mistake is shown with its line, the line before, its token and the repair")
    func loaded() {
        let text = SpecFixture.valid.replacing("errors: [taken]", with: "errors: [takn]")
        guard case .failure(let failure) = ContractLoader.load([SpecFile(path: "demo.yaml", text: text)]) else {
            Issue.record("the spec was accepted")
            return
        }
        #expect(
            failure.text() == """
                demo.yaml:52:14: error[unknown-reference]: there is no error 'takn'
                   |
                51 |     reply: 201 Note
                52 |     errors: [takn]
                   |              ^^^^
                help: did you mean 'taken'?
                """)
    }

    @Test("a second place has a frame of its own, before the repair")
    func second() {
        let sources = [SpecFile(path: "a.yaml", text: "a: b\na: c")]
        let finding = Finding(
            rule: .duplicateKey, location: SourceLocation(file: "a.yaml", line: 2, column: 1), message: "twice",
            hint: "delete one",
            note: Finding.Note(text: "the first is", location: SourceLocation(file: "a.yaml", line: 1, column: 1)))
        #expect(
            FindingPrinter(sources: sources).text(of: finding) == """
                a.yaml:2:1: error[duplicate-key]: twice
                  |
                1 | a: b
                2 | a: c
                  | ^
                note: the first is at a.yaml:1:1
                  |
                1 | a: b
                  | ^
                help: delete one
                """)
        #expect(finding.advice == "delete one; the first is at a.yaml:1:1")
    }

    @Test("columns count characters, tabs are one blank wide, quotes belong to the token")
    func columns() {
        #expect(
            printed("{ é: '日本', b: \"x\\\" y\", c: 1 }", line: 1, column: 15) == """
                a.yaml:1:15: error[bad-value]: no
                  |
                1 | { é: '日本', b: "x\\" y", c: 1 }
                  |               ^^^^^^^
                """)
        #expect(printed("a:\tb", line: 1, column: 4).hasSuffix("1 | a: b\n  |    ^"))
        #expect(printed("a: b\u{1B}[2J", line: 1, column: 4).contains("\u{1B}") == false)
    }

    @Test("a comma ends a token within brackets and nowhere else, a comment ends it everywhere")
    func tokens() {
        #expect(printed("a: x, y # z", line: 1, column: 4).hasSuffix("|    ^^^^"))
        #expect(printed("[ab, c]", line: 1, column: 2).hasSuffix("|  ^^"))
        #expect(printed("key: v", line: 1, column: 1).hasSuffix("| ^^^"))
    }

    @Test("a long line is cut around its token")
    func long() {
        let text = String(repeating: "x", count: 300) + "[bad]" + String(repeating: "y", count: 300)
        let lines = printed(text, line: 1, column: 302).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[2].count < 120)
        let caret = lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) } ?? 0
        #expect(String(lines[2].dropFirst(caret).prefix(3)) == "bad")
        #expect(lines[3].hasSuffix(" ^^^"))
    }

    @Test("the end of a file has a frame, what lies behind it has none, and neither has an unknown file")
    func ends() {
        #expect(printed("a: b\n", line: 2, column: 1).hasSuffix("1 | a: b\n2 | \n  | ^"))
        #expect(printed("a: b", line: 1, column: 99).hasSuffix("|     ^"))
        #expect(printed("a: b", line: 9, column: 1) == "a.yaml:9:1: error[bad-value]: no")
        #expect(printed("", line: 0, column: 0, hint: "h") == "a.yaml:0:0: error[bad-value]: no\nhelp: h")
        #expect(printed("a: b\r\nc: d", line: 2, column: 4).hasSuffix("1 | a: b\n2 | c: d\n  |    ^"))
    }

    @Test("colour is for those who ask for it")
    func colour() {
        let finding = Finding(
            rule: .badValue, location: SourceLocation(file: "b", line: 1, column: 1), message: "no", hint: nil)
        #expect(
            FindingPrinter(sources: [], isColoured: true).text(of: finding)
                == "b:1:1: \u{1B}[1;31merror[bad-value]\u{1B}[0m: no")
    }
}
