import Foundation
import Runtime

/// A folder that takes mails as files, for development: one `.eml` each, readable by its owner only.
struct MailFolder: Carrier {
    let path: String

    /// Makes the folder.
    init(path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Writes the mail under its id, whole or not at all: a second delivery replaces the first.
    func deliver(_ parcel: Parcel) async throws(DeliveryFailure) {
        let lines = [
            "From: Iris <no-reply@localhost>",
            "To: \(parcel.recipient)",
            "Subject: \(parcel.subject)",
            "Message-ID: <\(parcel.id)@localhost>",
            "X-Created: \(parcel.writtenAt)",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
        ]
        let text = lines.joined(separator: "\r\n") + "\r\n" + parcel.text.replacing("\n", with: "\r\n")
        let target = URL(fileURLWithPath: path).appendingPathComponent("\(parcel.id).eml")
        do {
            try Data(text.utf8).write(to: target, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
        } catch {
            throw DeliveryFailure(
                isPermanent: false, description: "the mail folder cannot be written: \(error.localizedDescription)")
        }
    }
}
