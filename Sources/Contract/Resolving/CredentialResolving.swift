extension Resolver {
    /// Reads `credentials`.
    mutating func readCredentials() -> [Credential] {
        var credentials: [Credential] = []
        for declaration in declarations.credentials {
            if let credential = readCredential(declaration) { credentials.append(credential) }
        }
        if credentials.filter(\.isScoped).count > 1 {
            findings.report(
                .badValue, at: credentials[1].location, "only one credential can be scoped: scopes belong to it")
        }
        return credentials
    }

    private mutating func readCredential(_ declaration: Declarations.Declaration) -> Credential? {
        guard
            let reader = MappingReader(declaration.node, AccessForms.credential, findings: findings),
            findings.check(declaration.name, is: .lowerCamelCase, "credential", at: declaration.nameLocation)
        else { return nil }
        let promises = citations(in: reader)
        let summary = reader.requiredText("summary")
        let noun = reader.requiredText("noun")
        let token = reader.required("token").flatMap { certainTypeReference($0, "a token") }
        let principal = reader.required("principal").map { fields(in: $0, of: "a principal") }
        _ = reader.required("prefixes")
        guard let summary, let noun, let token, let principal else { return nil }
        return Credential(
            name: declaration.name, summary: summary, noun: noun,
            carriers: reader.texts("carried").map { $0.value == "bearer" ? .bearer : .header($0.value) },
            kinds: readKinds(reader.node("prefixes"), forPages: reader.texts("pages")),
            token: token, roles: reader.texts("roles").map(\.value),
            pageLimit: reference(reader, "page_limit", kind: "limit", among: names.limits),
            isScoped: reader.flag("scoped", default: false),
            principal: principal, promises: promises, location: declaration.nameLocation)
    }

    private func readKinds(_ node: YAMLNode?, forPages pages: [Located<String>]) -> [Credential.Kind] {
        guard let entries = node?.entries, !entries.isEmpty else {
            if let node {
                findings.report(.wrongShape, at: node.location, "'prefixes' must map each kind to its prefix")
            }
            return []
        }
        for page in pages where !entries.contains(where: { $0.key == page.value }) {
            findings.reportUnknown("kind of token", page.value, at: page.location, among: entries.map(\.key))
        }
        return entries.compactMap { entry in
            guard let prefix = entry.value.text, !prefix.isEmpty else {
                findings.report(.badValue, at: entry.value.location, "a prefix must be a text that is not empty")
                return nil
            }
            return Credential.Kind(
                name: entry.key, prefix: prefix, isForPages: pages.contains { $0.value == entry.key })
        }
    }

    /// Reads `scopes`.
    mutating func readScopes(_ credentials: [Credential]) -> [Scope] {
        let kinds = credentials.first(where: \.isScoped)?.kinds.map(\.name) ?? []
        var scopes: [Scope] = []
        for declaration in declarations.scopes {
            guard
                let reader = MappingReader(declaration.node, AccessForms.scope, findings: findings),
                let summary = reader.requiredText("summary")
            else { continue }
            let promises = citations(in: reader)
            let granted = reader.texts("granted").filter { grant in
                if kinds.contains(grant.value) { return true }
                findings.reportUnknown("kind of scoped credential", grant.value, at: grant.location, among: kinds)
                return false
            }
            scopes.append(
                Scope(
                    name: declaration.name, summary: summary, grantedTo: granted.map(\.value), promises: promises,
                    location: declaration.nameLocation))
        }
        return scopes
    }
}
