import Testing

@testable import Generator

@Suite("the first difference of two texts")
struct FirstDifferenceTests {
    @Test("equal texts have none")
    func none() {
        #expect(FirstDifference(from: "a\nb\n", to: "a\nb\n") == nil)
    }

    @Test(
        "the line, both its forms, and what of the new text is new",
        arguments: [
            ("a\nb\nc\n", "a\nx\nc\n", 2, "b", "x", 2..<3),
            ("a\nc\n", "a\nb\nb\nc\n", 2, "c", "b", 2..<4),
            ("a\nb\nc\n", "a\nc\n", 2, "b", "c", 2..<2),
            ("a\na\n", "a\n", 2, "a", "", 2..<2),
            ("", "a\n", 1, "", "a", 1..<2),
            ("a", "a\n", 2, nil, "", 2..<3),
        ] as [(String, String, Int, String?, String?, Range<Int>)])
    func some(old: String, new: String, line: Int, has: String?, needs: String?, changed: Range<Int>) throws {
        let difference = try #require(FirstDifference(from: old, to: new))
        #expect(difference.line == line)
        #expect(difference.old == has)
        #expect(difference.new == needs)
        #expect(difference.changed == changed)
    }
}
