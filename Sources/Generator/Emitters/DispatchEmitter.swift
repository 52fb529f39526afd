import Contract

/// The dispatcher: from a request to its answer, in the same order for every operation.
enum DispatchEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [
            GeneratedFile(path: "Routing/Dispatcher.swift", source: dispatcher(contract)),
            GeneratedFile(path: "Routing/Dispatch.swift", source: dispatch(contract)),
        ]
            + contract.sections.filter { !$0.operations.isEmpty }.map { section in
                GeneratedFile(path: "Routing/\(section.name)Dispatch.swift", source: dispatch(section, contract))
            }
    }

    private static func dispatcher(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("Answers requests: route, limit, credential, access, input, handler, envelope.")
        source.block("public struct Dispatcher<API: Handlers, Guard: Gate>: Sendable") { body in
            body.line("let api: API")
            body.line("let gate: Guard")
            body.gap()
            body.origin(contract.location)
            body.doc("The largest body that any operation takes, in bytes.")
            body.line("public static var bodyLimit: Int { \(SwiftNames.literal(contract.bodyLimit)) }")
            body.gap()
            body.block("public init(api: API, gate: Guard)") { inner in
                inner.line("(self.api, self.gate) = (api, gate)")
            }
            body.gap()
            body.doc("Answers every request, whatever is wrong with it.")
            body.block("public func answer(_ request: APIRequest) async -> Answer") { inner in
                inner.line("guard let resource = Router.resource(at: request.path) else {")
                let unknown = contract.swiftCode(of: .unknownPath)
                inner.indented { $0.line("return Answer(Refusal(\(unknown)), to: request)") }
                inner.line("}")
                inner.line("guard let operation = resource[request.method] else {")
                inner.indented { deeper in
                    deeper.line("let allow = APIResponse.Header(\"Allow\", resource.allowed)")
                    deeper.line(
                        "return Answer(Refusal(\(contract.swiftCode(of: .wrongMethod)), headers: [allow]), to: request)"
                    )
                }
                inner.line("}")
                inner.line("var headers: [APIResponse.Header] = []")
                inner.line("do {")
                inner.indented {
                    $0.line("let response = try await dispatch(operation, request, &headers)")
                    $0.line("return Answer(response: response.adding(headers), operation: operation, fault: nil)")
                }
                inner.line("} catch let refusal as Refusal {")
                inner.indented { $0.line("return Answer(refusal.adding(headers), to: request, of: operation)") }
                inner.line("} catch {")
                inner.indented { deeper in
                    deeper.line(
                        "let refusal = Refusal(gate.isOutage(error) ? \(contract.swiftCode(of: .outage)) : \(contract.swiftCode(of: .fault)))"
                    )
                    deeper.line("return Answer(refusal.adding(headers), to: request, of: operation, fault: error)")
                }
                inner.line("}")
            }
        }
        source.gap()
        source.doc("A response, and what the log should know about it.")
        source.block("public struct Answer: Sendable") { body in
            body.line("public let response: APIResponse")
            body.doc("Nil when the request was not for any operation.")
            body.line("public let operation: APIOperation?")
            body.doc("What went wrong on the server's side; clients are told nothing of it.")
            body.line("public let fault: (any Error)?")
        }
        source.gap()
        source.block("extension Answer") { body in
            body.line("init(")
            body.indented {
                $0.line(
                    "_ refusal: Refusal, to request: APIRequest, of operation: APIOperation? = nil, fault: (any Error)? = nil"
                )
            }
            body.line(") {")
            body.indented {
                $0.line(
                    "self.init(response: refusal.response(to: request.origin), operation: operation, fault: fault)")
            }
            body.line("}")
            body.gap()
            body.doc("The answer to a body that is larger than ``Dispatcher/bodyLimit``.")
            body.block("public static func tooLarge(from origin: RequestOrigin) -> Answer") {
                $0.line(
                    "Answer(response: Refusal(\(contract.swiftCode(of: .bodySize))).response(to: origin), operation: nil, fault: nil)"
                )
            }
            body.gap()
            body.doc("The answer to what is no request by the rules of HTTP, with what is wrong with it.")
            body.line("public static func malformed(_ problem: FieldProblem, from origin: RequestOrigin) -> Answer {")
            body.indented { inner in
                inner.line("let refusal = Refusal(\(contract.swiftCode(of: .input)), details: [problem])")
                inner.line("return Answer(response: refusal.response(to: origin), operation: nil, fault: nil)")
            }
            body.line("}")
            body.gap()
            body.doc("The answer to a path that cannot be read.")
            body.block("public static func unknownPath(from origin: RequestOrigin) -> Answer") {
                $0.line(
                    "Answer(response: Refusal(\(contract.swiftCode(of: .unknownPath))).response(to: origin), operation: nil, fault: nil)"
                )
            }
        }
        return source
    }

    private static func dispatch(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.block("extension Dispatcher") { body in
            body.line("func dispatch(")
            body.indented {
                $0.line("_ operation: APIOperation, _ request: APIRequest, _ headers: inout [APIResponse.Header]")
            }
            body.line(") async throws -> APIResponse {")
            body.indented { inner in
                inner.line("switch operation {")
                for operation in contract.operations {
                    inner.origin(operation.location)
                    inner.line("case .\(operation.name): try await \(operation.name)(request, &headers)")
                }
                inner.line("}")
            }
            body.line("}")
        }
        return source
    }

    /// A function an operation: one for all would keep every case's state alive over every suspension, and the compiler
    /// would write each of them out.
    private static func dispatch(_ section: Section, _ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.block("extension Dispatcher") { body in
            for operation in section.operations {
                emitFunction(operation, contract, into: &body)
            }
        }
        return source
    }

    private static func emitFunction(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        source.origin(operation.location)
        let parameters = ["_ request: APIRequest", "_ headers: inout [APIResponse.Header]"]
        source.list("func \(operation.name)(", parameters, ") async throws -> APIResponse {")
        source.indented { body in
            let limits = contract.limits.filter { operation.limits.contains($0.name) }
            for limit in limits where limit.key == .address {
                emitCount(limit, by: "request.origin.network", into: &body)
            }
            if operation.access != .anyone {
                body.line("let caller = try await \(contract.callerType(operation.access))(request, gate)")
            }
            emitPageLimit(operation, contract, into: &body)
            for limit in limits where limit.key == .caller {
                emitCount(limit, by: "caller.holder.limitKey", into: &body)
            }
            let isInputNamed = isInputNamed(operation, limits, in: body)
            if isInputNamed { body.line("let input = try \(operation.typeName).Input(request)") }
            for limit in limits {
                guard case .field(let name) = limit.key else { continue }
                emitCount(limit, by: "input.\(SwiftNames.lowerCamel(name)).text.lowercased()", into: &body)
            }
            let input = isInputNamed ? "input" : "\(operation.typeName).Input(request)"
            emitCall(operation, with: input, into: &body)
        }
        source.line("}")
    }

    /// A token that stands in web pages is counted by who uses it, not by itself: all visitors share it.
    private static func emitPageLimit(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        guard case .caller(let requirement) = operation.access,
            let credential = contract.credential(named: requirement.credential), credential.isForPages,
            let limit = contract.limits.first(where: { $0.name == credential.pageLimit })
        else { return }
        source.block("if caller.principal.kind.isForPages") { body in
            emitCount(limit, by: "request.origin.network", into: &body)
        }
    }

    private static func emitCount(_ limit: RateLimit, by key: String, into source: inout SwiftSource) {
        source.line("try await gate.count(.\(SwiftNames.lowerCamel(limit.name)), by: \(key), &headers)")
    }

    /// Whether the input has a line of its own: for a limit that counts by a field, a block that must not run for an
    /// input that is refused, and where the call would be too long.
    private static func isInputNamed(
        _ operation: Operation, _ limits: [RateLimit], in source: SwiftSource
    ) -> Bool {
        guard operation.hasInput else { return false }
        let isCounted = limits.contains { if case .field = $0.key { true } else { false } }
        var probe = source.probe
        emitCall(operation, with: "\(operation.typeName).Input(request)", into: &probe)
        return operation.isRetrySafe || isCounted
            || probe.text.columns > SwiftSource.width + 1
    }

    private static func emitCall(_ operation: Operation, with input: String, into source: inout SwiftSource) {
        let caller = operation.access == .anyone ? "Visitor(origin: request.origin)" : "caller"
        let arguments = (operation.hasInput ? [input] : []) + ["as: \(caller)"]
        let call = "try await api.\(operation.name)(\(arguments.joined(separator: ", "))).response()"
        if operation.isRetrySafe {
            source.oneLiner("return try await gate.once(.\(operation.name), request, by: caller.holder)", call)
        } else {
            source.line("return \(call)")
            if let seconds = operation.cacheSeconds {
                source.indented { $0.line(".cacheable(for: \(seconds), request)") }
            }
        }
    }
}
