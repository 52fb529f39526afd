import Contract

/// Who is behind the tokens of a run, and which channels each is in: as the replies of the run have told it.
struct Callers {
    struct Caller {
        let tenant: String
        let id: String?
        /// Members see every channel of their workspace.
        let isMember: Bool
    }

    private let contract: Contract
    private var byToken: [String: Caller] = [:]
    /// For each channel, who has ever been in it. Who leaves is not taken note of: stories look after that.
    private var channels: [String: Set<String>] = [:]

    init(_ contract: Contract) {
        self.contract = contract
    }

    func caller(_ token: String?) -> Caller? { token.flatMap { byToken[$0] } }

    /// Whether somebody may read what stands in a channel. One of which nothing was heard yet is given the benefit.
    func sees(_ caller: Caller, _ channel: String) -> Bool {
        guard !caller.isMember, let id = caller.id, let members = channels[channel] else { return true }
        return members.contains(id)
    }

    /// The tenant that a reply is for: the caller's, where there is one, else the one that reply or request name.
    func tenant(of attempt: Attempt, _ data: JSON?) -> String? {
        if let token = attempt.credential?.token { return caller(token)?.tenant }
        return data.flatMap(Self.tenant) ?? tenant(of: attempt)
    }

    /// The tenant that a request is about.
    func tenant(of attempt: Attempt) -> String? {
        if let token = attempt.credential?.token { return caller(token)?.tenant }
        return attempt.body?["tenant_id"]?.text ?? attempt.query["tenant_id"]
    }

    private static func tenant(in data: JSON) -> String? {
        [["tenant_id"], ["session", "tenant_id"], ["tenant", "tenant_id"]].lazy.compactMap { data.at($0)?.text }.first
    }

    /// Takes note of what a success tells about tokens and channels.
    mutating func learn(_ attempt: Attempt, _ data: JSON) {
        let presented = attempt.credential?.token
        if let presented, byToken[presented] == nil, let tenant = Self.tenant(in: data) {
            byToken[presented] = Caller(
                tenant: tenant, id: data["key_id"]?.text ?? data.at(["user", "user_id"])?.text,
                isMember: data["key_id"] == nil)
        }
        let asker = caller(presented)
        if let tenant = Self.tenant(in: data) ?? asker?.tenant ?? tenant(of: attempt) {
            learnTokens(data, attempt.operation, tenant)
        }
        learnChannels(data, attempt, asker)
    }

    private mutating func learnTokens(_ data: JSON, _ operation: Operation, _ tenant: String) {
        guard case .named(let name) = operation.reply.body.element,
            case .record(let fields)? = contract.type(named: name)?.shape
        else { return }
        for credential in contract.credentials {
            guard let field = fields.first(where: { $0.type == credential.token }), let token = data[field.name]?.text
            else { continue }
            let id = [["key_id"], ["user", "user_id"], ["session", "user_id"]].lazy.compactMap { data.at($0)?.text }
                .first
            byToken[token] = Caller(tenant: tenant, id: id, isMember: !credential.roles.isEmpty)
        }
    }

    private mutating func learnChannels(_ data: JSON, _ attempt: Attempt, _ asker: Caller?) {
        if let channel = data.at(["chat", "channel_id"])?.text {
            note([data.at(["session", "user_id"])?.text, asker?.id], in: channel)
        }
        if let channel = data["channel_id"]?.text, attempt.verb == "POST", attempt.path.isEmpty {
            note([asker?.id], in: channel)
        }
        for element in data.elements ?? [data] {
            guard let channel = element["channel_id"]?.text, let user = element["user_id"]?.text else { continue }
            note([user], in: channel)
        }
    }

    private mutating func note(_ ids: [String?], in channel: String) {
        channels[channel, default: []].formUnion(ids.compactMap { $0 })
    }
}
