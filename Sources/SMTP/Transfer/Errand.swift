/// What a conversation is for.
enum Errand: Sendable {
    case send(MailMessage)
    case probe
}
