import IrisClient
import Testing

@Suite("values that somebody has written")
struct WrittenValueTests {
    @Test("what keeps the rule of its type is taken as it is")
    func taken() throws {
        #expect(try Content("Hello,\nworld").text == "Hello,\nworld")
        #expect(try PageSize(7).value == 7)
    }

    @Test("what breaks it is not, and the problem is told without the text")
    func broken() {
        #expect(throws: BrokenRule.self) { try Seq(-1) }
        let broken = #expect(throws: BrokenRule.self) { try Email("ada at iris") }
        #expect(broken?.type == "Email" && broken?.problem.isEmpty == false)
        #expect(broken?.description.contains("ada") == false)
    }
}
