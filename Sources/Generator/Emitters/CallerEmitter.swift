import Contract

/// The types of callers. Only the gate's answer makes one, so a handler that has one need not ask again.
enum CallerEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [GeneratedFile(path: "Access/Callers.swift", source: callers(contract))]
    }

    private static func callers(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("Anyone: a caller of a public operation.")
        source.block("public struct Visitor: Sendable") { body in
            body.line("public let origin: RequestOrigin")
        }
        var seen: Set<String> = []
        let accesses = contract.operations.map(\.access) + (contract.socket.map { [$0.access] } ?? [])
        let requirements = accesses.flatMap(\.requirements)
        let named = requirements.map { (type: contract.callerType($0), requirement: $0) }
        for (type, requirement) in named.sorted(by: { $0.type < $1.type }) where seen.insert(type).inserted {
            source.gap()
            emit(requirement, contract, into: &source)
        }
        for access in accesses {
            guard case .choice(let name, let requirements) = access, seen.insert(name).inserted else { continue }
            source.gap()
            emitChoice(name, requirements, contract, into: &source)
        }
        return source
    }

    private static func emit(_ requirement: Requirement, _ contract: Contract, into source: inout SwiftSource) {
        guard let credential = contract.credential(named: requirement.credential) else { return }
        source.doc(sentence(requirement))
        source.block("public struct \(contract.callerType(requirement)): \(credential.noun)Bearer") { body in
            body.line("public let principal: \(credential.noun)Principal")
            body.line("public let origin: RequestOrigin")
            body.gap()
            body.block("init(_ request: APIRequest, _ gate: some Gate) async throws") { inner in
                inner.line("try await self.init(gate.\(credential.name)(of: request), request.origin)")
            }
            body.gap()
            let isChecked = requirement.role != nil || requirement.scope != nil
            let throwing = isChecked ? " throws(Refusal)" : ""
            body.block("init(_ principal: \(credential.noun)Principal, _ origin: RequestOrigin)\(throwing)") { inner in
                inner.line("(self.principal, self.origin) = (principal, origin)")
                if let role = requirement.role {
                    inner.guardLine(
                        ["principal.role.covers(.\(SwiftNames.lowerCamel(role)))"],
                        else: "throw Refusal(\(contract.swiftCode(of: .role)))")
                }
                if let scope = requirement.scope {
                    inner.guardLine(
                        ["principal.scopes.contains(.\(contract.scopeCase(scope)))"],
                        else: "throw Refusal(\(contract.swiftCode(of: .scope)))")
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
                inner.line("throw Refusal(\(contract.swiftCode(of: .credential)))")
            }
            body.gap()
            body.doc("Whoever it is, whatever the credential.")
            body.block("public var holder: Holder") { inner in
                inner.line("switch self {")
                for requirement in requirements {
                    inner.line("case .\(requirement.credential)(let caller): caller.holder")
                }
                inner.line("}")
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
}
