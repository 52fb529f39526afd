extension Resolver {
    /// Reads `errors`, and makes sure that every cause has exactly one error.
    mutating func readErrors() -> [APIError] {
        var errors: [APIError] = []
        for declaration in declarations.errors {
            if let error = readError(declaration) { errors.append(error) }
        }
        for cause in ErrorCause.allCases {
            let claimants = errors.filter { $0.causes.contains(cause) }
            if claimants.isEmpty, let first = declarations.errors.first {
                findings.report(
                    .missingKey, at: first.nameLocation, "no error says 'implied_by: \(cause.rawValue)'",
                    hint: "the generated code must answer that case with something")
            }
            for second in claimants.dropFirst() {
                findings.report(
                    .duplicateDeclaration, at: second.location, "a second error is implied by '\(cause.rawValue)'",
                    note: Finding.Note(text: "the first is '\(claimants[0].code)'", location: claimants[0].location))
            }
        }
        return errors
    }

    private mutating func readError(_ declaration: Declarations.Declaration) -> APIError? {
        guard
            let reader = MappingReader(declaration.node, AccessForms.error, findings: findings),
            findings.check(declaration.name, is: .snakeCase, "error code", at: declaration.nameLocation)
        else { return nil }
        let promises = citations(in: reader)
        let status = reader.requiredInteger("status")
        let message = reader.requiredText("message")
        let causes = reader.texts("implied_by").compactMap {
            findings.choice(of: ErrorCause.self, $0.value, at: $0.location, for: "implied_by")
        }
        guard let status, let message else { return nil }
        return APIError(
            code: declaration.name, status: status, message: message, causes: causes, promises: promises,
            location: declaration.nameLocation)
    }

    /// A limit that counts by a field, or by the caller, needs operations that have one.
    func checkFieldLimits(_ limits: [RateLimit], _ operations: [Operation]) {
        for operation in operations {
            for limit in limits where operation.limits.contains(limit.name) {
                switch limit.key {
                case .address: continue
                case .caller where operation.access != .anyone: continue
                case .caller:
                    findings.report(
                        .badValue, at: operation.location,
                        "the limit '\(limit.name)' counts by caller, and '\(operation.name)' is public",
                        hint: "count by address, or let it ask for a credential")
                case .field(let name):
                    if operation.bodyFields?.contains(where: { $0.name == name }) == true { continue }
                    findings.report(
                        .badValue, at: operation.location,
                        "the limit '\(limit.name)' counts by the field '\(name)', which '\(operation.name)' has not")
                }
            }
        }
    }

    /// `address`, `caller`, or `{ field: email }`.
    private func readLimitKey(_ node: YAMLNode) -> RateLimit.Key? {
        if node.entries != nil {
            return MappingReader(node, AccessForms.limitField, findings: findings)?
                .requiredText("field").map { .field($0) }
        }
        return findings.choice(of: AccessForms.SimpleLimitKey.self, node.text ?? "", at: node.location, for: "by").map {
            key in
            switch key {
            case .address: .address
            case .caller: .caller
            }
        }
    }

    /// Reads `limits`.
    mutating func readLimits() -> [RateLimit] {
        var limits: [RateLimit] = []
        for declaration in declarations.limits {
            guard
                let reader = MappingReader(declaration.node, AccessForms.limit, findings: findings),
                findings.check(declaration.name, is: .snakeCase, "limit", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            _ = reader.required("by")
            let summary = reader.requiredText("summary")
            let key = reader.node("by").flatMap { readLimitKey($0) }
            let allowance = reader.requiredInteger("allow")
            let window = reader.requiredInteger("every_seconds")
            guard let summary, let key, let allowance, let window else { continue }
            limits.append(
                RateLimit(
                    name: declaration.name, summary: summary, key: key, allowance: allowance, window: window,
                    promises: promises, location: declaration.nameLocation))
        }
        return limits
    }
}
