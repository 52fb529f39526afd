import Testing

@testable import SMTP

@Suite("what an SMTP URL says")
struct SMTPServerTests {
    @Test("ports and protection have their defaults")
    func defaults() throws {
        let submission = try SMTPServer(url: "smtp://mail.example.com")
        #expect(submission.port == 587 && submission.security == .startTLS && submission.credentials == nil)
        let implicit = try SMTPServer(url: "smtps://mail.example.com/")
        #expect(implicit.port == 465 && implicit.security == .implicitTLS)
        let other = try SMTPServer(url: "SMTP://mail.example.com:2525?ca=/etc/mail/ca%20file.pem")
        #expect(other.port == 2525 && other.certificateAuthorityFile == "/etc/mail/ca file.pem")
    }

    @Test("user and password are percent-decoded, and an @ in them may stand as it is")
    func credentials() throws {
        let server = try SMTPServer(url: "smtp://ada%40example.com:p%3Aw%2F%C3%BC+@w@mail.example.com:587")
        #expect(server.credentials?.user == "ada@example.com")
        #expect(server.credentials?.password == "p:w/ü+@w")
        #expect(server.host == "mail.example.com")
    }

    @Test(
        "a loopback address needs no TLS and can ask for it",
        arguments: ["localhost", "127.0.0.1", "127.3.2.1", "[::1]"])
    func loopback(host: String) throws {
        #expect(try SMTPServer(url: "smtp://\(host):25").security == .plainText)
        #expect(try SMTPServer(url: "smtp://\(host)?starttls=never").security == .plainText)
        #expect(try SMTPServer(url: "smtp://\(host)?starttls=always").security == .startTLS)
    }

    @Test(
        "no other host goes without TLS",
        arguments: [
            "mail.example.com", "localhost.example.com", "127.0.0.1.example.com", "128.0.0.1", "[::2]", "127.1",
        ])
    func elsewhere(host: String) throws {
        #expect(try SMTPServer(url: "smtp://\(host)").security == .startTLS)
        #expect(throws: SMTPURLError.plainText) { try SMTPServer(url: "smtp://\(host)?starttls=never") }
    }

    @Test(
        "a mistake is named",
        arguments: [
            ("http://mail.example.com", SMTPURLError.scheme), ("mail.example.com:587", .scheme), ("", .scheme),
            ("smtp://", .host), ("smtp://:587", .host), ("smtp://exa mple.com", .host), ("smtp://[::1", .host),
            ("smtp://mail\r\nQUIT", .host), ("smtp://[mail]", .host), ("smtp://[::1]x", .host),
            ("smtp://mail:0", .port), ("smtp://mail:65536", .port), ("smtp://mail:", .port), ("smtp://mail:+25", .port),
            ("smtp://ada@mail", .credentials), ("smtp://:word@mail", .credentials), ("smtp://ada:@mail", .credentials),
            ("smtp://ada:a%0D%0Ab@mail", .credentials), ("smtp://ada:a%00b@mail", .credentials),
            ("smtp://ada:a%zz@mail", .percentEncoding), ("smtp://ada:a%ff@mail", .percentEncoding),
            ("smtp://mail/inbox", .path), ("smtp://mail#top", .path), ("smtp://ada:a/b@mail", .path),
            ("smtp://mail?tls=1", .parameter), ("smtp://mail?ca=/a&ca=/b", .parameter),
            ("smtp://mail?starttls=maybe", .startTLS), ("smtps://mail?starttls=always", .startTLS),
            ("smtp://mail?ca=relative.pem", .certificateAuthority), ("smtp://localhost?ca=/a", .certificateAuthority),
        ])
    func mistakes(url: String, error: SMTPURLError) {
        #expect(throws: error) { try SMTPServer(url: url) }
    }

    @Test("no description, dump or error shows the password")
    func secrecy() throws {
        let server = try SMTPServer(url: "smtp://ada:hunter2@mail.example.com")
        var dumped = ""
        dump(server, to: &dumped)
        dump(server.credentials, to: &dumped)
        let shown = "\(server) \(String(reflecting: server)) \(server.credentials as Any) \(dumped)"
        #expect(shown.contains("smtp://mail.example.com:587"))
        #expect(!shown.contains("hunter2") && !shown.contains("ada"))
        for url in ["ada:hunter2@mail", "smtp://ada:hunter2", "smtp://ada:x?hunter2@mail", "smtp://ada:x/hunter2@mail"]
        {
            let error = #expect(throws: SMTPURLError.self) { try SMTPServer(url: url) }
            #expect(error.map { "\($0)".contains("hunter2") } == false)
        }
    }
}
