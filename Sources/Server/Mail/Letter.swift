import Generated

/// A mail that is ready to go: plain text, with its link alone on a line.
struct Letter: Sendable {
    let recipient: Email
    let subject: String
    let body: String
}

extension PostOffice {
    func letter(_ mail: VerificationMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: VerificationMail.subject,
            body: """
                Welcome to Iris.

                Confirm your address to open your workspace. The link works once, for 24 hours:

                \(mail.link(on: site))

                If you did not ask for a workspace, ignore this mail; nothing will happen.
                """)
    }

    func letter(_ mail: SignupNoticeMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: SignupNoticeMail.subject,
            body: """
                Somebody, perhaps you, tried to open a workspace with this address, which has an account already.

                Sign in here instead:

                \(mail.link(on: site))

                If it was not you, ignore this mail; nothing has changed.
                """)
    }

    func letter(_ mail: InvitationMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: InvitationMail.subject,
            body: """
                You are invited to a workspace on Iris.

                Accept and choose a password. The link works once, for 7 days:

                \(mail.link(on: site))

                If you do not know the sender, ignore this mail; nothing will happen.
                """)
    }
}
