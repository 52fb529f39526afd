import Generated
import Postgres
import Runtime

/// The database as handlers see it: whatever they run, they say first on whose behalf.
struct Database: Sendable {
    let pool: PostgresPool

    /// On whose behalf a transaction works. Row-level security shows it that much and no more.
    enum Subject: Sendable {
        /// One workspace.
        case tenant(TenantId)
        /// Whoever holds the token with this hash: its row, and nothing else.
        case tokenHolder(hash: [UInt8])
        /// Whoever says that this address is theirs: the account's row, and nothing else.
        case address(EmailKey)
        /// Somebody who asks for a handle.
        case handle(Handle)
        /// A workspace that is being set up, its owner's address and its handle.
        case newTenant(TenantId, EmailKey, Handle)
        /// Somebody who names a workspace: what it shows to everybody, and nothing else.
        case visitor(of: TenantId)
        /// A background job: done as a role of its own, whose policies weigh on no request.
        case job(String)

        var settings: [Setting] {
            switch self {
            case .tenant(let id): [Setting("iris.tenant", id.description)]
            case .tokenHolder(let hash): [Setting("iris.presented_hash", Hex.encode(hash))]
            case .address(let email): [Setting("iris.presented_email", email.text)]
            case .handle(let handle): [Setting("iris.presented_handle", handle.text)]
            case .newTenant(let id, let email, let handle):
                [
                    Setting("iris.tenant", id.description), Setting("iris.presented_email", email.text),
                    Setting("iris.presented_handle", handle.text),
                ]
            case .visitor(let id): [Setting("iris.presented_tenant", id.description)]
            case .job(let name): [Setting("role", "iris_jobs"), Setting("iris.job", name)]
            }
        }
    }

    /// Runs statements that are known up front, in one transaction and one round trip. They may be run again after a
    /// rollback, so they must not depend on having run once.
    func unit(for subject: Subject, _ statements: SQL...) async throws -> [Rows] {
        if let enclosing = Enclosing.current {
            let settings = subject.settings.map { $0.statement }
            return try await enclosing.transaction.savepoint { transaction in
                Array(try await transaction.run(settings + statements).dropFirst(settings.count))
            }
        }
        return try await pool.run(Unit(settings: subject.settings, statements: statements))
    }

    /// Runs a transaction whose later statements depend on earlier ones.
    func transaction<Result: Sendable>(
        for subject: Subject, _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        if let enclosing = Enclosing.current {
            return try await enclosing.transaction.savepoint { transaction in
                _ = try await transaction.run(subject.settings.map { $0.statement })
                return try await body(transaction)
            }
        }
        return try await pool.transaction(settings: subject.settings, body)
    }
}

extension Transaction {
    /// Narrows the transaction to a tenant, once a row that only its rightful caller can name has told which.
    func enter(_ tenant: TenantId) async throws {
        _ = try await run("SELECT set_config('iris.tenant', \(tenant.description), true)")
    }
}

/// An email address as accounts are found by: in lower case.
struct EmailKey: Sendable, Hashable {
    let text: String

    init(_ email: Email) {
        text = email.text.lowercased()
    }
}

/// Bytes as hexadecimal digits, for settings, which are text.
enum Hex {
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
