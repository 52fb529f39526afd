import Contract

/// How tokens are carried, and what an operation asks of them.
///
/// A credential has one scheme a carrier: its name stands for the bearer token, `key.X-API-Key` for a header.
struct SecurityDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var schemes: JSONObject {
        var schemes = JSONObject()
        for credential in contract.credentials {
            let prefixes = credential.kinds.map { "`\($0.prefix)`" }.joined(separator: " or ")
            for carrier in credential.carriers {
                var scheme = JSONObject()
                scheme.origin = credential.location
                switch carrier {
                case .bearer:
                    scheme["type"] = "http"
                    scheme["scheme"] = "bearer"
                case .header(let name):
                    scheme["type"] = "apiKey"
                    scheme["in"] = "header"
                    scheme["name"] = .text(name)
                }
                scheme["description"] = "\(credential.summary) The token begins with \(prefixes)."
                schemes[Self.name(credential, carrier)] = .object(scheme)
            }
        }
        return schemes
    }

    /// The alternatives, each of which suffices; empty for public operations.
    ///
    /// OpenAPI 3.1 lets a requirement of these schemes list the roles that are needed; the scope or the role stands
    /// there.
    func requirements(_ access: Access) -> JSONNode {
        .list(
            access.requirements.flatMap { requirement -> [JSONNode] in
                guard let credential = contract.credential(named: requirement.credential) else { return [] }
                let rights = [requirement.scope, requirement.role].compactMap { $0 }
                return credential.carriers.map { carrier in
                    .object([Self.name(credential, carrier): .texts(rights)])
                }
            })
    }

    /// The role that each kind of caller needs, by credential.
    func roles(_ access: Access) -> JSONNode? { rights(access, \.role) }

    /// The scope that each kind of caller needs, by credential.
    func scopes(_ access: Access) -> JSONNode? { rights(access, \.scope) }

    /// Who may call, in words.
    func describe(_ access: Access) -> String {
        let callers = access.requirements.map { requirement in
            if let scope = requirement.scope { return "a \(requirement.credential) token with the scope `\(scope)`" }
            guard let role = requirement.role else { return "a \(requirement.credential) token" }
            return "a \(requirement.credential) token of the role \(roleAndAbove(role, of: requirement.credential))"
        }
        return callers.isEmpty ? "Anybody may ask." : "Needs \(callers.joined(separator: ", or "))."
    }

    private func roleAndAbove(_ role: String, of credential: String) -> String {
        let isMightiest = contract.credential(named: credential)?.roles.first == role
        return isMightiest ? "`\(role)`" : "`\(role)` or above"
    }

    private func rights(_ access: Access, _ right: KeyPath<Requirement, String?>) -> JSONNode? {
        let needed = access.requirements.compactMap { requirement in
            requirement[keyPath: right].map { (requirement.credential, JSONNode.text($0)) }
        }
        return needed.isEmpty ? nil : .object(JSONObject(needed))
    }

    private static func name(_ credential: Credential, _ carrier: Credential.Carrier) -> String {
        switch carrier {
        case .bearer: credential.name
        case .header(let header): "\(credential.name).\(header)"
        }
    }
}
