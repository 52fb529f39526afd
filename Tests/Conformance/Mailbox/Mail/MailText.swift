/// A text that a mail carries, decoded.
struct MailText: Equatable, Sendable {
    enum Form: Equatable, Sendable {
        case plain
        case html
    }

    let form: Form
    let text: String
}
