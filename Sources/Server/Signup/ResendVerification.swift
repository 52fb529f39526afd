import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// The answer is the same whether or not a signup waits for this address, and takes about as long. The new link lives
    /// no longer than the old one would have: the handle is held until then.
    func resendVerification(
        _ input: ResendVerification.Input, as caller: Visitor
    ) async throws -> ResendVerification.Outcome {
        let token = try Token.make(prefix: VerificationToken.prefix)
        let secret = VerificationToken(trusted: token.reveal())
        // What is stored for an address that has an account: nobody is ever told it.
        let undisclosed = try Token.make(prefix: VerificationToken.prefix)
        let email = EmailKey(input.email)
        try await database.transaction(for: .address(email)) { transaction in
            guard let signup = try await transaction.newestSignup(of: email) else {
                return try await transaction.pretendToWrite(roundTrips: 4)
            }
            let isKnown = try await transaction.hasAccount(email)
            try await transaction.enter(signup.tenant)
            let hash = isKnown ? undisclosed.hash : token.hash
            guard try await transaction.replaceToken(of: signup, by: hash) else { return }
            let letter =
                isKnown
                ? postOffice.letter(SignupNoticeMail(email: signup.email), to: signup.email)
                : postOffice.letter(
                    VerificationMail(tenantId: signup.tenant, token: secret, slug: signup.handle), to: signup.email)
            try await postOffice.post(letter, for: signup.tenant, in: transaction)
        }
        database.afterCommit { [postOffice] in postOffice.wake() }
        return .accepted(
            MailReceipt(
                email: input.email, emailSent: postOffice.sendsMail,
                verificationToken: postOffice.disclosesTokens ? secret : nil))
    }
}

/// A signup that waits to be verified.
private struct PendingSignup {
    let tenant: TenantId
    let id: SignupId
    let handle: Handle
    let email: Email
}

extension Transaction {
    fileprivate func newestSignup(of email: EmailKey) async throws -> PendingSignup? {
        let rows = try await run(
            """
            SELECT tenant_id, signup_id, handle, email FROM iris.signups
            WHERE email_key = \(email.text) AND used_at IS NULL AND expires_at > now()
            ORDER BY created_at DESC, signup_id DESC LIMIT 1
            """)
        return try rows.first.map { row in
            PendingSignup(
                tenant: try row.value("tenant_id"), id: try row.value("signup_id"), handle: try row.value("handle"),
                email: try row.value("email"))
        }
    }

    /// False when the signup was verified meanwhile.
    fileprivate func replaceToken(of signup: PendingSignup, by hash: [UInt8]) async throws -> Bool {
        let rows = try await run(
            """
            UPDATE iris.signups SET token_hash = \(hash)
            WHERE tenant_id = \(signup.tenant) AND signup_id = \(signup.id) AND used_at IS NULL
            RETURNING signup_id
            """)
        return rows.first != nil
    }
}
