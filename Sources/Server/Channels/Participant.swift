import Generated
import Postgres
import Runtime

/// Somebody who can be in channels: all that they see follows from membership.
struct Participant: Sendable {
    let tenant: TenantId
    let type: SenderType
    let id: SenderId
    /// How messages call them.
    let name: DisplayName?

    init(_ caller: some KeyBearer) {
        tenant = caller.tenantId
        type = .key
        id = SenderId(caller.keyId.bits)
        name = DisplayName(trusted: caller.name.text)
    }

    init(_ caller: some ChatBearer) {
        tenant = caller.tenantId
        type = .endUser
        id = SenderId(caller.userId.bits)
        name = caller.displayName
    }
}
