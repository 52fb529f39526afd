import Generated
import Postgres
import Runtime

/// Somebody who can be in channels: keys, end users, and the workspace's own members.
struct Participant: Sendable {
    let tenant: TenantId
    let type: SenderType
    let id: SenderId
    /// How messages call them.
    let name: DisplayName?
    /// The role that they have in channels that they were never added to. Nil where all that they see follows from
    /// membership; members of the workspace see every channel of it.
    let roleElsewhere: ChannelRole?
    /// Whether they may delete what others have written, wherever they see it.
    let moderates: Bool

    init(_ caller: some KeyBearer) {
        tenant = caller.tenantId
        type = .key
        id = SenderId(caller.keyId.bits)
        name = DisplayName(trusted: caller.name.text)
        roleElsewhere = nil
        moderates = caller.principal.scopes.contains(.channelsManage)
    }

    init(_ caller: some ChatBearer) {
        tenant = caller.tenantId
        type = .endUser
        id = SenderId(caller.userId.bits)
        name = caller.displayName
        roleElsewhere = nil
        moderates = false
    }

    init(_ caller: some SessionBearer) {
        tenant = caller.tenantId
        type = .member
        id = SenderId(caller.userId.bits)
        name = DisplayName(trusted: caller.fullName.text)
        roleElsewhere = .member
        moderates = caller.principal.role == .admin
    }

    init(_ caller: ConversationReader) {
        switch caller {
        case .chat(let caller): self.init(caller)
        case .session(let caller): self.init(caller)
        }
    }

    init(_ caller: ConversationWriter) {
        switch caller {
        case .chat(let caller): self.init(caller)
        case .session(let caller): self.init(caller)
        }
    }

    /// The participant as messages and events show them.
    var sender: Sender { Sender(senderType: type, senderId: id, displayName: name) }
}

extension SQL.StringInterpolation {
    /// The role that a participant has in the statement's channel `c`; NULL when they do not see it.
    mutating func appendInterpolation(roleOf participant: Participant) {
        appendLiteral("coalesce((SELECT own.channel_role FROM iris.channel_members own")
        appendLiteral(" WHERE own.tenant_id = c.tenant_id AND own.channel_id = c.channel_id AND own.member_type = ")
        appendInterpolation(participant.type)
        appendLiteral(" AND own.member_id = ")
        appendInterpolation(participant.id)
        appendLiteral("), ")
        appendInterpolation(participant.roleElsewhere)
        appendLiteral(")")
    }
}
