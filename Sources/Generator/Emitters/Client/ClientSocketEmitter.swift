import Contract

/// The socket's client: its events as one enumeration, and what a client has to know of the contract to keep it open.
enum ClientSocketEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        guard let socket = contract.socket else { return [] }
        return [
            GeneratedFile(path: "Client/Socket/\(contract.socketName).swift", source: language(socket, contract)),
            GeneratedFile(path: "Client/Socket/EventRecords.swift", source: records(socket)),
        ]
    }

    private static func records(_ socket: Socket) -> SwiftSource {
        var source = SwiftSource.file(importing: ["ClientRuntime", "Generated", "Runtime"])
        source.gap()
        for event in socket.events {
            source.origin(event.location)
            ClientRecordEmitter.emitReading(event.typeName, event.fields, into: &source)
        }
        return source
    }

    private static func language(_ socket: Socket, _ contract: Contract) -> SwiftSource {
        let shape = SocketShape(socket, contract)
        var source = SwiftSource.file(importing: ["ClientRuntime", "Generated", "Runtime"])
        source.gap()
        source.origin(socket.location)
        source.doc(socket.summary)
        source.block("public enum \(contract.socketName): SocketLanguage") { body in
            body.doc("What the server sends.")
            body.block("public enum Event: Sendable") { inner in
                for event in socket.events {
                    inner.origin(event.location)
                    inner.line("case \(SwiftNames.declared(event.caseName))(\(event.typeName))")
                }
            }
            body.gap()
            body.line("public static var path: String { SocketContract.path }")
            emitOpening(socket, shape, into: &body)
            body.gap()
            emitFrames(socket, into: &body)
            body.gap()
            emitEvents(socket, shape, into: &body)
            body.gap()
            SocketResumptionEmitter.emit(shape.resumption, into: &body)
        }
        source.gap()
        source.block("extension \(contract.clientName)") { body in
            body.doc("The socket with this client's address; it is opened by the first look at its notices.")
            body.list(
                "public func socket(", ["token: ClientToken", "transport: any SocketTransport"],
                ") -> SocketClient<\(contract.socketName)> {")
            body.indented { $0.line("SocketClient(base: client.base, token: token, transport: transport)") }
            body.line("}")
        }
        return source
    }

    private static func emitOpening(_ socket: Socket, _ shape: SocketShape, into source: inout SwiftSource) {
        let isPresented = shape.authentication == nil && socket.tokenSubprotocolPrefix != nil
        let token = isPresented ? ", SocketContract.tokenSubprotocolPrefix + token" : ""
        source.oneLiner(
            "public static func subprotocols(token: String) -> [String]", "[SocketContract.subprotocol\(token)]")
        var frame = "nil"
        if let presenting = shape.authentication, let field = presenting.fields.first {
            let name = SwiftNames.lowerCamel(field.name)
            frame = ".\(presenting.caseName)(\(presenting.typeName)(\(name): .init(trusted: token)))"
        }
        source.oneLiner("public static func authentication(token: String) -> ClientFrame?", frame)
        let ready = shape.ready.map { "if case .\($0.caseName) = event { true } else { false }" } ?? "false"
        source.oneLiner("public static func isReady(_ event: Event) -> Bool", ready)
        source.oneLiner(
            "public static func mayRetry(code: UInt16) -> Bool", "SocketClose(rawValue: code)?.mayRetry ?? true")
    }

    private static func emitFrames(_ socket: Socket, into source: inout SwiftSource) {
        source.line("public static func content(of frame: ClientFrame) -> (type: String, fields: RequestBody) {")
        source.indented { body in
            body.line("switch frame {")
            for frame in socket.frames {
                body.origin(frame.location)
                let members = frame.fields.map { field in
                    "\"\(field.name)\": frame.\(SwiftNames.declared(SwiftNames.lowerCamel(field.name)))"
                        + (field.isNullable && !field.isOptional ? ".orNull" : "")
                }
                let pattern = frame.fields.isEmpty ? "" : "(let frame)"
                body.caseLine(
                    "case .\(frame.caseName)\(pattern)",
                    "(\"\(frame.name)\", [\(members.isEmpty ? ":" : members.joined(separator: ", "))])")
            }
            body.line("}")
        }
        source.line("}")
    }

    private static func emitEvents(_ socket: Socket, _ shape: SocketShape, into source: inout SwiftSource) {
        source.line(
            "public static func read(_ type: String, _ fields: inout ObjectReader) throws(BrokenRecord) -> Event? {")
        source.indented { body in
            body.line("switch type {")
            for event in socket.events {
                body.origin(event.location)
                body.line("case \(event.typeName).type: try .\(event.caseName)(\(event.typeName)(&fields))")
            }
            body.line("default: nil")
            body.line("}")
        }
        source.line("}")
    }
}

extension ServerEvent {
    /// `MessageCreatedEvent`.
    var typeName: String { SwiftNames.upperCamel(name) + "Event" }

    var caseName: String { SwiftNames.lowerCamel(name) }
}

extension Contract {
    /// `IrisSocket`.
    var socketName: String { SwiftNames.upperCamel(name) + "Socket" }
}
