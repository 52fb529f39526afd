import Foundation
import Runtime

/// A folder that takes mails as files, for development: one `.eml` each, readable by its owner only.
struct MailFolder: Sendable {
    let path: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Makes the folder.
    init(path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Writes the mail under its id, whole or not at all: a second delivery replaces the first.
    func deliver(_ letter: Letter, id: MailId, at time: Timestamp) throws(Failure) {
        let lines = [
            "From: Iris <no-reply@localhost>",
            "To: \(letter.recipient.text)",
            "Subject: \(letter.subject)",
            "Message-ID: <\(id)@localhost>",
            "X-Created: \(time)",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
        ]
        let text = lines.joined(separator: "\r\n") + "\r\n" + letter.body.replacing("\n", with: "\r\n") + "\r\n"
        let target = URL(fileURLWithPath: path).appendingPathComponent("\(id).eml")
        do {
            try Data(text.utf8).write(to: target, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
        } catch {
            throw Failure(description: "the mail folder cannot be written: \(error.localizedDescription)")
        }
    }
}
