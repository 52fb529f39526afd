import Cryptography
import Generated
import Postgres
import Runtime

/// A row of the audit log with everything that its hash is made of.
struct AuditRow {
    let tenant: TenantId
    let number: Int
    let at: PostgresTimestamp
    let action: String
    let actorType: String
    let actor: PostgresUUID?
    let target: PostgresUUID?
    let address: String?
    let request: PostgresUUID?
    let previousHash: [UInt8]
    let hash: [UInt8]

    init(_ row: Row) throws {
        tenant = try row.value("tenant_id")
        number = try row.value("number")
        at = try row.value("at")
        action = try row.value("action")
        actorType = try row.value("actor_type")
        actor = try row.value("actor_id")
        target = try row.value("target_id")
        address = try row.value("address")
        request = try row.value("request_id")
        previousHash = try row.value("previous_hash")
        hash = try row.value("hash")
    }

    /// What the hash must be: the database computes the same when it adds the row (0005_audit_and_mail.sql).
    var expectedHash: [UInt8] {
        func text(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
        func text(_ uuid: PostgresUUID?) -> [UInt8]? {
            uuid.map { Array(UUIDBits(high: $0.high, low: $0.low).description.utf8) }
        }
        return SHA256.digest(ofFields: [
            previousHash, text(tenant.description), text(String(number)), text(String(at.microseconds)), text(action),
            text(actorType), text(actor), text(target), text(address), text(request),
        ])
    }
}

extension AuditEntry {
    init(_ row: AuditRow) throws {
        guard let actorType = ActorType(rawValue: row.actorType) else { throw UnknownWord(column: "actor_type") }
        self.init(
            number: AuditNumber(trusted: row.number), at: Timestamp(microseconds: row.at.microseconds),
            action: AuditActionName(trusted: row.action), actorType: actorType,
            actorId: row.actor.map { ActorId(UUIDBits(high: $0.high, low: $0.low)) },
            targetId: row.target.map { TargetId(UUIDBits(high: $0.high, low: $0.low)) },
            address: row.address.map(NetworkAddress.init(trusted:)),
            requestId: row.request.map { Generated.RequestId(UUIDBits(high: $0.high, low: $0.low)) },
            previousHash: AuditHash(trusted: Hex.encode(row.previousHash)),
            hash: AuditHash(trusted: Hex.encode(row.hash)))
    }
}
