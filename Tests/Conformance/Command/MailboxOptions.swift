import ArgumentParser
import Foundation
import NIOSSL

/// The options that say where the deployment's mails can be read.
struct MailboxOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder in which the deployment leaves its mails, or a Maildir.", valueName: "folder"))
    var mailFolder: String?

    @Option(help: ArgumentHelp("Listen here as the deployment's mail server.", valueName: "host:port"))
    var smtpSink: String?

    @Option(help: ArgumentHelp("The certificate with which the sink offers STARTTLS.", valueName: "file"))
    var smtpSinkCertificate: String?

    @Option(help: ArgumentHelp("The key of that certificate.", valueName: "file"))
    var smtpSinkCertificateKey: String?

    @Option(
        help: ArgumentHelp(
            "A folder of a mail server: imaps://user@host/INBOX. The password is in \(Self.password).",
            valueName: "address"))
    var imap: String?

    @Option(help: ArgumentHelp("A file with that password.", valueName: "file"))
    var imapPasswordFile: String?

    @Option(help: ArgumentHelp("A program that catches mails and shows them over HTTP.", valueName: "address"))
    var mailHttp: String?

    @Option(
        help: """
            What that program is: mailpit, mailhog, or list for one with any JSON list of mails at the address, in \
            which {recipient} may stand.
            """)
    var mailHttpForm = CatcherForm.mailpit

    @Option(help: ArgumentHelp("A command that prints the mail to $IRIS_RECIPIENT, or its link.", valueName: "command"))
    var mailCommand: String?

    @Flag(help: "Ask on the terminal for the link of each mail.")
    var paste = false

    @Option(help: ArgumentHelp("How many seconds a mail may take.", valueName: "seconds"))
    var mailPatience = 15

    @Option(
        help: ArgumentHelp(
            "The addresses that mails are sent to; {} stands for letters: you+{}@example.org.", valueName: "form"))
    var mailAddress = MailAddressForm.default

    @Option(help: ArgumentHelp("Certificates to trust besides the system's, for IMAP.", valueName: "file"))
    var mailTrust: String?

    static let password = "IRIS_CONFORMANCE_IMAP_PASSWORD"

    func validate() throws {
        let media = [mailFolder, smtpSink, imap, mailHttp, mailCommand, paste ? "" : nil].compactMap { $0 }
        guard media.count < 2 else { throw ValidationError("mails are read in one place; more than one is given") }
        guard mailPatience > 0 else { throw ValidationError("--mail-patience is at least 1") }
        guard (smtpSinkCertificate == nil) == (smtpSinkCertificateKey == nil) else {
            throw ValidationError("--smtp-sink-certificate and --smtp-sink-certificate-key go together")
        }
        guard smtpSink == nil || smtpSink.flatMap(SocketPlace.init) != nil else {
            throw ValidationError("--smtp-sink needs a host and a port, such as 127.0.0.1:2525")
        }
    }

    /// The place that was named, ready to be looked into; nil where none was.
    ///
    /// - Throws: `ValidationError`, and `MailboxUnusable` where the sink cannot listen.
    func mailbox(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> (any Mailbox)? {
        let patience = Duration.seconds(mailPatience)
        if let mailFolder { return MailFolder(path: mailFolder, patience: patience) }
        if let place = smtpSink.flatMap(SocketPlace.init) {
            let files = smtpSinkCertificate.flatMap { certificate in
                smtpSinkCertificateKey.map { CertificateFiles(certificate: certificate, key: $0) }
            }
            return try await SMTPSink.listen(on: place, certificate: files, patience: patience)
        }
        if let imap { return try folder(at: imap, environment, patience) }
        if let mailHttp { return HTTPCatcher(base: mailHttp, form: mailHttpForm, patience: patience) }
        if let mailCommand { return CommandMailbox(command: mailCommand, patience: patience) }
        return paste ? PastedLink.atTerminal : nil
    }

    private func folder(
        at address: String, _ environment: [String: String], _ patience: Duration
    ) throws -> IMAPMailbox {
        let server: IMAPServer
        do {
            server = try IMAPServer(url: address)
        } catch {
            throw ValidationError("--imap: \(error)")
        }
        guard let password = try Secret.read(file: imapPasswordFile, variable: Self.password, environment) else {
            throw ValidationError(
                "the password of \(server.user) is missing: set \(Self.password), or --imap-password-file")
        }
        let trust: [NIOSSLCertificate]
        do {
            trust = try mailTrust.map { try NIOSSLCertificate.fromPEMFile($0) } ?? []
        } catch {
            throw ValidationError("--mail-trust: '\(mailTrust ?? "")' has no certificates that can be read")
        }
        return IMAPMailbox(server: server, password: password, patience: patience, trust: trust)
    }
}

extension CatcherForm: ExpressibleByArgument {}
extension MailAddressForm: ExpressibleByArgument {}
