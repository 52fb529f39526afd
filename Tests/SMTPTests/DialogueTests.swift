import Testing

@testable import SMTP

@Suite("what the conversation tells")
struct DialogueTests {
    @Test("a mail is the server's once it says so after the content, not before")
    func acceptance() {
        var dialogue = Dialogue(needs: .init())
        for (verb, line) in [("EHLO", "250 OK"), ("MAIL", "250 OK"), ("RCPT", "250 OK"), ("DATA", "354 go")] {
            dialogue.sent(verb: verb)
            let goesOn1 = dialogue.received(line: line)
            #expect(goesOn1)
            #expect(!dialogue.isAccepted)
        }
        #expect(dialogue.step == .content)
        let goesOn2 = dialogue.received(line: "250 2.0.0 queued")
        #expect(goesOn2)
        #expect(dialogue.isAccepted)
    }

    @Test("a no to our farewell is not a no to the mail")
    func farewell() {
        var dialogue = Dialogue(needs: .init())
        dialogue.sent(verb: "RCPT")
        _ = dialogue.received(line: "550-5.1.1 nobody")
        _ = dialogue.received(line: "550 5.1.1 here")
        dialogue.sent(verb: "QUIT")
        _ = dialogue.received(line: "421 4.3.2 closing")
        #expect(dialogue.step == .recipient && dialogue.isLeaving)
        #expect(dialogue.refusal?.code == 550 && dialogue.refusal?.enhancedCode == "5.1.1")
    }

    @Test("what was offered before TLS does not count")
    func offersBeforeTLS() {
        var dialogue = Dialogue(needs: .init(authentication: true, startTLS: true))
        dialogue.sent(verb: "EHLO")
        let goesOn1 = dialogue.received(line: "250-AUTH PLAIN")
        #expect(goesOn1)
        let goesOn2 = dialogue.received(line: "250 STARTTLS")
        #expect(goesOn2)
        dialogue.sent(verb: "STARTTLS")
        let goesOn3 = dialogue.received(line: "220 go")
        #expect(goesOn3)
        dialogue.sent(verb: "EHLO")
        let goesOn4 = dialogue.received(line: "250 SIZE")
        #expect(!goesOn4)
        #expect(dialogue.objection == .noAuthentication)
    }

    @Test("a line of credentials is no command, whatever it looks like")
    func credentials() {
        var dialogue = Dialogue(needs: .init())
        dialogue.sent(verb: "AUTH")
        _ = dialogue.received(line: "334 VXNlcm5hbWU6")
        dialogue.sent(verb: "DATA")
        _ = dialogue.received(line: "535 5.7.8 no")
        #expect(dialogue.step == .authentication)
    }

    @Test(
        "a reply's codes are read, and nothing that is no code",
        arguments: [
            ("250 OK", 250, nil), ("550 5.1.1 no", 550, "5.1.1"), ("550-5.1.1", 550, "5.1.1"), ("451 4.x", 451, nil),
            ("550 10.0.0.1", 550, nil), ("554 5.1", 554, nil), ("250", 250, nil),
        ] as [(String, Int, String?)])
    func replies(line: String, code: Int, enhanced: String?) {
        let reply = SMTPReply(line: line)
        #expect(reply?.code == code)
        #expect(reply?.enhancedCode == enhanced)
    }
}
