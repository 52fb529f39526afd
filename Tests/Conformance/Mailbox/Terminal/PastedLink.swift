import Contract
import Foundation

/// A person who looks into a mailbox and pastes the link.
struct PastedLink: Mailbox {
    /// Says something to the person.
    let say: @Sendable (String) -> Void
    private let desk: Desk

    var place: String { "the terminal" }

    /// - Parameter read: The next line that the person types; nil once there are no more.
    init(say: @escaping @Sendable (String) -> Void, read: @escaping @Sendable () async -> String?) {
        self.say = say
        desk = Desk(read: read)
    }

    /// A person at the terminal that the suite was started from.
    static var atTerminal: PastedLink {
        PastedLink(
            say: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }, read: { await TerminalInput.line() })
    }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        try await desk.ask { read in
            say("\n\(mail.summary)\nThe mail to \(recipient) should be there: '\(mail.subject)'.")
            say("Paste its link to \(mail.page) and press Enter; an empty line says that no mail came.")
            for _ in 0..<Self.attempts {
                guard let line = await read() else { throw MailboxUnusable(place, "nothing can be typed there") }
                let text = line.trimmingCharacters(in: .whitespaces)
                if text.isEmpty { return nil }
                let pasted = ReceivedMail(texts: [MailText(form: .plain, text: text)], envelope: [])
                let links = pasted.links(to: mail.page)
                if let link = links.first(where: { !known.contains($0) }) { return link }
                say(
                    links.isEmpty
                        ? "That is no link to \(mail.page). Once more:" : "That link has been used. Once more:")
            }
            throw MailboxUnusable(place, "no link to \(mail.page) was pasted in \(Self.attempts) attempts")
        }
    }

    private static let attempts = 5

    /// Where one question is asked at a time, though checks wait at once.
    private struct Desk: Sendable {
        private let turnstile = Turnstile(limit: 1)
        private let read: @Sendable () async -> String?

        init(read: @escaping @Sendable () async -> String?) { self.read = read }

        func ask(
            _ question: @Sendable (@Sendable () async -> String?) async throws -> [String: String]?
        ) async throws -> [String: String]? {
            await turnstile.enter()
            do {
                let answer = try await question(read)
                await turnstile.leave()
                return answer
            } catch {
                await turnstile.leave()
                throw error
            }
        }
    }
}

/// The standard input, line by line.
enum TerminalInput {
    static func line() async -> String? {
        await withCheckedContinuation { continuation in
            // A thread of its own, for reading blocks.
            Thread.detachNewThread { continuation.resume(returning: readLine()) }
        }
    }
}
