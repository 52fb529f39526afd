import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// Sets up the tenant, its policies, its widget, its owner and the owner's session, all or nothing.
    func verifySignup(_ input: VerifySignup.Input, as caller: Visitor) async throws -> VerifySignup.Outcome {
        guard let token = Token.parse(input.token.text, prefix: VerificationToken.prefix) else { return .notFound }
        do {
            return try await database.transaction(for: .tokenHolder(hash: token.hash)) { transaction in
                guard try await transaction.enterSignup(of: input.tenantId, tokenHash: token.hash),
                    let signup = try await transaction.lockSignup(tokenHash: token.hash)
                else { return .notFound }
                if signup.isUsed { return .alreadyUsed }
                if signup.isExpired { return .tokenExpired }
                // Who verifies at the last instant may find that somebody else holds the handle meanwhile.
                guard try await transaction.keepHandle(signup.handle, for: input.tenantId) else { return .tokenExpired }
                let owner = try await transaction.provision(signup, tenant: input.tenantId)
                try await transaction.audit(
                    .tenantProvisioned, by: .member(owner), of: input.tenantId, in: input.tenantId,
                    from: caller.origin)
                return .created(try await transaction.openSession(of: owner, in: input.tenantId))
            }
        } catch let error as PostgresError where error.violates(.uniqueViolation, of: "users_email_key_key") {
            return .alreadyMember
        }
    }
}

/// A signup as it was stored.
private struct StoredSignup {
    let id: SignupId
    let handle: Handle
    let companyName: CompanyName
    let fullName: FullName
    let email: Email
    let passwordHash: String
    let plan: Plan
    let isUsed: Bool
    let isExpired: Bool
}

extension Transaction {
    /// Enters the tenant, if the token is that of a signup for it.
    fileprivate func enterSignup(of tenant: TenantId, tokenHash: [UInt8]) async throws -> Bool {
        let rows = try await run(
            "SELECT FROM iris.signups WHERE token_hash = \(tokenHash) AND tenant_id = \(tenant)")
        guard rows.first != nil else { return false }
        try await enter(tenant)
        return true
    }

    /// Reads the signup under a row lock, so that of two verifications one sees the other's mark.
    fileprivate func lockSignup(tokenHash: [UInt8]) async throws -> StoredSignup? {
        let rows = try await run(
            """
            SELECT signup_id, handle, company_name, full_name, email, password_hash, plan,
                   used_at IS NOT NULL AS is_used, expires_at <= now() AS is_expired
            FROM iris.signups WHERE token_hash = \(tokenHash) FOR UPDATE
            """)
        return try rows.first.map { row in
            StoredSignup(
                id: try row.value("signup_id"), handle: try row.value("handle"),
                companyName: try row.value("company_name"), fullName: try row.value("full_name"),
                email: try row.value("email"), passwordHash: try row.value("password_hash"),
                plan: try row.value("plan"), isUsed: try row.value("is_used"),
                isExpired: try row.value("is_expired"))
        }
    }

    /// From now on the handle is the tenant's; false when it is not any more.
    fileprivate func keepHandle(_ handle: Handle, for tenant: TenantId) async throws -> Bool {
        try await run(
            """
            UPDATE iris.handles SET held_until = NULL WHERE handle = \(handle) AND tenant_id = \(tenant)
            RETURNING handle
            """
        ).first != nil
    }

    fileprivate func provision(_ signup: StoredSignup, tenant: TenantId) async throws -> UserId {
        let owner = UserId.new()
        _ = try await run(
            "UPDATE iris.signups SET used_at = now() WHERE tenant_id = \(tenant) AND signup_id = \(signup.id)")
        _ = try await run(
            """
            INSERT INTO iris.tenants (tenant_id, name, handle, plan)
            VALUES (\(tenant), \(signup.companyName), \(signup.handle), \(signup.plan))
            """)
        _ = try await run([
            "INSERT INTO iris.retention_policies (tenant_id) VALUES (\(tenant))",
            "INSERT INTO iris.widget_settings (tenant_id) VALUES (\(tenant))",
        ])
        try await addMember(
            owner, signup.fullName, signup.email, passwordHash: signup.passwordHash, role: .owner, in: tenant)
        return owner
    }
}
