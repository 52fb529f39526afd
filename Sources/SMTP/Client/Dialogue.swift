/// What was said so far between libcurl and the server: enough to tell what a failure means. It knows no socket.
struct Dialogue {
    /// What the server was asked for.
    enum Step: Equatable {
        case greeting, hello, startTLS, authentication, sender, recipient, data, content, command
    }

    /// What we need from a server before a mail may be named to it.
    struct Needs {
        var authentication = false
        var startTLS = false
        var utf8 = false
    }

    /// Why we do not go on although the server would.
    enum Objection: Equatable {
        case noAuthentication, noUTF8
    }

    /// What it was last asked for, but for our farewell: what failed, failed before.
    private(set) var step = Step.greeting
    /// Whether we have said our farewell.
    private(set) var isLeaving = false
    /// The last reply, if it was a no; replies to our farewell do not count.
    private(set) var refusal: SMTPReply?
    private(set) var objection: Objection?
    /// Whether the server has said that the mail is now its own.
    private(set) var isAccepted = false

    private let needs: Needs
    private var isProtected = false
    private var extensions: Set<String> = []
    private var awaitsContinuation = false

    init(needs: Needs) {
        self.needs = needs
    }

    /// Takes note of a command. Only its verb is looked at: the rest may be a password or an address.
    mutating func sent(verb: some StringProtocol) {
        // A line after 334 is a part of the credentials, whatever it looks like.
        if step == .authentication, awaitsContinuation { return }
        switch verb {
        case "EHLO", "HELO":
            step = .hello
            extensions = []
        case "STARTTLS": step = .startTLS
        case "AUTH": step = .authentication
        case "MAIL": step = .sender
        case "RCPT": step = .recipient
        case "DATA": step = .data
        case "QUIT": isLeaving = true
        default: step = .command
        }
    }

    /// Takes note of a line that the server sent.
    ///
    /// - Returns: Whether to go on; if not, `objection` says why.
    mutating func received(line: some StringProtocol) -> Bool {
        guard !isLeaving, let reply = SMTPReply(line: line) else { return true }
        if step == .hello, !reply.isNegative {
            let name = line.dropFirst(4).prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            extensions.insert(name.uppercased())
        }
        guard !reply.continues else { return true }
        refusal = reply.isNegative ? reply : nil
        awaitsContinuation = reply.code == 334
        switch step {
        case .startTLS where !reply.isNegative: isProtected = true
        case .data where reply.code == 354: step = .content
        case .content where !reply.isNegative: isAccepted = true
        case .hello where !reply.isNegative: objection = objectionToExtensions()
        default: break
        }
        return objection == nil
    }

    /// What the server offers counts once TLS is on: before, an attacker may have added or removed lines.
    private func objectionToExtensions() -> Objection? {
        if needs.startTLS && !isProtected { return nil }
        if needs.authentication && !extensions.contains("AUTH") { return .noAuthentication }
        if needs.utf8 && !extensions.contains("SMTPUTF8") { return .noUTF8 }
        return nil
    }
}
