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
                    hint: "the first is '\(claimants[0].code)'")
            }
        }
        return errors
    }

    private mutating func readError(_ declaration: Declarations.Declaration) -> APIError? {
        let known = ["status", "message", "implied_by", "promises"]
        guard
            let reader = MappingReader(declaration.node, subject: "an error", known: known, findings: findings),
            findings.check(declaration.name, is: .snakeCase, "error code", at: declaration.nameLocation)
        else { return nil }
        let promises = citations(in: reader)
        let status = reader.requiredInteger("status", in: 400...599)
        let message = reader.requiredText("message")
        let causes = reader.texts("implied_by").compactMap {
            findings.choice(of: ErrorCause.self, $0.value, at: $0.location, for: "implied_by")
        }
        guard let status, let message else { return nil }
        return APIError(
            code: declaration.name, status: status, message: message, causes: causes, promises: promises,
            location: declaration.nameLocation)
    }

    /// Reads `limits`.
    mutating func readLimits() -> [RateLimit] {
        var limits: [RateLimit] = []
        for declaration in declarations.limits {
            let known = ["summary", "by", "allow", "every_seconds", "promises"]
            guard
                let reader = MappingReader(declaration.node, subject: "a limit", known: known, findings: findings),
                findings.check(declaration.name, is: .snakeCase, "limit", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            _ = reader.required("by")
            let summary = reader.requiredText("summary")
            let key = reader.choice("by", of: RateLimit.Key.self)
            let allowance = reader.requiredInteger("allow", in: 1...1_000_000)
            let window = reader.requiredInteger("every_seconds", in: 1...86_400)
            guard let summary, let key, let allowance, let window else { continue }
            limits.append(
                RateLimit(
                    name: declaration.name, summary: summary, key: key, allowance: allowance, window: window,
                    promises: promises, location: declaration.nameLocation))
        }
        return limits
    }
}
