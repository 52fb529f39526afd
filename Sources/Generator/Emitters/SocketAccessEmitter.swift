import Contract

/// How a token alone makes a caller, and which frames that caller may send.
enum SocketAccessEmitter {
    static func source(_ socket: Socket, _ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.origin(socket.location)
        source.gap()
        source.block("extension \(contract.callerType(socket.access))") { body in
            emitInitializer(socket.access, contract, into: &body)
            if let credential = contract.credentials.first(where: \.isScoped) {
                body.gap()
                emitPermission(credential, socket.access, into: &body)
            }
        }
        return source
    }

    private static func emitInitializer(_ access: Access, _ contract: Contract, into source: inout SwiftSource) {
        source.doc("The caller behind a token that a socket has presented.")
        source.doc("")
        source.doc(
            "- Throws: A ``Refusal`` for a token that is unknown, expired or revoked, may not open the socket, or comes from a page that its workspace does not list; anything else is a fault."
        )
        source.block("public init(token text: String, from origin: RequestOrigin, gate: some Gate) async throws") {
            body in
            for requirement in access.requirements {
                guard let credential = contract.credential(named: requirement.credential) else { continue }
                body.line("if let token = \(credential.token.swift)(presented: text) {")
                body.indented { inner in
                    inner.line("let principal = try await gate.\(credential.name)(with: token, from: origin)")
                    let isChecked = requirement.role != nil || requirement.scope != nil
                    let effect = isChecked ? "try " : ""
                    if case .choice = access {
                        let caller = "\(contract.callerType(requirement))(principal, origin)"
                        inner.line("self = .\(requirement.credential)(\(effect)\(caller))")
                    } else {
                        inner.line("\(effect)self.init(principal, origin)")
                    }
                    inner.line("return")
                }
                body.line("}")
            }
            body.line("throw Refusal(\(contract.swiftCode(of: .credential)))")
        }
    }

    private static func emitPermission(_ credential: Credential, _ access: Access, into source: inout SwiftSource) {
        source.doc("Whether the caller's scopes let it send the frame; callers without scopes may send every frame.")
        source.block("public func may(send frame: ClientFrame) -> Bool") { body in
            let isScoped = access.requirements.contains { $0.credential == credential.name }
            guard isScoped else {
                body.line("true")
                return
            }
            guard case .choice(_, let requirements) = access else {
                body.line("frame.scope.map(principal.scopes.contains) ?? true")
                return
            }
            body.line("switch self {")
            let others = requirements.map(\.credential).filter { $0 != credential.name }
            body.caseLine(
                "case .\(credential.name)(let caller)", "frame.scope.map(caller.principal.scopes.contains) ?? true")
            if !others.isEmpty { body.line("case \(others.map { ".\($0)" }.joined(separator: ", ")): true") }
            body.line("}")
        }
    }
}
