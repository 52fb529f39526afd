extension MailMessage {
    /// The message as RFC 5322 and MIME have it: ASCII but for addresses that are not, lines end in CRLF and have 76
    /// characters at most (a long address may need more). Lines that begin with a dot are as they are: to double the
    /// dot is the transport's matter.
    public var bytes: [UInt8] {
        var lines = [
            HeaderText.mailbox("From", name: senderName, address: sender.text),
            HeaderText.mailbox("To", name: "", address: recipient.text),
            HeaderText.unstructured("Subject", subject),
            "Date: \(MailDate.text(date))",
            "Message-ID: <\(messageID)>",
            // So that no vacation notice and no mailing list answers (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        if let html {
            lines += ["Content-Type: multipart/alternative; boundary=\"\(Self.boundary)\"", ""]
            lines += ["--\(Self.boundary)"] + Self.part("text/plain", text)
            lines += ["--\(Self.boundary)"] + Self.part("text/html", html)
            lines += ["--\(Self.boundary)--"]
        } else {
            lines += Self.part("text/plain", text)
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// Quoted-printable text has no `=_` in it, whatever it says: this is never part of a body.
    private static let boundary = "=_alternative"

    private static func part(_ type: String, _ body: String) -> [String] {
        [
            "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            QuotedPrintable.encode(body),
        ]
    }
}
