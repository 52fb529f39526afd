import AsyncHTTPClient
import Contract
import Foundation
import NIOCore

/// A program that catches mails and shows them over HTTP, such as Mailpit or MailHog.
struct HTTPCatcher: Mailbox {
    let base: String
    let form: CatcherForm
    private let vigil: MailVigil

    var place: String { "the mail catcher at \(base)" }

    /// - Parameters:
    ///   - base: Where the catcher is; for a list the address of the list, in which `{recipient}` may stand.
    init(base: String, form: CatcherForm, patience: Duration) {
        self.base = base.hasSuffix("/") && form != .list ? String(base.dropLast()) : base
        self.form = form
        vigil = MailVigil(patience: patience, interval: .milliseconds(500))
    }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        // None of them tells of a mail in a way that all have, so they are asked again and again.
        let silence = AsyncStream<Void> { $0.finish() }
        return try await vigil.await(silence) {
            for received in try await mails(to: recipient) where received.isFor(recipient) {
                if let link = received.links(to: mail.page).first(where: { !known.contains($0) }) { return link }
            }
            return nil
        }
    }

    /// The mails that may be the recipient's, newest first.
    private func mails(to recipient: String) async throws -> [ReceivedMail] {
        let reply = try await get(form.address(base, recipient: recipient))
        guard case .success(let json) = Swift.Result(catching: { try JSONParser.parse(reply) }) else {
            throw MailboxUnusable(place, "its reply is not JSON")
        }
        switch form.found(in: json) {
        case .mails(let mails): return mails
        case .addresses(let paths):
            var mails: [ReceivedMail] = []
            for path in paths.prefix(Self.maximumMails) { mails.append(ReceivedMail(try await get(base + path))) }
            return mails
        case nil: throw MailboxUnusable(place, "its reply is not that of \(form.rawValue)")
        }
    }

    /// One for all; it lives as long as the program. That a catcher is not there is known at the first attempt.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    private static let maximumMails = 20
    private static let maximumReply = 16 << 20

    private func get(_ url: String) async throws -> [UInt8] {
        do {
            let response = try await Self.client.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
            guard response.status == .ok else { throw MailboxUnusable(place, "it answers \(response.status.code)") }
            return Array(try await response.body.collect(upTo: Self.maximumReply).readableBytesView)
        } catch let unusable as MailboxUnusable {
            throw unusable
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw MailboxUnusable(place, "\(error)")
        }
    }
}
