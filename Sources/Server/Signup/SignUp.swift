import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// The answer is the same whether or not the address is known: who it belongs to is told by mail only.
    func signUp(_ input: SignUp.Input, as caller: Visitor) async throws -> SignUp.Outcome {
        let context = [input.fullName.text, input.email.text, input.companyName.text, input.slug.text]
        guard PasswordPolicy.accepts(input.password, context: context) else { return .weakPassword }
        let passwordHash = try await passwords.hash(input.password.text)
        let token = try Token.make(prefix: VerificationToken.prefix)
        let tenant = TenantId.new()
        let email = EmailKey(input.email)

        let outcome = try await database.transaction(for: .newTenant(tenant, email, input.slug)) { transaction in
            guard try await transaction.hold(input.slug, for: tenant) else { return SignUp.Outcome.slugTaken }
            let isKnown = try await transaction.hasAccount(email)
            // A known address gets a signup that no link opens: the token that is stored was never told to anyone.
            let stored = isKnown ? try Token.make(prefix: VerificationToken.prefix) : token
            let signup = SignupId.new()
            let expiry = try await transaction.addSignup(
                signup, input, tenant: tenant, passwordHash: passwordHash.encoded, tokenHash: stored.hash)
            let letter =
                isKnown
                ? postOffice.letter(SignupNoticeMail(email: input.email), to: input.email)
                : postOffice.letter(
                    VerificationMail(
                        tenantId: tenant, token: VerificationToken(trusted: token.reveal()), slug: input.slug),
                    to: input.email)
            try await postOffice.post(letter, for: tenant, in: transaction)
            try await transaction.audit(.signupRequested, by: .visitor, of: signup, in: tenant, from: caller.origin)
            return .accepted(
                SignupReceipt(
                    signupId: signup, tenantId: tenant, email: input.email, slug: input.slug,
                    verificationRequired: true, verificationEmailSent: postOffice.sendsMail,
                    verificationToken: postOffice.disclosesTokens ? VerificationToken(trusted: token.reveal()) : nil,
                    expiresAt: expiry))
        }
        database.afterCommit { [postOffice] in postOffice.wake() }
        return outcome
    }
}

extension VerificationToken {
    static let prefix = "iris_vfy_"
}

extension Transaction {
    /// Holds a handle for a pending signup; false when somebody else has it.
    fileprivate func hold(_ handle: Handle, for tenant: TenantId) async throws -> Bool {
        let rows = try await run(
            """
            INSERT INTO iris.handles AS held (handle, tenant_id, held_until)
            VALUES (\(handle), \(tenant), now() + interval '24 hours')
            ON CONFLICT (handle) DO UPDATE SET tenant_id = excluded.tenant_id, held_until = excluded.held_until
            WHERE held.held_until < now()
            RETURNING handle
            """)
        return rows.first != nil
    }

    /// Whether somebody whom the transaction may see has an account with this address: in whatever workspace, if the
    /// address is its subject.
    func hasAccount(_ email: EmailKey) async throws -> Bool {
        try await run("SELECT FROM iris.users WHERE email_key = \(email.text)").first != nil
    }

    fileprivate func addSignup(
        _ signup: SignupId, _ input: SignUp.Input, tenant: TenantId, passwordHash: String, tokenHash: [UInt8]
    ) async throws -> Timestamp {
        let rows = try await run(
            """
            INSERT INTO iris.signups (tenant_id, signup_id, handle, company_name, full_name, email, email_key,
                                      password_hash, plan, token_hash, expires_at)
            VALUES (\(tenant), \(signup), \(input.slug), \(input.companyName), \(input.fullName), \(input.email),
                    \(EmailKey(input.email).text), \(passwordHash), \(input.plan), \(tokenHash),
                    now() + interval '24 hours')
            RETURNING expires_at
            """)
        return try rows.only.value("expires_at")
    }
}
