import Contract

/// `Gate`, which the server implements, and what generated code makes of it.
enum GateEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        emitGate(contract, into: &source)
        if !contract.limits.isEmpty {
            source.gap()
            emitAdmission(into: &source)
        }
        source.gap()
        emitHolder(contract, into: &source)
        source.gap()
        emitChecks(contract, into: &source)
        return [GeneratedFile(path: "Access/Gate.swift", source: source)]
    }

    private static func emitGate(_ contract: Contract, into source: inout SwiftSource) {
        source.doc("What the server contributes to access: it recognises tokens and counts requests.")
        source.block("public protocol Gate: Sendable") { body in
            for credential in contract.credentials {
                body.origin(credential.location)
                body.doc("Whom the token belongs to; nil when it is unknown, expired or revoked.")
                body.line(
                    "func recognise(_ token: \(credential.token.swift), from origin: RequestOrigin) async throws -> \(credential.noun)Principal?"
                )
            }
            for credential in contract.credentials where credential.isForPages {
                body.doc("Whether the caller's workspace lists the origin of the web page that asks.")
                body.line("func lists(_ page: String, for caller: \(credential.noun)Principal) async throws -> Bool")
            }
            if !contract.limits.isEmpty {
                body.doc("Counts a request against a limit, together with others of the same key.")
                body.line("func admit(_ limit: Limit, by key: String) async -> Admission")
            }
            if contract.operations.contains(where: \.isRetrySafe) {
                body.doc("Performs a request, or gives the answer that the same Idempotency-Key was given before.")
                body.list(
                    "func once(",
                    [
                        "_ operation: APIOperation", "_ request: APIRequest", "by holder: Holder",
                        "_ perform: @Sendable () async throws -> APIResponse",
                    ], ") async throws -> APIResponse")
            }
            body.doc("Whether an error means that something the server needs cannot be reached just now.")
            body.line("func isOutage(_ error: any Error) -> Bool")
        }
    }

    private static func emitAdmission(into source: inout SwiftSource) {
        source.doc("What a limit says to a request.")
        source.block("public enum Admission: Sendable") { body in
            body.doc("Go on: so many more may follow at once, and after so many seconds the allowance is whole again.")
            body.line("case admitted(remaining: Int, wholeAfterSeconds: Int)")
            body.line("case refused(retryAfterSeconds: Int, wholeAfterSeconds: Int)")
        }
    }

    private static func emitHolder(_ contract: Contract, into source: inout SwiftSource) {
        source.doc("Whoever holds a credential, whatever it may do.")
        source.block("public enum Holder: Sendable") { body in
            for credential in contract.credentials {
                body.origin(credential.location)
                body.line("case \(credential.name)(\(credential.noun)Principal)")
            }
            body.gap()
            body.doc("What limits count the holder by: the first thing that its credential tells of it.")
            body.block("var limitKey: String") { inner in
                inner.line("switch self {")
                for credential in contract.credentials {
                    let name = credential.principal.first.map { SwiftNames.lowerCamel($0.name) } ?? "self"
                    inner.origin(credential.location)
                    inner.line("case .\(credential.name)(let principal): \"\(credential.name) \\(principal.\(name))\"")
                }
                inner.line("}")
            }
        }
    }

    private static func emitChecks(_ contract: Contract, into source: inout SwiftSource) {
        source.block("extension Gate") { body in
            for (index, credential) in contract.credentials.enumerated() {
                if index > 0 { body.gap() }
                emitRecognition(credential, contract, into: &body)
            }
            if !contract.limits.isEmpty {
                body.gap()
                emitCount(into: &body)
            }
        }
    }

    private static func emitRecognition(
        _ credential: Credential, _ contract: Contract, into source: inout SwiftSource
    ) {
        source.origin(credential.location)
        source.block("func \(credential.name)(of request: APIRequest) async throws -> \(credential.noun)Principal") {
            body in
            body.guardLine(
                ["let token = \(credential.token.swift)(carriedBy: request)"],
                else: "throw Refusal(\(contract.swiftCode(of: .credential)))")
            body.line("return try await \(credential.name)(with: token, from: request.origin)")
        }
        source.gap()
        source.list(
            "func \(credential.name)(", ["with token: \(credential.token.swift)", "from origin: RequestOrigin"],
            ") async throws -> \(credential.noun)Principal {")
        source.indented { body in
            body.guardLine(
                ["let principal = try await recognise(token, from: origin)"],
                else: "throw Refusal(\(contract.swiftCode(of: .credential)))")
            if credential.isForPages {
                body.line("if principal.kind.isForPages, let page = origin.page {")
                body.indented { inner in
                    inner.guardLine(
                        ["try await lists(page, for: principal)"],
                        else: "throw Refusal(\(contract.swiftCode(of: .origin)))")
                }
                body.line("}")
            }
            body.line("return principal")
        }
        source.line("}")
    }

    private static func emitCount(into source: inout SwiftSource) {
        source.doc("Counts a request, and tells in the reply's headers what is left.")
        source.line("func count(_ limit: Limit, by key: String, _ headers: inout [APIResponse.Header]) async throws {")
        source.indented { body in
            body.line("switch await admit(limit, by: key) {")
            body.line("case .admitted(let remaining, let seconds):")
            body.indented { $0.line("headers += limit.headers(remaining: remaining, wholeAfter: seconds)") }
            body.line("case .refused(let retryAfter, let seconds):")
            body.indented {
                $0.line("headers += limit.headers(remaining: 0, wholeAfter: seconds)")
                $0.line("throw Refusal(retryAfter: retryAfter)")
            }
            body.line("}")
        }
        source.line("}")
    }
}

extension Credential {
    /// Whether some of its tokens stand in web pages.
    var isForPages: Bool { isScoped && kinds.contains(where: \.isForPages) }
}

extension Contract {
    /// The Swift case of the error that a cause brings about, with its leading dot.
    func swiftCode(of cause: ErrorCause) -> String {
        "." + SwiftNames.lowerCamel(error(impliedBy: cause)?.code ?? cause.rawValue)
    }
}
