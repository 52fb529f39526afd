import Contract

extension Explainer {
    /// Every error that an operation answers, and what brings it about, by status and then as the spec lists them.
    func refusals(of operation: Operation) -> [(error: APIError, reason: String)] {
        let causes = Set(RefusalDocument.causes(of: operation))
        return contract.errors.compactMap { error -> (error: APIError, reason: String)? in
            var reasons = error.causes.filter(causes.contains).map { reason($0, for: operation) }
            if operation.ownErrors.contains(error.code) { reasons.append(error.message.lowercasedStart) }
            reasons += operation.refusedFields.filter { $0.error == error.code }.map { "the body has `\($0.name)`" }
            return reasons.isEmpty ? nil : (error, reasons.joined(separator: "; or "))
        }.enumerated().sorted { ($0.element.error.status, $0.offset) < ($1.element.error.status, $1.offset) }
            .map(\.element)
    }

    private func reason(_ cause: ErrorCause, for operation: Operation) -> String {
        switch cause {
        case .bodySize: "the body has more than \(contract.bodyLimit) bytes"
        case .limit: "a limit is used up: \(operation.limits.joined(separator: ", "))"
        default: cause.reason
        }
    }
}

extension ErrorCause {
    /// What has happened, as a clause.
    var reason: String {
        switch self {
        case .unknownPath: "no operation has the path"
        case .wrongMethod: "the path does not answer the method"
        case .jsonBody: "the body is not JSON"
        case .mediaType: "the body is declared as something other than JSON"
        case .bodySize: "the body is too large"
        case .input: "a field, a query parameter or the Idempotency-Key breaks its rules"
        case .credential: "there is no token, or it is unknown, expired, revoked or of another kind"
        case .role: "the caller's role is below the one that is asked for"
        case .scope: "the token lacks the scope that is asked for"
        case .pathId: "an id in the path names nothing that the caller can see"
        case .origin: "the web page that asks is not on the list"
        case .idempotency: "the Idempotency-Key was used for another request"
        case .limit: "a limit is used up"
        case .fault: "the server fails"
        case .outage: "the server cannot reach what it needs"
        }
    }
}

extension String {
    /// A sentence as a clause: without its full stop, and small at its start unless a code or a name begins it.
    var lowercasedStart: String {
        let body = hasSuffix(".") ? String(dropLast()) : self
        let isName = body.dropFirst().prefix { $0 != " " }.contains { $0.isUppercase || $0 == "-" }
        return isName ? body : body.prefix(1).lowercased() + body.dropFirst()
    }
}
