import Contract

/// For every credential: how its token is found in a request, what is known of its bearer, and its scopes.
enum CredentialEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        contract.credentials.map { credential in
            var source = SwiftSource.file(importing: ["Runtime"])
            source.gap()
            source.origin(credential.location)
            emitToken(credential, into: &source)
            source.gap()
            emitPrincipal(credential, into: &source)
            source.gap()
            emitBearer(credential, into: &source)
            if !credential.roles.isEmpty {
                source.gap()
                emitRoles(credential, into: &source)
            }
            if credential.isScoped {
                source.gap()
                emitScopes(credential, contract, into: &source)
            }
            return GeneratedFile(path: "Access/\(credential.noun)Credential.swift", source: source)
        }
    }

    private static func emitToken(_ credential: Credential, into source: inout SwiftSource) {
        let carriers = credential.carriers.map { carrier in
            switch carrier {
            case .bearer: ".bearer"
            case .header(let name): ".header(\"\(name.lowercased())\")"
            }
        }
        source.block("extension \(credential.token.swift)") { body in
            for kind in credential.kinds {
                body.doc("What the token of a \(kind.name) \(credential.name) begins with.")
                let name = SwiftNames.lowerCamel(kind.name)
                body.line("public static let \(name)Prefix = \(SwiftNames.literal(kind.prefix))")
            }
            body.gap()
            body.doc("The token that a request carries; nil when there is none of this kind, or more than one.")
            body.block("init?(carriedBy request: APIRequest)") { inner in
                inner.guardLine(
                    ["let token = request.token(in: [\(carriers.joined(separator: ", "))])"], else: "return nil")
                inner.line("self.init(presented: token)")
            }
            body.gap()
            body.doc("The text as a token; nil when it does not begin as those of this kind do.")
            body.block("init?(presented text: String)") { inner in
                let prefixes = credential.kinds.map { "Self.\(SwiftNames.lowerCamel($0.name))Prefix" }
                inner.guardLine(
                    ["[\(prefixes.joined(separator: ", "))].contains(where: text.hasPrefix)"], else: "return nil")
                inner.line("self.init(trusted: text)")
            }
        }
    }

    private static func emitPrincipal(_ credential: Credential, into source: inout SwiftSource) {
        var members = credential.principal.map { StructEmitter.Member($0) }
        if !credential.roles.isEmpty {
            members.append(
                StructEmitter.Member(
                    name: "role", type: "\(credential.noun)Role", summary: "What the caller may do."))
        }
        if credential.isScoped {
            members.append(
                StructEmitter.Member(name: "kind", type: "\(credential.noun)Type"))
            members.append(
                StructEmitter.Member(
                    name: "scopes", type: "Set<\(credential.noun)Scope>", summary: "What the caller may do."))
        }
        source.doc("What is known of a caller once its \(credential.name) was recognised. \(credential.summary)")
        source.block("public struct \(credential.noun)Principal: Sendable") { body in
            StructEmitter.properties(members, into: &body)
            body.gap()
            StructEmitter.initializer(members, into: &body)
        }
    }

    private static func emitBearer(_ credential: Credential, into source: inout SwiftSource) {
        source.doc("Every caller with a \(credential.name), whatever it may do.")
        source.block("public protocol \(credential.noun)Bearer: Sendable") { body in
            body.line("var principal: \(credential.noun)Principal { get }")
            body.line("var origin: RequestOrigin { get }")
        }
        source.gap()
        source.block("extension \(credential.noun)Bearer") { body in
            body.line("public var holder: Holder { .\(credential.name)(principal) }")
            for field in credential.principal {
                let member = StructEmitter.Member(field)
                body.line("public var \(member.name): \(member.type) { principal.\(member.name) }")
            }
        }
    }

    private static func emitRoles(_ credential: Credential, into source: inout SwiftSource) {
        source.block("extension \(credential.noun)Role") { body in
            body.doc("Whether this role may do what the other may.")
            body.line("func covers(_ other: Self) -> Bool { rank <= other.rank }")
            body.gap()
            body.doc("0 is the mightiest.")
            body.block("private var rank: Int") { inner in
                inner.line("switch self {")
                for (rank, role) in credential.roles.enumerated() {
                    inner.line("case .\(SwiftNames.lowerCamel(role)): \(rank)")
                }
                inner.line("}")
            }
        }
    }

    private static func emitScopes(_ credential: Credential, _ contract: Contract, into source: inout SwiftSource) {
        source.block("extension \(credential.noun)Type") { body in
            body.doc(
                "What a \(credential.name) of this type is granted unless told otherwise, in the contract's order.")
            body.block("public var grantedScopes: [\(credential.noun)Scope]") { inner in
                inner.line("switch self {")
                for kind in credential.kinds {
                    let granted = contract.scopes.filter { $0.grantedTo.contains(kind.name) }
                    inner.line("case .\(SwiftNames.lowerCamel(kind.name)):")
                    inner.indented { $0.list("[", granted.map { ".\($0.caseName)" }, "]", isCollection: true) }
                }
                inner.line("}")
            }
            body.gap()
            if credential.isForPages {
                body.doc("Whether tokens of this type stand in web pages, and work on listed ones only.")
                body.block("public var isForPages: Bool") { inner in
                    inner.line("switch self {")
                    for kind in credential.kinds {
                        inner.line("case .\(SwiftNames.lowerCamel(kind.name)): \(kind.isForPages)")
                    }
                    inner.line("}")
                }
                body.gap()
            }
            body.doc("What the tokens of this type begin with.")
            body.block("public var prefix: String") { inner in
                inner.line("switch self {")
                for kind in credential.kinds {
                    let name = SwiftNames.lowerCamel(kind.name)
                    inner.line("case .\(name): \(credential.token.swift).\(name)Prefix")
                }
                inner.line("}")
            }
        }
    }
}
