import Contract
import Synchronization

/// What the proxy learns from the traffic of one run: whose each token is, whose each id is, and what has worked.
///
/// A class, as all connections of a run share it; the mutex guards it all.
final class Knowledge: Sendable {
    /// Whoever a token was issued to.
    struct Holder: Sendable, Equatable {
        let token: String
        let credential: String
        let kind: String
        var tenant: String
        var role: String?
        var scopes: Set<String>?
        /// The id of the key, the member or the end user.
        var subject: String?
        var isEnded = false
    }

    private struct State {
        var holders: [String: Holder] = [:]
        /// The tenant that an id was first shown to.
        var owners: [String: String] = [:]
        /// The latest request of each operation that has succeeded.
        var good: [String: PassingRequest] = [:]
        /// Tokens that have succeeded at a path, or whose replies named an id, newest last.
        var insiders: [String: [String]] = [:]
        var replies: [String: PassingReply] = [:]
        var texts: [String: [String]] = [:]
    }

    let contract: Contract
    private let state = Mutex(State())

    init(_ contract: Contract) {
        self.contract = contract
    }

    func holder(of token: String?) -> Holder? { token.flatMap { token in state.withLock { $0.holders[token] } } }

    func owner(of id: String) -> String? { state.withLock { $0.owners[id] } }

    func good(_ operation: String) -> PassingRequest? { state.withLock { $0.good[operation] } }

    var holders: [Holder] { state.withLock { Array($0.holders.values) } }

    // MARK: Memory of a mutant's own

    /// The first reply that was remembered under a name.
    func recall(_ name: String) -> PassingReply? { state.withLock { $0.replies[name] } }

    func remember(_ reply: PassingReply, _ name: String) {
        state.withLock { if $0.replies[name] == nil { $0.replies[name] = reply } }
    }

    /// Texts that were noted under a name, in order.
    func notes(_ name: String) -> [String] { state.withLock { $0.texts[name] ?? [] } }

    func note(_ text: String, _ name: String) { state.withLock { $0.texts[name, default: []].append(text) } }

    func forget(_ name: String) { state.withLock { $0.texts[name] = nil } }

    // MARK: Who could do it

    /// A token with which this would succeed, as far as is known: of somebody who is inside of what the path names.
    func capable(of operation: Operation, path: [String: String], besides token: String? = nil) -> String? {
        state.withLock { state in
            func fits(_ token: String) -> Bool {
                guard let holder = state.holders[token], !holder.isEnded else { return false }
                return operation.access.requirements.contains { requirement in
                    requirement.credential == holder.credential
                        && Self.covers(requirement, holder, contract.credential(named: holder.credential))
                }
            }
            let ids = operation.pathFields.compactMap { path[$0.name] }
            for id in ids {
                if let inside = state.insiders[id]?.last(where: { $0 != token && fits($0) }) { return inside }
            }
            if let last = state.good[operation.name]?.token, last != token, fits(last) { return last }
            return state.holders.keys.sorted().first { $0 != token && fits($0) }
        }
    }

    private static func covers(_ requirement: Requirement, _ holder: Holder, _ credential: Credential?) -> Bool {
        if let scope = requirement.scope, holder.scopes?.contains(scope) != true { return false }
        guard let needed = requirement.role, let roles = credential?.roles else { return true }
        guard let own = holder.role.flatMap({ roles.firstIndex(of: $0) }), let least = roles.firstIndex(of: needed)
        else { return false }
        return own <= least
    }

    /// Whether somebody with this token has been inside of what an id names.
    func hasSeen(_ id: String, _ token: String) -> Bool {
        state.withLock { $0.insiders[id]?.contains(token) == true }
    }

    // MARK: Learning

    /// Takes note of a request as it was sent on, and of the reply as it came.
    func learn(_ operation: Operation, path: [String: String], _ request: PassingRequest, _ reply: PassingReply) {
        guard reply.isSuccess, let data = reply.json?["data"] else { return }
        let caller = holder(of: request.token)
        var found: [Holder] = []
        collect(data, operation.reply.body.element, tenant: tenant(in: data) ?? caller?.tenant, into: &found)
        let ids = Self.ids(in: data)
        state.withLock { state in
            state.good[operation.name] = request
            for holder in found { state.holders[holder.token] = holder }
            if let tenant = caller?.tenant ?? found.first?.tenant {
                for id in ids where state.owners[id] == nil { state.owners[id] = tenant }
            }
            for token in [request.token].compactMap({ $0 }) + found.map(\.token) {
                for id in ids + Array(path.values) { state.insiders[id, default: []].append(token) }
            }
            end(&state, operation, path, request, data, found)
        }
    }

    /// Tokens that this operation ends.
    private func end(
        _ state: inout State, _ operation: Operation, _ path: [String: String], _ request: PassingRequest,
        _ data: JSON, _ found: [Holder]
    ) {
        func end(where isEnded: (Holder) -> Bool) {
            for (token, holder) in state.holders where isEnded(holder) { state.holders[token]?.isEnded = true }
        }
        switch operation.name {
        case "logout", "endChatSession": end { $0.token == request.token }
        case "revokeKey": end { $0.subject == path["key_id"] }
        case "rotateKey" where request.json?["grace_seconds"] == nil:
            end { holder in holder.subject == path["key_id"] && !found.contains { $0.token == holder.token } }
        case "removeMember": end { $0.subject == path["user_id"] }
        case "resetPassword":
            end { holder in
                holder.subject == found.first?.subject && !found.contains { $0.token == holder.token }
            }
        case "changeMember":
            let role = data["org_role"]?.text.map { $0 == "owner" ? "admin" : $0 }
            for (token, holder) in state.holders where holder.subject == path["user_id"] {
                state.holders[token]?.role = role
            }
        default: return
        }
    }

    private func tenant(in data: JSON) -> String? {
        data["tenant_id"]?.text ?? data.at(["tenant", "tenant_id"])?.text ?? data.at(["session", "tenant_id"])?.text
    }

    /// The tokens in a reply, by the types that its fields have.
    private func collect(_ json: JSON, _ type: TypeReference, tenant: String?, into found: inout [Holder]) {
        guard case .named(let name) = type, case .record(let fields)? = contract.type(named: name)?.shape else {
            return
        }
        for field in fields {
            guard let value = json[field.name] else { continue }
            if let credential = contract.credentials.first(where: { $0.token == field.type }), let token = value.text,
                let kind = credential.kinds.first(where: { token.hasPrefix($0.prefix) })
            {
                let subject =
                    json["key_id"]?.text ?? json.at(["user", "user_id"])?.text ?? json.at(["session", "user_id"])?.text
                found.append(
                    Holder(
                        token: token, credential: credential.name, kind: kind.name, tenant: tenant ?? "",
                        role: json["role"]?.text,
                        scopes: json["scopes"]?.elements.map { Set($0.compactMap(\.text)) }, subject: subject))
            } else {
                collect(value, field.type, tenant: tenant, into: &found)
            }
        }
    }

    /// Every UUID in a reply.
    private static func ids(in json: JSON) -> [String] {
        switch json {
        case .string(let text): text.count == 36 && text.filter { $0 == "-" }.count == 4 ? [text] : []
        case .array(let elements): elements.flatMap(ids)
        case .object(let members): members.flatMap { ids(in: $0.value) }
        default: []
        }
    }
}
