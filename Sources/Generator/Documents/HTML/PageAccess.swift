import Contract

/// The kinds of tokens and the scopes.
enum PageAccess {
    static func chapter(_ contract: Contract) -> PageChapter {
        let tokens = contract.credentials.map { credential in
            PageEntry(
                id: "token-\(credential.name)", name: "\(credential.name) token", origin: credential.location,
                content: content(credential))
        }
        let scopes = contract.scopes.map { scope in
            let granted = scope.grantedTo.isEmpty ? "Granted on request." : "By default with \(list(scope.grantedTo))."
            return PageEntry(
                id: "scope-\(scope.name)", name: scope.name, origin: scope.location,
                content: [.element(.p, [:], [.text("\(scope.summary) \(granted)")])])
        }
        return PageChapter(id: "tokens", title: "Tokens and scopes", entries: tokens + scopes)
    }

    /// Who may call, one list a kind of caller.
    static func callers(_ access: Access) -> [[HTMLNode]] {
        guard access != .anyone else { return [["public"]] }
        return access.requirements.map { requirement in
            var caller: [HTMLNode] = [
                .link("token-\(requirement.credential)", [.text("\(requirement.credential) token")])
            ]
            if let role = requirement.role { caller.append(.text(", \(role) or above")) }
            if let scope = requirement.scope { caller += [", ", .link("scope-\(scope)", [.text(scope)])] }
            return caller
        }
    }

    private static func content(_ credential: Credential) -> [HTMLNode] {
        var content: [HTMLNode] = [.element(.p, [:], HTMLNode.sentence(credential.summary))]
        let carriers = credential.carriers.map { carrier -> [HTMLNode] in
            switch carrier {
            case .bearer: [.code("Authorization: Bearer TOKEN")]
            case .header(let name): [.code("\(name): TOKEN")]
            }
        }
        content.append(.element(.p, [:], ["Sent as "] + carriers.joined(separator: [" or "]) + ["."]))
        let kinds = credential.kinds.map { kind -> HTMLNode in
            let pages = kind.isForPages ? "; stands in web pages, and works on the allowed origins only" : ""
            return .element(.li, [:], [.text("\(kind.name): begins with "), .code(kind.prefix), .text(pages)])
        }
        content.append(.element(.ul, [:], kinds))
        if !credential.roles.isEmpty {
            let roles = list(credential.roles)
            content.append(.element(.p, [:], [.text("Roles, each with the rights of those behind it: \(roles).")]))
        }
        return content
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
