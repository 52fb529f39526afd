import Generated
import Postgres
import Runtime

/// Who did something that is audited.
enum AuditActor: Sendable {
    case visitor
    case member(UserId)
    case key(KeyId)
    case chat(EndUserId)
    /// The server itself, in the background.
    case job
}

extension Transaction {
    /// Adds a row to the audit log, in the transaction of what it speaks of.
    func audit(
        _ action: AuditAction, by actor: AuditActor, of target: (some Identifier)?, in tenant: TenantId,
        from origin: RequestOrigin?
    ) async throws {
        _ = try await run(AuditLog.statement(action, by: actor, of: target, in: tenant, from: origin))
    }
}

/// The audit log's one statement. The database itself numbers the row and chains it to the one before.
enum AuditLog {
    static func statement(
        _ action: AuditAction, by actor: AuditActor, of target: (some Identifier)?, in tenant: TenantId,
        from origin: RequestOrigin?
    ) -> SQL {
        let (kind, id): (String, UUIDBits?) =
            switch actor {
            case .visitor: ("visitor", nil)
            case .member(let id): ("member", id.bits)
            case .key(let id): ("key", id.bits)
            case .chat(let id): ("chat", id.bits)
            case .job: ("job", nil)
            }
        return """
            INSERT INTO iris.audit_log (tenant_id, action, actor_type, actor_id, target_id, address, request_id)
            VALUES (\(tenant), \(action.rawValue), \(kind), \(id.map(PostgresUUID.init)),
                    \(target.map { PostgresUUID($0.bits) }), \(origin?.address), \(origin?.requestId)::uuid)
            """
    }
}

extension PostgresUUID {
    init(_ bits: UUIDBits) {
        self.init(high: bits.high, low: bits.low)
    }
}
