import Foundation

/// A mail that a program sends to one person: plain text, and the same as HTML if there is any.
///
/// What is in here can be sent: the initializer refuses what would break out of its field.
public struct MailMessage: Sendable {
    let sender: MailAddress
    let senderName: String
    let recipient: MailAddress
    let subject: String
    let date: Date
    let messageID: String
    let text: String
    let html: String?

    /// - Parameters:
    ///   - sender: The address that the mail comes from; bounces go there too.
    ///   - senderName: Shown instead of the address; may be empty.
    ///   - date: When the mail was written. The same at every attempt, so that every attempt sends the same bytes.
    ///   - messageID: `something@domain`, without angle brackets, the same at every attempt: receivers know by it that
    ///     they have the mail already.
    ///   - text: With any line ends.
    ///   - html: A whole document.
    public init(
        sender: String, senderName: String, recipient: String, subject: String, date: Date, messageID: String,
        text: String, html: String? = nil
    ) throws(MailFieldError) {
        self.sender = try MailAddress(sender, field: .sender)
        self.senderName = try Self.line(senderName, field: .senderName)
        self.recipient = try MailAddress(recipient, field: .recipient)
        self.subject = try Self.line(subject, field: .subject)
        self.date = date
        let id = try MailAddress(messageID, field: .messageID)
        guard !id.needsUTF8 else {
            throw MailFieldError(field: .messageID, problem: "has characters that are not ASCII")
        }
        self.messageID = id.text
        self.text = try Self.body(text, field: .text)
        self.html = if let html { try Self.body(html, field: .html) } else { nil }
    }

    /// Whether an address has characters that only servers with SMTPUTF8 take.
    var needsUTF8: Bool { sender.needsUTF8 || recipient.needsUTF8 }

    private static func line(_ text: String, field: MailFieldError.Field) throws(MailFieldError) -> String {
        guard !ControlCharacters.areIn(text) else {
            throw MailFieldError(field: field, problem: "has line breaks or other control characters")
        }
        guard text.utf8.count <= 998 else { throw MailFieldError(field: field, problem: "is longer than 998 bytes") }
        return text
    }

    private static func body(_ text: String, field: MailFieldError.Field) throws(MailFieldError) -> String {
        guard !text.utf8.contains(0) else { throw MailFieldError(field: field, problem: "has a NUL in it") }
        return text
    }
}
