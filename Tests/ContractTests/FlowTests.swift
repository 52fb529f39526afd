import Testing

@testable import Contract

@Suite("the language of flows")
struct FlowTests {
    /// The fixture with a list to read and a record to write.
    private static let base = SpecFixture.valid
        .replacingOccurrences(of: "reply: 200 Note\n", with: "reply: 200 [Note]\n")
        .replacingOccurrences(
            of: "request: { title: Title }", with: "request: { title: Title, mark?: Mark, due?: Title? }"
        )
        .replacingOccurrences(
            of: "  NoteId: { id: }", with: "  NoteId: { id: }\n  Mark: { fields: { text: Title, line?: Title? } }"
        )
        .replacingOccurrences(of: "        expect: { title: hello }", with: "        count: 1")

    private func findings(_ part: String, _ edit: String) -> String {
        #expect(Self.base.contains(part))
        return SpecFixture.findings(Self.base.replacingOccurrences(of: part, with: edit))
    }

    @Test("a list is counted, a record is written, and null stands where it may")
    func accepted() throws {
        #expect(SpecFixture.findings(Self.base) == "")
        let edit = "with: { title: hello, mark: { text: first, line: null }, due: null }"
        #expect(findings("with: { title: hello }", edit) == "")
        let text = Self.base.replacingOccurrences(of: "with: { title: hello }", with: edit)
        let contract = try ContractLoader.load([SpecFile(path: "demo.yaml", text: text)]).get()
        let steps = try #require(contract.flows.first).steps
        #expect(steps.map(\.count) == [nil, 1])
        guard case .call(let call) = steps[0].action else { throw Failure() }
        let mark = Flow.Value.record([
            Flow.Input(field: "text", value: .text("first")), Flow.Input(field: "line", value: .null),
        ])
        #expect(call.inputs.map(\.value) == [.text("hello"), mark, .null])
    }

    private struct Failure: Error {}

    @Test(
        "what does not fit is found",
        arguments: [
            ("with: { title: hello }", "with: { title: null }", "flow-type: what stands here is never null"),
            (
                "with: { title: hello }", "with: { title: hello, mark: null }",
                "flow-type: what stands here is never null"
            ),
            (
                "with: { title: hello }", "with: { title: hello, mark: { line: b1 } }",
                "flow-field: the type Mark needs the field 'text'"
            ),
            (
                "with: { title: hello }", "with: { title: hello, mark: { text: b1, lime: b1 } }",
                "flow-field: the type Mark has no field 'lime' (did you mean 'line'?)"
            ),
            (
                "with: { title: hello }", "with: { title: hello, mark: { text: b } }",
                "flow-type: the type Title refuses 'b': it has 1 characters, and at least 2 are needed"
            ),
            ("with: { title: hello }", "with: { title: { text: b1 } }", "flow-type: the type Title is no record"),
            ("count: 1", "count: few", "bad-value: a count is a whole number from 0 on"),
            ("count: 1", "count: -1", "bad-value: a count is a whole number from 0 on"),
            (
                "with: { title: hello }", "with: { title: hello }\n        count: 1",
                "flow-field: the reply is no list, so there is nothing to count"
            ),
        ])
    func refused(_ part: String, _ edit: String, _ expected: String) {
        let findings = findings(part, edit)
        #expect(findings.hasSuffix(expected) && findings.split(separator: "\n").count == 1, "\(findings)")
    }
}
