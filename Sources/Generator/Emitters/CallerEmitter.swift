import Contract

/// The types of callers. Only the gate's answer makes one, so a handler that has one need not ask again.
enum CallerEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [
            GeneratedFile(path: "Access/Gate.swift", content: gate(contract)),
            GeneratedFile(path: "Access/Callers.swift", content: callers(contract)),
        ]
    }

    private static func gate(_ contract: Contract) -> String {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("What the server contributes to access: it recognises tokens and counts requests.")
        source.block("public protocol Gate: Sendable") { body in
            for credential in contract.credentials {
                body.doc("Whom the token belongs to; nil when it is unknown, expired or revoked.")
                body.line(
                    "func recognise(_ token: \(credential.token.swift), from origin: RequestOrigin) async throws -> \(credential.noun)Principal?"
                )
            }
            if !contract.limits.isEmpty {
                body.doc("Counts a request. Answers in how many seconds to try again when the limit is used up.")
                body.line("func admit(_ limit: Limit, from origin: RequestOrigin) async -> Admission")
            }
            body.doc("Whether an error means that something the server needs cannot be reached just now.")
            body.line("func isOutage(_ error: any Error) -> Bool")
        }
        if !contract.limits.isEmpty {
            source.gap()
            source.block("public enum Admission: Sendable") { body in
                body.line("case admitted")
                body.line("case refused(retryAfterSeconds: Int)")
            }
        }
        source.gap()
        source.block("extension Gate") { body in
            for credential in contract.credentials {
                body.line(
                    "func \(credential.name)(of request: APIRequest) async throws -> \(credential.noun)Principal {")
                body.indented { inner in
                    inner.guardLine(
                        [
                            "let token = \(credential.token.swift)(carriedBy: request)",
                            "let principal = try await recognise(token, from: request.origin)",
                        ], else: "throw Refusal(\(code(contract, .credential)))")
                    inner.line("return principal")
                }
                body.line("}")
            }
            if !contract.limits.isEmpty {
                body.line("func count(_ limit: Limit, _ request: APIRequest) async throws {")
                body.indented { inner in
                    inner.line("if case .refused(let seconds) = await admit(limit, from: request.origin) {")
                    inner.indented { $0.line("throw Refusal(retryAfter: seconds)") }
                    inner.line("}")
                }
                body.line("}")
            }
        }
        return source.text
    }

    private static func callers(_ contract: Contract) -> String {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("Anyone: a caller of a public operation.")
        source.block("public struct Visitor: Sendable") { body in
            body.line("public let origin: RequestOrigin")
        }
        var seen: Set<String> = []
        let accesses = contract.operations.map(\.access)
        let requirements = accesses.flatMap(\.requirements)
        for requirement in requirements.sorted(by: { contract.callerType($0) < contract.callerType($1) })
        where seen.insert(contract.callerType(requirement)).inserted {
            source.gap()
            emit(requirement, contract, into: &source)
        }
        for access in accesses {
            guard case .choice(let name, let requirements) = access, seen.insert(name).inserted else { continue }
            source.gap()
            emitChoice(name, requirements, contract, into: &source)
        }
        return source.text
    }

    private static func emit(_ requirement: Requirement, _ contract: Contract, into source: inout SwiftSource) {
        guard let credential = contract.credential(named: requirement.credential) else { return }
        source.doc(sentence(requirement))
        source.block("public struct \(contract.callerType(requirement)): \(credential.noun)Bearer") { body in
            body.line("public let principal: \(credential.noun)Principal")
            body.line("public let origin: RequestOrigin")
            body.gap()
            body.block("init(_ request: APIRequest, _ gate: some Gate) async throws") { inner in
                inner.line("principal = try await gate.\(credential.name)(of: request)")
                inner.line("origin = request.origin")
                if let role = requirement.role {
                    inner.guardLine(
                        ["principal.role.covers(.\(SwiftNames.lowerCamel(role)))"],
                        else: "throw Refusal(\(code(contract, .role)))")
                }
                if let scope = requirement.scope {
                    inner.guardLine(
                        ["principal.scopes.contains(.\(contract.scopeCase(scope)))"],
                        else: "throw Refusal(\(code(contract, .scope)))")
                }
            }
        }
    }

    private static func emitChoice(
        _ name: String, _ requirements: [Requirement], _ contract: Contract, into source: inout SwiftSource
    ) {
        source.doc("A caller with one of several credentials.")
        source.block("public enum \(name): Sendable") { body in
            for requirement in requirements {
                body.line("case \(requirement.credential)(\(contract.callerType(requirement)))")
            }
            body.gap()
            body.block("init(_ request: APIRequest, _ gate: some Gate) async throws") { inner in
                for requirement in requirements {
                    let token = contract.credential(named: requirement.credential)?.token.swift ?? ""
                    inner.line("if \(token)(carriedBy: request) != nil {")
                    inner.indented {
                        $0.line(
                            "self = .\(requirement.credential)(try await \(contract.callerType(requirement))(request, gate))"
                        )
                        $0.line("return")
                    }
                    inner.line("}")
                }
                inner.line("throw Refusal(\(code(contract, .credential)))")
            }
        }
    }

    private static func sentence(_ requirement: Requirement) -> String {
        if let role = requirement.role {
            return "A caller with a \(requirement.credential) of the role \(role) or above."
        }
        if let scope = requirement.scope {
            return "A caller with a \(requirement.credential) that has the scope `\(scope)`."
        }
        return "Any caller with a \(requirement.credential)."
    }

    private static func code(_ contract: Contract, _ cause: ErrorCause) -> String {
        "." + SwiftNames.lowerCamel(contract.error(impliedBy: cause)?.code ?? cause.rawValue)
    }
}
