import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// An unknown address costs the same time and gets the same answer as a wrong password.
    func login(_ input: Login.Input, as caller: Visitor) async throws -> Login.Outcome {
        let email = EmailKey(input.email)
        let found = try await database.unit(
            for: .address(email),
            "SELECT tenant_id, user_id, password_hash FROM iris.users WHERE email_key = \(email.text)")
        guard let row = found.first?.first else {
            _ = try await passwords.verifyAgainstNothing(input.password.text)
            return .invalidCredentials
        }
        let stored: String = try row.value("password_hash")
        guard try await passwords.verify(input.password.text, against: PasswordHash(parsing: stored)) else {
            return .invalidCredentials
        }
        let tenant: TenantId = try row.value("tenant_id")
        let user: UserId = try row.value("user_id")
        return try await database.transaction(for: .tenant(tenant)) { transaction in
            guard try await transaction.lockMember(user, of: tenant, withPassword: stored) else {
                return .invalidCredentials
            }
            try await transaction.audit(.sessionOpened, by: .member(user), of: user, in: tenant, from: caller.origin)
            return .ok(try await transaction.openSession(of: user, in: tenant))
        }
    }
}

extension Transaction {
    /// Whether the password that was verified is still the member's. Verifying takes a while, in which the password may
    /// be reset or the member removed; a session that is opened afterwards would outlive the end of all sessions.
    fileprivate func lockMember(_ user: UserId, of tenant: TenantId, withPassword hash: String) async throws -> Bool {
        let rows = try await run(
            """
            SELECT FROM iris.users
            WHERE tenant_id = \(tenant) AND user_id = \(user) AND password_hash = \(hash) FOR SHARE
            """)
        return rows.first != nil
    }
}
