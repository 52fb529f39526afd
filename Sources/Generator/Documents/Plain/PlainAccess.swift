import Contract

/// The kinds of tokens, the roles and scopes, and how an operation's access is written.
struct PlainAccess {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [PlainLine] {
        guard !contract.credentials.isEmpty else { return [] }
        return ["## Tokens", "Sent as `Authorization: Bearer TOKEN`."] + contract.credentials.map(line) + scopes
    }

    /// The scopes, together where the same kinds of token have them.
    private var scopes: [PlainLine] {
        var grants: [(kinds: [String], scopes: [Scope])] = []
        for scope in contract.scopes {
            if let index = grants.firstIndex(where: { $0.kinds == scope.grantedTo }) {
                grants[index].scopes.append(scope)
            } else {
                grants.append((scope.grantedTo, [scope]))
            }
        }
        return grants.map { grant in
            let kinds = grant.kinds.isEmpty ? "on request" : "by default with \(grant.kinds.joined(separator: ", "))"
            let names = grant.scopes.map(\.name).joined(separator: ", ")
            return PlainLine("- Scopes \(kinds): \(names)", from: grant.scopes.first?.location)
        }
    }

    /// Who may call, as it stands behind a route: `session admin`, `chat:channels.manage`.
    func text(_ access: Access) -> String {
        guard access != .anyone else { return "public" }
        let scoped = contract.credentials.count(where: \.isScoped)
        return access.requirements.map { requirement in
            // Where one kind of token alone has scopes, a scope says it all.
            if let scope = requirement.scope, scoped == 1 { return scope }
            return ([requirement.credential] + [requirement.role, requirement.scope].compactMap { $0 })
                .joined(separator: " ")
        }.joined(separator: " or ")
    }

    private func line(_ credential: Credential) -> PlainLine {
        var sentences = [credential.summary]
        for case .header(let name) in credential.carriers { sentences.append("Also sent as `\(name): TOKEN`.") }
        if credential.roles.count > 1 {
            sentences.append(
                "Roles, each with the rights of those behind it: \(credential.roles.joined(separator: ", ")).")
        }
        for kind in credential.kinds where kind.isForPages {
            let limit = credential.pageLimit.map { ", ~\($0)" } ?? ""
            sentences.append("The kind \(kind.name) is for web pages, on the allowed origins only\(limit).")
        }
        let kinds = credential.kinds.map { kind in
            "`\(kind.prefix)…`" + (credential.kinds.count > 1 ? " \(kind.name)" : "")
        }
        return PlainLine(
            "- **\(credential.name)** (\(kinds.joined(separator: ", "))): \(sentences.joined(separator: " "))",
            from: credential.location)
    }
}
