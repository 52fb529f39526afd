import Foundation

@testable import SMTP

/// A mail with nothing wrong, but for what a test changes.
func testMessage(
    sender: String = "no-reply@iris.example", senderName: String = "Iris", recipient: String = "ada@example.com",
    subject: String = "Confirm your address", messageID: String = "0197.one@iris.example",
    text: String = "Hello Ada,\n\nwelcome.", html: String? = nil
) throws(MailFieldError) -> MailMessage {
    try MailMessage(
        sender: sender, senderName: senderName, recipient: recipient, subject: subject,
        date: Date(timeIntervalSince1970: 1_795_573_230), messageID: messageID, text: text, html: html)
}

/// The failure of a delivery; nil if it succeeded.
func caught(in delivery: () async throws(SMTPFailure) -> Void) async -> SMTPFailure? {
    do {
        try await delivery()
        return nil
    } catch {
        return error
    }
}
