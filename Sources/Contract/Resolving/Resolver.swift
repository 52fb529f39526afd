/// Turns declarations into the contract: reads each kind, resolves its references, checks what follows.
///
/// The stages run in the order in which they need one another: names first, then promises and access, types,
/// mails and operations, and the flows last. A stage that finds a mistake reports it and goes on with what it has.
struct Resolver {
    let declarations: Declarations
    let findings: FindingCollector
    let names: DeclaredNames
    /// The promises that something in the spec cites.
    var citedPromises: Set<String> = []
    /// Operations that have mistakes of their own: what flows do with them is not judged, so that one mistake is
    /// one finding.
    var brokenOperations: Set<String> = []

    init(_ declarations: Declarations, findings: FindingCollector) {
        self.declarations = declarations
        self.findings = findings
        self.names = DeclaredNames(declarations)
    }

    mutating func resolve() -> Contract? {
        let api = readAPI()
        let promises = readPromises()
        let credentials = readCredentials()
        let scopes = readScopes(credentials)
        let errors = readErrors()
        let limits = readLimits()
        let types = readTypes(credentials: credentials, scopes: scopes)
        let mails = readMails()
        let jobs = readJobs()
        let access = AccessResolver(declarations, credentials: credentials, scopes: scopes, findings: findings)
        let sections = readSections(access: access)
        checkFieldLimits(limits, sections.flatMap(\.operations))
        let socket = readSocket(access: access, scopes: scopes)
        let index = ContractIndex(sections: sections, types: types, errors: errors)
        let model = PartialModel(index: index, mails: mails, credentials: credentials, socket: socket)
        checkRoutes(index.operations)
        checkSocketPath(socket, index.operations)
        let flows = readFlows(model)
        checkCitations(promises)
        guard let api else { return nil }
        return Contract(
            name: api.name, version: api.version, summary: api.summary, guide: api.guide, bodyLimit: api.bodyLimit,
            ownPromises: api.promises,
            credentials: credentials, scopes: scopes, errors: errors, limits: limits, promises: promises,
            types: types, sections: sections, mails: mails, jobs: jobs, flows: flows, socket: socket,
            location: declarations.api?.location ?? SourceLocation(file: "spec", line: 1, column: 1),
            index: index
        )
    }

    private mutating func readAPI() -> API? {
        guard let api = declarations.api?.value else {
            if findings.findings.isEmpty {
                let nowhere = SourceLocation(file: "spec", line: 1, column: 1)
                findings.report(
                    .missingKey, at: nowhere, "no file of the spec has the key 'api'",
                    hint: "say what it is: api: { name: …, version: …, summary: …, body_limit: … }")
            }
            return nil
        }
        let promises = citations(in: api)
        let name = api.requiredText("name")
        let version = api.requiredText("version")
        let summary = api.requiredText("summary")
        let bodyLimit = api.requiredInteger("body_limit")
        let guide = api.texts("guide").map(\.value)
        guard let name, let version, let summary, let bodyLimit else { return nil }
        return API(
            name: name, version: version, summary: summary, guide: guide, bodyLimit: bodyLimit, promises: promises)
    }

    private struct API {
        let name: String
        let version: String
        let summary: String
        let guide: [String]
        let bodyLimit: Int
        let promises: [String]
    }

    private func readPromises() -> [ContractPromise] {
        declarations.promises.compactMap { declaration in
            if let text = declaration.node.text, !text.isEmpty {
                return ContractPromise(
                    id: declaration.name, text: text, isClaimed: true, unobservable: nil,
                    location: declaration.nameLocation)
            }
            guard
                let reader = MappingReader(declaration.node, FileForms.promise, findings: findings),
                let text = reader.requiredText("text")
            else { return nil }
            return ContractPromise(
                id: declaration.name, text: text, isClaimed: reader.flag("claimed", default: true),
                unobservable: reader.text("unobservable"), location: declaration.nameLocation)
        }
    }

    /// Reads the key `promises` and remembers that these promises are carried.
    mutating func citations(in reader: MappingReader) -> [String] {
        reader.texts("promises").compactMap { citation in
            guard names.promises.contains(citation.value) else {
                findings.reportUnknown("promise", citation.value, at: citation.location, among: names.promises)
                return nil
            }
            citedPromises.insert(citation.value)
            return citation.value
        }
    }

    private func checkCitations(_ promises: [ContractPromise]) {
        for promise in promises where promise.isClaimed != citedPromises.contains(promise.id) {
            if promise.isClaimed {
                findings.report(
                    .uncitedPromise, at: promise.location, "nothing in the spec cites the promise '\(promise.id)'",
                    hint: "cite it where it is kept, or say 'claimed: false' until something keeps it")
            } else {
                findings.report(
                    .unclaimedPromise, at: promise.location,
                    "the promise '\(promise.id)' is cited, and says 'claimed: false'", hint: "delete that line")
            }
        }
    }
}

/// What the flows need of the model while it is being built.
struct PartialModel {
    let index: ContractIndex
    let mails: [Mail]
    let credentials: [Credential]
    let socket: Socket?

    func type(named name: String) -> TypeDefinition? { index.type(named: name) }
}
