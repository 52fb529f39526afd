import Contract
import Foundation
import NIOCore
import NIOSSL

/// A folder of a mail server, read over IMAP (RFC 3501). Nothing in it is changed: it is opened for reading only.
struct IMAPMailbox: Mailbox {
    let server: IMAPServer
    let password: String
    let patience: Duration
    /// Certificates to trust besides those of the system.
    let trust: [NIOSSLCertificate]
    /// How often to look where the server does not tell of mails.
    var interval = Duration.seconds(2)
    /// Servers allow few connections of one user.
    private let turnstile = Turnstile(limit: 4)

    init(server: IMAPServer, password: String, patience: Duration, trust: [NIOSSLCertificate] = []) {
        self.server = server
        self.password = password
        self.patience = patience
        self.trust = trust
    }

    var place: String { "the folder \(server.folder) of \(server.user) on \(server.host)" }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        await turnstile.enter()
        do {
            let link = try await search(mail, recipient, known)
            await turnstile.leave()
            return link
        } catch {
            await turnstile.leave()
            try Task.checkCancellation()
            throw MailboxUnusable(place, "\(error)")
        }
    }

    /// Whatever the server does, this ends.
    private func search(
        _ mail: Mail, _ recipient: String, _ known: [[String: String]]
    ) async throws -> [String: String]? {
        let deadline = ContinuousClock().now + patience
        return try await withThrowingTaskGroup(of: [String: String]?.self) { tasks in
            defer { tasks.cancelAll() }
            tasks.addTask {
                try await IMAPConnection.with(server, trust: trust) { connection in
                    try await logIn(&connection)
                    try await connection.askCapabilities()
                    try await connection.command("EXAMINE \(Self.quoted(server.folder))")
                    var search = IMAPSearch(recipient: recipient, page: mail.page, known: known)
                    while true {
                        if let link = try await search.look(&connection) { return link }
                        let rest = deadline - ContinuousClock().now
                        guard rest > .zero else { return nil }
                        try await connection.awaitMails(for: min(rest, .seconds(600)), interval: interval)
                    }
                }
            }
            tasks.addTask {
                try await Task.sleep(until: deadline + .seconds(30), clock: .continuous)
                throw IMAPConnection.Refused(description: "the server does not answer")
            }
            return try await tasks.next() ?? nil
        }
    }

    private func logIn(_ connection: inout IMAPConnection) async throws {
        guard connection.capabilities.contains("AUTH=PLAIN") else {
            guard !connection.capabilities.contains("LOGINDISABLED") else {
                throw IMAPConnection.Refused(description: "the server lets nobody in with a password")
            }
            try await connection.command("LOGIN \(Self.quoted(server.user)) \(Self.quoted(password))")
            return
        }
        let credentials = Data("\0\(server.user)\0\(password)".utf8).base64EncodedString()
        let tag = try await connection.begin("AUTHENTICATE PLAIN")
        guard try await connection.response().tag == "+" else {
            throw IMAPConnection.Refused(description: "the server offers AUTHENTICATE PLAIN and does not take it")
        }
        try await connection.send(credentials)
        _ = try await connection.responses(to: tag)
    }

    /// A text as a quoted string, with what cannot stand in one left out.
    static func quoted(_ text: String) -> String {
        let safe = text.filter { !$0.isNewline && $0 != "\0" }
        return "\"" + safe.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
