/// One conversation with a client that hands over mails (RFC 5321), apart from the connection that it is held over.
///
/// Every mail for everybody is taken: this is where mails end. AUTH is offered and anything presented is right, since a
/// deployment may be set up with the credentials of its usual server.
struct SMTPSession {
    /// The size from which on a mail is refused, in bytes.
    static let maximumSize = 10 << 20
    static let maximumRecipients = 100
    /// How long a line may be, in bytes. Mails of one endless line exist.
    static let maximumLine = 1 << 20
    /// How many commands may be wrong before the conversation is ended.
    static let maximumErrors = 20

    /// What a line leads to.
    enum Act: Equatable {
        case reply(String)
        /// A mail is complete.
        case take(bytes: [UInt8], recipients: [String])
        /// TLS begins behind the reply; the client's next line is the first of a new conversation.
        case startTLS
        case close
    }

    private enum State {
        case command
        case data
        /// How many more lines of credentials come.
        case credentials(Int)
    }

    private var state = State.command
    private let offersTLS: Bool
    private var sender: String?
    private var recipients: [String] = []
    /// What is kept of the mail that is coming, and how many bytes of it have come.
    private var mail: [UInt8] = []
    private var size = 0
    private var errors = 0

    init(offersTLS: Bool) { self.offersTLS = offersTLS }

    static let greeting = "220 iris-conformance takes mails"

    /// Ends a conversation before it begins.
    static let full: [Act] = [.reply("421 4.3.2 come later"), .close]

    /// Takes a line without its end.
    mutating func take(_ line: [UInt8]) -> [Act] {
        switch state {
        case .data: takeData(line)
        case .credentials(let more): takeCredentials(more)
        case .command: takeCommand(String(decoding: line, as: UTF8.self))
        }
    }

    /// Ends a conversation whose line is endless.
    static let overlong: [Act] = [.reply("500 5.5.2 the line is too long"), .close]

    private mutating func takeCommand(_ line: String) -> [Act] {
        let verb = line.prefix { $0 != " " }.uppercased()
        let argument = line.dropFirst(verb.count).drop { $0 == " " }
        switch verb {
        case "EHLO":
            reset()
            return [.reply(extensions)]
        case "HELO":
            reset()
            return [.reply("250 iris-conformance")]
        case "MAIL": return begin(argument)
        case "RCPT": return recipient(argument)
        case "DATA":
            guard !recipients.isEmpty else { return wrong("503 5.5.1 no recipient has been named") }
            state = .data
            return [.reply("354 end the mail with a dot on a line of its own")]
        case "RSET":
            reset()
            return [.reply("250 2.0.0 forgotten")]
        case "NOOP": return [.reply("250 2.0.0 yes")]
        case "VRFY": return [.reply("252 2.1.5 every address takes mails")]
        case "AUTH": return authenticate(argument)
        case "STARTTLS" where offersTLS:
            reset()
            return [.reply("220 2.0.0 go ahead"), .startTLS]
        case "QUIT": return [.reply("221 2.0.0 goodbye"), .close]
        default: return wrong("502 5.5.1 that command is not known here")
        }
    }

    private var extensions: String {
        let offered = ["PIPELINING", "SIZE \(Self.maximumSize)", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"]
        let lines = ["iris-conformance"] + offered + (offersTLS ? ["STARTTLS"] : [])
        return lines.enumerated().map { index, line in
            "250\(index == lines.count - 1 ? " " : "-")\(line)"
        }.joined(separator: "\r\n")
    }

    private mutating func reset() {
        sender = nil
        recipients = []
        mail = []
        size = 0
    }

    private mutating func wrong(_ reply: String) -> [Act] {
        errors += 1
        return errors < Self.maximumErrors ? [.reply(reply)] : [.reply("421 4.7.0 too many errors"), .close]
    }

    private mutating func begin(_ argument: Substring) -> [Act] {
        guard sender == nil else { return wrong("503 5.5.1 a sender has been named") }
        guard let (address, parameters) = path(argument, after: "FROM:") else {
            return wrong("501 5.5.4 MAIL FROM:<address> was expected")
        }
        let size = parameters.split(separator: " ").first { $0.uppercased().hasPrefix("SIZE=") }
        if let size = size.flatMap({ Int($0.dropFirst(5)) }), size > Self.maximumSize {
            return [.reply("552 5.3.4 the mail is too large")]
        }
        sender = address
        return [.reply("250 2.1.0 fine")]
    }

    private mutating func recipient(_ argument: Substring) -> [Act] {
        guard sender != nil else { return wrong("503 5.5.1 no sender has been named") }
        guard let (address, _) = path(argument, after: "TO:"), !address.isEmpty else {
            return wrong("501 5.5.4 RCPT TO:<address> was expected")
        }
        guard recipients.count < Self.maximumRecipients else { return [.reply("452 4.5.3 too many recipients")] }
        recipients.append(address)
        return [.reply("250 2.1.5 fine")]
    }

    /// The address in angle brackets behind a keyword, and what follows it.
    private func path(_ argument: Substring, after keyword: String) -> (address: String, parameters: Substring)? {
        guard argument.uppercased().hasPrefix(keyword) else { return nil }
        let rest = argument.dropFirst(keyword.count).drop { $0 == " " }
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        return (String(rest[rest.index(after: rest.startIndex)..<end]), rest[rest.index(after: end)...])
    }

    private mutating func authenticate(_ argument: Substring) -> [Act] {
        let words = argument.split(separator: " ")
        switch (words.first?.uppercased(), words.count) {
        case ("PLAIN", 2): return [.reply("235 2.7.0 welcome")]
        case ("PLAIN", 1), ("LOGIN", 2):
            state = .credentials(1)
            return [.reply(words.count == 1 ? "334 " : "334 UGFzc3dvcmQ6")]
        case ("LOGIN", 1):
            state = .credentials(2)
            return [.reply("334 VXNlcm5hbWU6")]
        default: return wrong("504 5.5.4 PLAIN and LOGIN are offered")
        }
    }

    private mutating func takeCredentials(_ more: Int) -> [Act] {
        state = more > 1 ? .credentials(more - 1) : .command
        return [.reply(more > 1 ? "334 UGFzc3dvcmQ6" : "235 2.7.0 welcome")]
    }

    private mutating func takeData(_ line: [UInt8]) -> [Act] {
        let dot = UInt8(ascii: ".")
        if line == [dot] {
            defer { reset() }
            state = .command
            guard size <= Self.maximumSize else { return [.reply("552 5.3.4 the mail is too large")] }
            return [.take(bytes: mail, recipients: recipients), .reply("250 2.0.0 taken")]
        }
        size += line.count + 2
        guard size <= 4 * Self.maximumSize else { return [.reply("552 5.3.4 the mail is far too large"), .close] }
        // What is beyond what is read of a mail need not be kept.
        if mail.count < MIMEReader.maximumSize {
            mail += line.first == dot ? line.dropFirst() : line[...]
            mail += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
        return []
    }
}
