/// Reads access expressions: `public`, `session`, `session(admin)`, `key(chat:channels.read)`, or the name of a
/// choice that `callers` declares.
struct AccessResolver {
    private let credentials: [Credential]
    private let scopes: [Scope]
    private let findings: FindingCollector
    private var choices: [String: [Requirement]] = [:]

    init(_ declarations: Declarations, credentials: [Credential], scopes: [Scope], findings: FindingCollector) {
        self.credentials = credentials
        self.scopes = scopes
        self.findings = findings
        for declaration in declarations.callers {
            guard findings.check(declaration.name, is: .upperCamelCase, "caller", at: declaration.nameLocation)
            else { continue }
            guard let elements = declaration.node.elements else {
                findings.report(
                    .wrongShape, at: declaration.node.location,
                    "a caller must be a list of alternatives, and this is \(declaration.node.kind)",
                    hint: "such as [session, key(notes.read)]; a single one stands under 'access' itself")
                continue
            }
            let requirements = elements.compactMap { element -> Requirement? in
                guard let text = element.text else {
                    findings.report(
                        .wrongShape, at: element.location,
                        "an alternative must be a single value, and this is \(element.kind)")
                    return nil
                }
                return requirement(text, at: element.location)
            }
            if Set(requirements.map(\.credential)).count < requirements.count {
                findings.report(
                    .badValue, at: declaration.node.location, "the alternatives must be of different credentials")
            }
            choices[declaration.name] = requirements
        }
    }

    func access(_ node: YAMLNode) -> Access? {
        guard let text = node.text else {
            findings.report(
                .wrongShape, at: node.location, "'access' must be a single value",
                hint: "give alternatives a name under 'callers'")
            return nil
        }
        if text == "public" { return .anyone }
        if let choice = choices[text] { return .choice(name: text, choice) }
        return requirement(text, at: node.location).map { .caller($0) }
    }

    /// Whether a token that stands in web pages can open this.
    func isForPages(_ access: Access) -> Bool {
        access.requirements.contains { requirement in
            credentials.contains { $0.name == requirement.credential && $0.kinds.contains(where: \.isForPages) }
        }
    }

    /// The limit that counts those who open this with a token from a web page.
    func pageLimit(of access: Access) -> String? {
        guard case .caller(let requirement) = access else { return nil }
        return credentials.first { $0.name == requirement.credential }?.pageLimit
    }

    private func requirement(_ text: String, at location: SourceLocation) -> Requirement? {
        let parts = text.split(separator: "(", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        guard let credential = credentials.first(where: { $0.name == name }) else {
            let known = credentials.map(\.name) + choices.keys.sorted() + ["public"]
            findings.reportUnknown("credential or caller", name, at: location, among: known)
            return nil
        }
        guard parts.count == 2 else { return Requirement(credential: name, role: nil, scope: nil) }
        guard parts[1].hasSuffix(")") else {
            findings.report(.badValue, at: location, "the access '\(text)' lacks its closing parenthesis")
            return nil
        }
        let argument = String(parts[1].dropLast())
        if credential.isScoped {
            guard scopes.contains(where: { $0.name == argument }) else {
                findings.reportUnknown("scope", argument, at: location, among: scopes.map(\.name))
                return nil
            }
            return Requirement(credential: name, role: nil, scope: argument)
        }
        guard credential.roles.contains(argument) else {
            findings.reportUnknown("\(name) role", argument, at: location, among: credential.roles)
            return nil
        }
        return Requirement(credential: name, role: argument, scope: nil)
    }
}
