import Generated
import Runtime
import Testing

@Suite("frames that clients send")
struct ReceivedFrameTests {
    private let channel = "019b0000-0000-7000-8000-000000000001"

    private func read(_ text: String) -> ReceivedFrame { ReceivedFrame(Array(text.utf8)) }

    private func problem(_ text: String) -> FrameProblem? {
        if case .failure(let problem) = read(text).content { problem } else { nil }
    }

    /// The frame's problems as `pointer code`.
    private func fieldProblems(_ text: String) -> [String] {
        guard case .invalidFields(let all)? = problem(text) else { return [] }
        return all.map { "\($0.pointer) \($0.code)" }
    }

    @Test("the type may stand behind the fields that it gives a meaning to, and unknown fields are ignored")
    func order() throws {
        let frame = read(#"{"x":[{}],"after_seq":7,"channel_id":"\#(channel)","ref":"f-1","type":"subscribe"}"#)
        #expect(frame.ref?.text == "f-1")
        guard case .subscribe(let subscribe) = try frame.content.get() else {
            Issue.record("another frame was read")
            return
        }
        #expect(subscribe.channelId.description == channel)
        #expect(subscribe.afterSeq?.value == 7)
    }

    @Test("a frame without fields is read, and so is one without an optional field")
    func small() throws {
        guard case .ping = try read(#"{"type":"ping"}"#).content.get() else {
            Issue.record("another frame was read")
            return
        }
        guard
            case .subscribe(let subscribe) = try read(#"{"type":"subscribe","channel_id":"\#(channel)"}"#).content.get()
        else {
            Issue.record("another frame was read")
            return
        }
        #expect(subscribe.afterSeq == nil)
    }

    @Test("no JSON, an unknown type and wrong fields are told apart, and the ref is kept")
    func problems() {
        #expect(problem(#"{"type":"ping""#) == .invalidJSON)
        #expect(problem(#"{"type":"pong","ref":"a"}"#) == .unknownType)
        #expect(read(#"{"type":"pong","ref":"a"}"#).ref?.text == "a")
        let wrong = #"{"type":"typing","ref":"b","channel_id":"no"}"#
        #expect(fieldProblems(wrong) == ["/channel_id malformed", "/is_typing required"])
        #expect(read(wrong).ref?.text == "b")
    }

    @Test("an optional field that breaks its rules is refused, not dropped")
    func optional() {
        #expect(
            fieldProblems(#"{"type":"subscribe","channel_id":"\#(channel)","after_seq":-1}"#) == ["/after_seq tooSmall"]
        )
        #expect(fieldProblems(#"{"type":"ping","ref":5}"#) == ["/ref wrongType"])
    }

    @Test("a frame without a type, or that is no object, is refused")
    func untyped() {
        #expect(fieldProblems(#"{"ref":"a"}"#) == ["/type required"])
        #expect(fieldProblems("[]") == [" wrongType"])
    }

    @Test("a presented token is shown nowhere")
    func secret() throws {
        let frame = try read(#"{"type":"auth","token":"iris_chat_secret"}"#).content.get()
        guard case .auth(let auth) = frame else {
            Issue.record("another frame was read")
            return
        }
        #expect(auth.token.text == "iris_chat_secret")
        #expect(!String(reflecting: frame).contains("iris_chat_secret"))
        #expect(!"\(frame)".contains("iris_chat_secret"))
    }
}
