import Testing

@testable import Conformance

@Suite("a conversation with the mail server of the suite")
struct SMTPSessionTests {
    /// The reply codes, and the mails taken.
    private func hold(
        _ lines: [String], offersTLS: Bool = false
    ) -> (codes: [String], mails: [(text: String, recipients: [String])], ends: Bool) {
        var session = SMTPSession(offersTLS: offersTLS)
        var codes: [String] = []
        var mails: [(String, [String])] = []
        var ends = false
        for line in lines {
            for act in session.take(Array(line.utf8)) {
                switch act {
                case .reply(let text): codes.append(String(text.prefix(3)))
                case .take(let bytes, let recipients):
                    mails.append((String(decoding: bytes, as: UTF8.self), recipients))
                case .startTLS: codes.append("TLS")
                case .close: ends = true
                }
            }
        }
        return (codes, mails, ends)
    }

    private let opening = [
        "EHLO client", "MAIL FROM:<a@x.example> SIZE=100 BODY=8BITMIME", "RCPT TO:<jane@example.org>",
    ]

    @Test("a mail is taken with all its recipients, and the dots that were doubled are single")
    func mail() {
        let (codes, mails, ends) = hold(
            opening + ["rcpt to: <bob@example.org>", "DATA", "To: jane", "", "..two", ".", "QUIT"])
        #expect(codes == ["250", "250", "250", "250", "354", "250", "221"])
        #expect(mails.map(\.text) == ["To: jane\r\n\r\n.two\r\n"])
        #expect(mails.map(\.recipients) == [["jane@example.org", "bob@example.org"]])
        #expect(ends)
    }

    @Test("a conversation may hold several mails, and RSET forgets one that was begun")
    func several() {
        let (_, mails, _) = hold(
            opening + ["RSET"] + opening.dropFirst() + ["DATA", "1", "."] + opening + ["DATA", "2", "."])
        #expect(mails.map(\.text) == ["1\r\n", "2\r\n"])
        #expect(mails.map(\.recipients) == [["jane@example.org"], ["jane@example.org"]])
    }

    @Test("what is out of order or unknown is refused, and not without end")
    func order() {
        #expect(hold(["RCPT TO:<a@b>"]).codes == ["503"])
        #expect(hold(["MAIL FROM:<>", "DATA"]).codes == ["250", "503"])
        #expect(hold(["MAIL FROM:<>", "MAIL FROM:<>"]).codes == ["250", "503"])
        #expect(
            hold(["MAIL a@b", "MAIL FROM:a@b", "BDAT 1 LAST", "", "STARTTLS"]).codes == [
                "501", "501", "502", "502", "502",
            ])
        let endless = hold(Array(repeating: "X", count: SMTPSession.maximumErrors))
        #expect(endless.codes.last == "421" && endless.ends)
    }

    @Test("AUTH takes whatever is presented, in each of its forms")
    func authentication() {
        #expect(hold(["AUTH PLAIN AGEAYg=="]).codes == ["235"])
        #expect(hold(["AUTH PLAIN", "AGEAYg=="]).codes == ["334", "235"])
        #expect(hold(["AUTH LOGIN", "YQ==", "Yg==", "NOOP"]).codes == ["334", "334", "235", "250"])
        #expect(hold(["AUTH LOGIN YQ==", "Yg=="]).codes == ["334", "235"])
        #expect(hold(["AUTH CRAM-MD5"]).codes == ["504"])
    }

    @Test("TLS begins a new conversation")
    func startTLS() {
        let (codes, _, _) = hold(opening + ["STARTTLS", "DATA"], offersTLS: true)
        #expect(codes == ["250", "250", "250", "220", "TLS", "503"])
    }

    @Test("mails and recipients have bounds")
    func bounds() {
        #expect(hold(["MAIL FROM:<a@b> SIZE=\(SMTPSession.maximumSize + 1)"]).codes == ["552"])
        let many = hold(
            ["MAIL FROM:<a@b>"] + Array(repeating: "RCPT TO:<a@b>", count: SMTPSession.maximumRecipients + 1))
        #expect(many.codes.last == "452")
        let line = String(repeating: "x", count: 1 << 19)
        let large = hold(opening + ["DATA"] + Array(repeating: line, count: 24) + ["."])
        #expect(large.codes.last == "552" && large.mails.isEmpty)
        let endless = hold(opening + ["DATA"] + Array(repeating: line, count: 90))
        #expect(endless.codes.last == "552" && endless.ends)
    }
}
