import Foundation
import Testing

@testable import Generator

@Suite("docs/diff.md")
struct DiffDocumentTests {
    @Test("the table has every rule, as it is")
    func table() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/diff.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let parts = text.split(separator: "<!-- rules -->", omittingEmptySubsequences: false)
        #expect(parts.count == 3)
        let written = parts.count == 3 ? parts[1].split(separator: "\n").map(String.init) : []
        let expected = RuleTable.lines.filter { !$0.isEmpty }
        #expect(written == expected, "write it anew: iris-generate diff-rules")
    }
}
