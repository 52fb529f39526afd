/// Types, operations, callers and what else becomes a type of the generated module, each with a name of its own.
enum SwiftTypeNameRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        var taken: [String: String] = [:]
        for name in own { taken[name] = "a name of generated code itself" }
        for name in libraries { taken[name] = "a name of the runtime" }
        for name in swift { taken[name] = "a name of Swift itself" }
        for declaration in declarations(of: contract) {
            if let other = taken[declaration.swift] {
                findings.report(
                    .swiftName, at: declaration.location,
                    "\(declaration.words) would be '\(declaration.swift)' in Swift, \(other)",
                    hint: "call it otherwise")
            } else {
                taken[declaration.swift] = "as would \(declaration.words)"
            }
        }
    }

    private struct Declaration {
        let swift: String
        let words: String
        let location: SourceLocation
    }

    private static func declarations(of contract: Contract) -> [Declaration] {
        var declarations = contract.types.map {
            Declaration(swift: $0.name, words: "the type '\($0.name)'", location: $0.location)
        }
        func add(_ swift: String, _ words: String, _ location: SourceLocation) {
            declarations.append(Declaration(swift: swift, words: words, location: location))
        }
        add(CamelCase.upper(contract.name) + "Client", "the client of '\(contract.name)'", contract.location)
        for credential in contract.credentials {
            for suffix in ["Principal", "Bearer", "Caller"] {
                add(credential.noun + suffix, "what '\(credential.name)' gives", credential.location)
            }
        }
        for section in contract.sections {
            add(section.name + "Handlers", "the section '\(section.name)'", section.location)
        }
        for operation in contract.operations {
            add(CamelCase.upper(operation.name), "the operation '\(operation.name)'", operation.location)
        }
        for mail in contract.mails {
            add(CamelCase.upper(mail.name) + "Mail", "the mail '\(mail.name)'", mail.location)
        }
        var callers: Set<String> = []
        for operation in contract.operations {
            guard case .choice(let name, _) = operation.access, callers.insert(name).inserted else { continue }
            add(name, "the caller '\(name)'", operation.location)
        }
        for operation in contract.operations {
            for requirement in operation.access.requirements {
                guard let noun = contract.credential(named: requirement.credential)?.noun,
                    let right = requirement.role
                        ?? requirement.scope.flatMap({ name in contract.scopes.first { $0.name == name }?.caseName }),
                    callers.insert(CamelCase.upper(right) + noun).inserted
                else { continue }
                add(CamelCase.upper(right) + noun, "the caller of '\(operation.name)'", operation.location)
            }
        }
        guard let socket = contract.socket else { return declarations }
        add(CamelCase.upper(contract.name) + "Socket", "the socket of '\(contract.name)'", socket.location)
        for frame in socket.frames {
            add(CamelCase.upper(frame.name) + "Frame", "the frame '\(frame.name)'", frame.location)
        }
        for event in socket.events {
            add(CamelCase.upper(event.name) + "Event", "the event '\(event.name)'", event.location)
        }
        return declarations
    }

    private static let own = [
        "APIOperation", "Admission", "Answer", "AuditAction", "ClientFrame", "Dispatcher", "ErrorCode", "Event", "Gate",
        "Handlers", "Holder", "Limit", "ReceivedFrame", "Refusal", "Router", "ServerEvent", "SocketClose",
        "SocketContract", "StubHandlers", "Visitor",
    ]

    private static let libraries = [
        "APIClient", "APIRequest", "APIResponse", "ASCIISet", "BaseAddress", "BrokenRecord", "Change",
        "ClientFailure", "ClientSurroundings", "ClientToken", "ClientTransport", "Enumeration", "FieldProblem",
        "FieldProblems", "FrameHead", "FrameProblem", "Identifier", "IntegerRule", "IntegerScalar", "JSONReadable",
        "JSONReader", "JSONWritable", "JSONWriter", "NoCode", "ObjectReader", "OperationCall", "OperationCode",
        "Page", "PathSegments", "PercentEncoding", "QueryReader", "QueryWritable", "Record", "ReplyBody",
        "RequestBody", "RequestOrigin", "RequestQuery", "RetryPolicy", "SensitiveText", "Sensitivity", "SocketClient",
        "SocketLanguage", "SocketPlace", "SocketTransport", "SubscriptionEffect", "TextRule", "TextScalar",
        "Timestamp", "UUIDBits",
    ]

    private static let swift = [
        "Any", "Array", "Bool", "CaseIterable", "Error", "Int", "Protocol", "Result", "Self", "Sendable", "Set",
        "String", "Type", "UInt8",
    ]
}
