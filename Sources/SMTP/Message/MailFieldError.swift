/// A field of a mail that cannot be sent, by its name; the value is never repeated.
public struct MailFieldError: Error, Equatable, CustomStringConvertible {
    /// The fields that are looked at.
    public enum Field: String, Sendable {
        case sender, senderName = "sender's name", recipient, subject, messageID = "message id", text, html
    }

    public let field: Field
    /// What is wrong with it, as the end of a sentence.
    public let problem: String

    public var description: String { "the mail's \(field.rawValue) \(problem)" }
}
