import Contract
import Foundation
import Testing

@testable import Generator

@Suite("reports of differences")
struct DiffReportTests {
    private static func verdict() throws -> DiffVerdict {
        let new = DiffFixture.text.replacing("allow: 10", with: "allow: 9").replacing("A demo.", with: "A | demo.")
            .replacing("noun: Session", with: "noun: Visit").replacing("body_limit: 65536", with: "body_limit: 65537")
        return DiffVerdict(from: try DiffFixture.load(DiffFixture.text), to: try DiffFixture.load(new))
    }

    @Test("people read what breaks first, where it is, why, and how to approve it")
    func text() throws {
        let lines = TextDiffReport.lines(of: try Self.verdict())
        #expect(
            lines.prefix(12).joined(separator: "\n") == """
                BREAKING (1)
                  limits.adding: how much may be asked at once is lower: 10 → 9
                    demo.yaml:28:3  limit-lowered
                    wire: breaking: who kept to the old limit may be refused
                    generated Swift: compatible: what is generated keeps its declarations
                    flows and promises: compatible: checks that follow from the spec follow it; journeys stay
                    approve it with
                      - fingerprint: "9ff4bdffa821437c"
                        rule: limit-lowered
                        subject: 'limits.adding'
                        reason: 

                """)
        #expect(
            lines.filter { $0.contains("(") && $0.first?.isUppercase == true }.map { $0.prefix(10) } == [
                "BREAKING (", "COMPATIBLE", "COMPATIBLE", "DOCUMENTAT",
            ])
        #expect(lines.last == "Not ready: the version goes from 1.0.0 to 1.0.0, and the changes need a major step.")
    }

    @Test("nothing to tell is one line")
    func nothing() throws {
        let spec = try DiffFixture.load(DiffFixture.text)
        let verdict = DiffVerdict(from: spec, to: spec)
        #expect(TextDiffReport.lines(of: verdict) == ["Nothing has changed (1.0.0)."])
        #expect(MarkdownDiffReport.lines(of: verdict) == ["The contract has not changed."])
    }

    @Test("programs read every change with its verdicts")
    func json() throws {
        let text = JSONPrinter.text(of: JSONDiffReport.document(of: try Self.verdict()))
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let changes = try #require(root["changes"] as? [[String: Any]])
        #expect(root["ready"] as? Bool == false && changes.count == 6)
        let lowered = try #require(changes.first { $0["rule"] as? String == "limit-lowered" })
        #expect((lowered["wire"] as? [String: String])?["verdict"] == "breaking")
        #expect(lowered["line"] as? Int == 28 && lowered["fingerprint"] as? String == "9ff4bdffa821437c")
    }

    @Test("a table survives what its cells hold")
    func markdown() throws {
        let lines = MarkdownDiffReport.lines(of: try Self.verdict())
        #expect(lines.contains { $0.contains("A demo. → A \\| demo.") })
        #expect(lines.contains("### Breaking (1)"))
    }
}
