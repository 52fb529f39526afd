// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// A request that is not served, and why. Becomes the error envelope.
public struct Refusal: Error, Sendable {
    public let code: ErrorCode
    /// The fields that broke their rules.
    public let details: [FieldProblem]
    /// Headers that belong to this refusal, such as Allow and Retry-After.
    public let headers: [APIResponse.Header]

    public init(_ code: ErrorCode, details: [FieldProblem] = [], headers: [APIResponse.Header] = []) {
        (self.code, self.details, self.headers) = (code, details, headers)
    }

    /// Why a request could not be read: its syntax goes before its fields.
    init(_ body: ObjectReader) {
        guard body.failure == nil else {
            self.init(.invalidJson)
            return
        }
        self.init(body.problems)
    }

    /// Fields that break their rules.
    init(_ problems: FieldProblems) {
        self.init(.invalidRequest, details: problems.all)
    }

    /// A limit is used up for so many seconds.
    init(retryAfter seconds: Int) {
        self.init(.rateLimited, headers: [APIResponse.Header("Retry-After", String(seconds))])
    }

    /// The same refusal with more headers.
    func adding(_ more: [APIResponse.Header]) -> Refusal {
        Refusal(code, details: details, headers: headers + more)
    }

    /// The error envelope.
    public func response(to origin: RequestOrigin) -> APIResponse {
        let challenge =
            code.status == 401 ? [APIResponse.Header("WWW-Authenticate", "Bearer realm=\"Iris\"")] : []
        return .failure(
            code.status, code: code.rawValue, message: code.message, details: details,
            headers: headers + challenge, requestId: origin.requestId)
    }
}

extension ObjectReader {
    /// The body of a request, which must be declared as JSON.
    /// Where `orNothing` says that it may be left out, nothing counts as an empty object.
    init(
        bodyOf request: APIRequest, _ problems: FieldProblems = FieldProblems(), orNothing: Bool = false
    ) throws(Refusal) {
        let isNothing = orNothing && request.body.isEmpty
        guard isNothing || request.isJSON else { throw Refusal(.unsupportedMediaType) }
        self.init(isNothing ? Array("{}".utf8) : request.body, problems)
    }
}
