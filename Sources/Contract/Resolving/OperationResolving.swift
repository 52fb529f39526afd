extension Resolver {
    /// Reads the sections with their operations, in the order of their numbers.
    mutating func readSections(access: AccessResolver) -> [Section] {
        var sections: [Section] = []
        for declaration in declarations.sections {
            guard
                let reader = MappingReader(declaration.header, FileForms.section, findings: findings)
            else { continue }
            let promises = citations(in: reader)
            let number = reader.requiredInteger("number")
            let title = reader.requiredText("title")
            let name = reader.requiredText("name")
            guard let number, let title, let name,
                findings.check(
                    name, is: .upperCamelCase, "section",
                    at: reader.node("name")?.location ?? declaration.header.location)
            else { continue }
            let refused = readRefusedFields(declaration.refuses)
            var operations: [Operation] = []
            for operation in declaration.operations {
                let mark = findings.findings.count
                if let read = readOperation(operation, access: access, refused: refused) { operations.append(read) }
                if findings.findings.count > mark { brokenOperations.insert(operation.name) }
            }
            sections.append(
                Section(
                    number: number, title: title, name: name, guide: reader.texts("guide").map(\.value),
                    promises: promises, operations: operations,
                    location: declaration.header.location))
        }
        return sections.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
    }

    private func readRefusedFields(_ node: YAMLNode?) -> [Operation.RefusedField] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            findings.report(.wrongShape, at: node.location, "'refuses' must map each field to its error")
            return []
        }
        return entries.compactMap { entry in
            guard let error = entry.value.text, names.errors.contains(error) else {
                findings.reportUnknown(
                    "error", entry.value.text ?? entry.value.kind, at: entry.value.location, among: names.errors)
                return nil
            }
            return Operation.RefusedField(name: entry.key, error: error)
        }
    }

    private mutating func readOperation(
        _ declaration: Declarations.Declaration, access resolver: AccessResolver, refused: [Operation.RefusedField]
    ) -> Operation? {
        guard
            let reader = MappingReader(declaration.node, OperationForms.operation, findings: findings),
            findings.check(declaration.name, is: .lowerCamelCase, "operation", at: declaration.nameLocation)
        else { return nil }
        let promises = citations(in: reader)
        let summary = reader.requiredText("summary")
        let route = reader.required("route").flatMap { readRoute($0) }
        let access = reader.required("access").flatMap { resolver.access($0) }
        let path = reader.node("path").map { fields(in: $0, of: "a path") } ?? []
        let query = reader.node("query").map { fields(in: $0, of: "a query") } ?? []
        let body = (reader.node("request") ?? reader.node("request?")).map { fields(in: $0, of: "a request") }
        let replies = reader.required("reply").map { readReplies($0) } ?? []
        let errors = readOwnErrors(reader)
        let limits = references(reader, "limit", kind: "limit", among: names.limits)
        let mails = references(reader, "mail", kind: "mail", among: names.mails)
        guard let summary, let route, let access, let reply = replies.first else { return nil }
        checkFields(
            path + query + (body ?? []), pathFields: path, of: route,
            at: reader.node("route")?.location ?? declaration.nameLocation)
        let isBodyOptional = reader.has("request?")
        for field in body ?? [] where isBodyOptional && !field.isOptional {
            findings.report(
                .badValue, at: field.location, "the body may be left out, so the field '\(field.name)' may be, too",
                hint: "write '\(field.name)?', or 'request' instead of 'request?'")
        }
        return Operation(
            name: declaration.name, summary: summary, promises: promises, route: route, access: access,
            pathFields: path, queryFields: query, bodyFields: body, isBodyOptional: isBodyOptional,
            refusedFields: body == nil ? [] : refused, reply: reply, otherReplies: Array(replies.dropFirst()),
            ownErrors: errors,
            impliedCauses: impliedCauses(
                route: route, access: access, path: path, query: query, body: body,
                isLimited: !limits.isEmpty || resolver.pageLimit(of: access) != nil, pages: resolver.isForPages(access)),
            limits: limits, cacheSeconds: reader.integer("cache_seconds"),
            audit: reader.text("audit"), mails: mails, location: declaration.nameLocation)
    }

    private func readOwnErrors(_ reader: MappingReader) -> [String] {
        reader.texts("errors").compactMap { error in
            if names.errors.contains(error.value) { return error.value }
            findings.reportUnknown("error", error.value, at: error.location, among: names.errors)
            return nil
        }
    }

    /// One reply, or a list of them with the usual one first; each has a status of its own.
    private func readReplies(_ node: YAMLNode) -> [Reply] {
        guard let elements = node.elements else { return readReply(node).map { [$0] } ?? [] }
        let replies = elements.compactMap { readReply($0) }
        if Set(replies.map(\.status)).count < replies.count {
            findings.report(
                .badValue, at: node.location, "two replies have the same status",
                hint: "clients tell replies apart by their status")
        }
        return replies
    }

    private func references(_ reader: MappingReader, _ key: String, kind: String, among known: [String]) -> [String] {
        reader.texts(key).compactMap { name in
            if known.contains(name.value) { return name.value }
            findings.reportUnknown(kind, name.value, at: name.location, among: known)
            return nil
        }
    }

    func reference(_ reader: MappingReader, _ key: String, kind: String, among known: [String]) -> String? {
        guard let name = reader.text(key), let node = reader.node(key) else { return nil }
        if known.contains(name) { return name }
        findings.reportUnknown(kind, name, at: node.location, among: known)
        return nil
    }

    private func impliedCauses(
        route: Route, access: Access, path: [Field], query: [Field], body: [Field]?, isLimited: Bool, pages: Bool
    ) -> [ErrorCause] {
        var causes: [ErrorCause] = []
        if body != nil { causes += [.jsonBody, .mediaType, .bodySize] }
        // An Idempotency-Key that is none is refused as input is.
        let isRetrySafe = route.method == .post && access != .anyone
        if body != nil || !query.isEmpty || isRetrySafe { causes.append(.input) }
        if access != .anyone { causes.append(.credential) }
        if access.requirements.contains(where: { $0.role != nil }) { causes.append(.role) }
        if access.requirements.contains(where: { $0.scope != nil }) { causes.append(.scope) }
        if pages { causes.append(.origin) }
        if !path.isEmpty { causes.append(.pathId) }
        if isRetrySafe { causes.append(.idempotency) }
        if isLimited { causes.append(.limit) }
        return causes + [.fault, .outage]
    }

    private func checkFields(
        _ fields: [Field], pathFields: [Field], of route: Route, at location: SourceLocation
    ) {
        var seen: [String: SourceLocation] = [:]
        for field in fields {
            if let first = seen[field.name] {
                findings.report(
                    .duplicateField, at: field.location, "the field '\(field.name)' stands twice in this operation",
                    note: Finding.Note(text: "the first is", location: first))
            }
            seen[field.name] = field.location
        }
        let inRoute = route.segments.compactMap { segment -> String? in
            if case .parameter(let name) = segment { name } else { nil }
        }
        for name in inRoute where !pathFields.contains(where: { $0.name == name }) {
            findings.report(
                .pathParameter, at: location, "the path parameter '\(name)' has no type",
                hint: "say so: path: { \(name): SomeId }")
        }
        for field in pathFields where !inRoute.contains(field.name) {
            findings.report(
                .pathParameter, at: field.location, "the route has no parameter '\(field.name)'",
                hint: suggestion(for: field.name, among: inRoute))
        }
    }
}
