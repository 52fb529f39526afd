import Contract

/// The kinds of tokens, the roles and scopes, and how an operation's access is written.
struct PlainAccess {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [String] {
        guard !contract.credentials.isEmpty else { return [] }
        let scopes = contract.scopes.map { scope in
            "- `\(scope.name)` (\(scope.grantedTo.joined(separator: ", "))): \(scope.summary)"
        }
        return ["## Tokens"] + contract.credentials.map(line)
            + (scopes.isEmpty ? [] : ["", "Scopes, and the kinds of token that have them by default:"] + scopes)
    }

    /// Who may call, as it stands behind a route: `session admin`, `key chat:channels.read`.
    static func text(_ access: Access) -> String {
        guard access != .anyone else { return "public" }
        return access.requirements.map { requirement in
            ([requirement.credential] + [requirement.role, requirement.scope].compactMap { $0 }).joined(separator: " ")
        }.joined(separator: " or ")
    }

    private func line(_ credential: Credential) -> String {
        var sentences = [credential.summary]
        let carriers = credential.carriers.map { carrier in
            switch carrier {
            case .bearer: "`Authorization: Bearer TOKEN`"
            case .header(let name): "`\(name): TOKEN`"
            }
        }
        sentences.append("Sent as \(carriers.joined(separator: " or ")).")
        if credential.roles.count > 1 {
            sentences.append(
                "Roles, each with the rights of those behind it: \(credential.roles.joined(separator: ", ")).")
        }
        for kind in credential.kinds where kind.isForPages {
            sentences.append("The kind \(kind.name) may stand in web pages, and works on the allowed origins only.")
        }
        if let limit = credential.pageLimit { sentences.append("There, the limit \(limit) counts its requests.") }
        let kinds = credential.kinds.map { kind in
            "`\(kind.prefix)…`" + (credential.kinds.count > 1 ? " \(kind.name)" : "")
        }
        return "- **\(credential.name)** (\(kinds.joined(separator: ", "))): \(sentences.joined(separator: " "))"
    }
}
