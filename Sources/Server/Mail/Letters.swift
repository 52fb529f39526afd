import Generated

/// The words of the mails that the contract names.
extension PostOffice {
    func letter(_ mail: VerificationMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: VerificationMail.subject,
            opening: [
                "Welcome to Iris.",
                "Confirm your address to open your workspace. The link works once, for 24 hours:",
            ],
            action: "Confirm your address", link: mail.link(on: site),
            closing: ["If you did not ask for a workspace, ignore this mail; nothing will happen."])
    }

    func letter(_ mail: SignupNoticeMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: SignupNoticeMail.subject,
            opening: [
                "Somebody, perhaps you, tried to open a workspace with this address, which has an account already.",
                "Sign in here instead:",
            ],
            action: "Sign in", link: mail.link(on: site),
            closing: ["If it was not you, ignore this mail; nothing has changed."])
    }

    func letter(_ mail: PasswordResetMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: PasswordResetMail.subject,
            opening: [
                "Somebody, perhaps you, has forgotten the password of this address.",
                "Choose a new one here. The link works once, for an hour, and ends all sessions that are open:",
            ],
            action: "Choose a new password", link: mail.link(on: site),
            closing: ["If it was not you, ignore this mail; nothing has changed."])
    }

    func letter(_ mail: InvitationMail, to recipient: Email) -> Letter {
        Letter(
            recipient: recipient, subject: InvitationMail.subject,
            opening: [
                "You are invited to a workspace on Iris.",
                "Accept and choose a password. The link works once, for 7 days:",
            ],
            action: "Accept the invitation", link: mail.link(on: site),
            closing: ["If you do not know the sender, ignore this mail; nothing will happen."])
    }
}
