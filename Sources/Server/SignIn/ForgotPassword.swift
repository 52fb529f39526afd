import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// The answer is the same whether or not the address is known, and takes about as long: whoever waits for it sees as
    /// many round trips and as many writes.
    func forgotPassword(_ input: ForgotPassword.Input, as caller: Visitor) async throws -> ForgotPassword.Outcome {
        let token = try Token.make(prefix: ResetToken.prefix)
        let secret = ResetToken(trusted: token.reveal())
        let email = EmailKey(input.email)
        try await database.transaction(for: .address(email)) { transaction in
            let account = try await transaction.account(with: email)
            try await transaction.enter(account?.tenant ?? TenantId.new())
            guard let account, try await transaction.addReset(of: account, tokenHash: token.hash) else {
                return try await transaction.pretendToWrite(roundTrips: 2)
            }
            try await postOffice.post(
                postOffice.letter(PasswordResetMail(token: secret), to: account.email), for: account.tenant,
                in: transaction)
        }
        database.afterCommit { [postOffice] in postOffice.wake() }
        return .accepted(
            ResetReceipt(
                email: input.email, emailSent: postOffice.sendsMail,
                resetToken: postOffice.disclosesTokens ? secret : nil))
    }
}

extension ResetToken {
    static let prefix = "iris_rst_"
}

/// Who is behind an address.
private struct Account {
    let tenant: TenantId
    let user: UserId
    /// As its owner writes it.
    let email: Email
}

extension Transaction {
    fileprivate func account(with email: EmailKey) async throws -> Account? {
        let rows = try await run("SELECT tenant_id, user_id, email FROM iris.users WHERE email_key = \(email.text)")
        return try rows.first.map { row in
            Account(
                tenant: try row.value("tenant_id"), user: try row.value("user_id"), email: try row.value("email"))
        }
    }

    /// False when the member has been removed meanwhile.
    fileprivate func addReset(of account: Account, tokenHash: [UInt8]) async throws -> Bool {
        let rows = try await run(
            """
            INSERT INTO iris.password_resets (tenant_id, reset_id, user_id, token_hash, expires_at)
            SELECT tenant_id, \(PasswordResetId.new()), user_id, \(tokenHash), now() + interval '1 hour'
            FROM iris.users WHERE tenant_id = \(account.tenant) AND user_id = \(account.user)
            RETURNING reset_id
            """)
        return rows.first != nil
    }
}

/// The id of a link for choosing a new password; clients never see it.
struct PasswordResetId: Identifier {
    let bits: UUIDBits

    init(_ bits: UUIDBits) { self.bits = bits }
}
