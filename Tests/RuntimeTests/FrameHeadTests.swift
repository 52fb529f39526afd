import Runtime
import Testing

@Suite("the head of a frame")
struct FrameHeadTests {
    private struct Ref: TextScalar {
        static let rule = TextRule(1...4)
        let text: String

        init(trusted text: String) { self.text = text }
    }

    /// The head as `type ref`, and its problems as `pointer code`.
    private func read(_ text: String) throws(FrameProblem) -> (head: String, problems: [String]) {
        var problems = FieldProblems()
        let head = try FrameHead<Ref>(Array(text.utf8), &problems)
        return ("\(head.type ?? "-") \(head.ref?.text ?? "-")", problems.all.map { "\($0.pointer) \($0.code)" })
    }

    @Test(
        "the type and the ref are found wherever they stand",
        arguments: [
            #"{"type":"ping","ref":"a"}"#,
            #"{"x":{"type":"no","ref":"no"},"ref":"a","y":["type"],"type":"ping"}"#,
            #" { "ref" : "a" , "type" : "p\u0069ng" } "#,
        ])
    func anywhere(_ text: String) throws {
        let read = try read(text)
        #expect(read.head == "ping a")
        #expect(read.problems.isEmpty)
    }

    @Test("a missing type, a type that is no string and a frame that is no object are told apart")
    func untyped() throws {
        let missing = try read(#"{"ref":"a"}"#)
        #expect(missing.head == "- a")
        #expect(missing.problems == ["/type required"])
        let number = try read(#"{"type":7,"ref":"a"}"#)
        #expect(number.head == "- a")
        #expect(number.problems == ["/type wrongType"])
        #expect(try read(#"["type"]"#).problems == [" wrongType"])
    }

    @Test("a ref that breaks its rules is a problem, and the type is kept")
    func badRef() throws {
        let long = try read(#"{"type":"ping","ref":"abcde"}"#)
        #expect(long.head == "ping -")
        #expect(long.problems == ["/ref tooLong"])
        #expect(try read(#"{"type":"ping","ref":null}"#).problems == ["/ref wrongType"])
    }

    @Test(
        "what is not JSON is refused, however much of it was read",
        arguments: ["", "{", #"{"type":"ping"}}"#, #"{"type":"ping","x":}"#, #"{"type":"ping" "ref":"a"}"#, "ping"])
    func noJSON(_ text: String) {
        #expect(throws: FrameProblem.invalidJSON) { try read(text) }
    }
}
