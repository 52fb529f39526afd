import Contract

/// `ClientFrame`, a struct for every frame with fields, and how a frame is read from bytes.
enum SocketFrameEmitter {
    static func source(_ socket: Socket, _ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        emitEnumeration(socket, contract, into: &source)
        source.gap()
        emitReceived(socket, into: &source)
        for frame in socket.frames where !frame.fields.isEmpty {
            source.gap()
            emitStruct(frame, into: &source)
        }
        return source
    }

    private static func emitEnumeration(_ socket: Socket, _ contract: Contract, into source: inout SwiftSource) {
        source.doc("What a client may send on the socket.")
        source.block("public enum ClientFrame: Sendable") { body in
            for frame in socket.frames {
                body.origin(frame.location)
                body.doc(frame.summary)
                let payload = frame.fields.isEmpty ? "" : "(\(frame.typeName))"
                body.line("case \(SwiftNames.declared(frame.caseName))\(payload)")
            }
            if let credential = contract.credentials.first(where: \.isScoped) {
                body.gap()
                emitScope(socket, credential, contract, into: &body)
            }
        }
    }

    private static func emitScope(
        _ socket: Socket, _ credential: Credential, _ contract: Contract, into source: inout SwiftSource
    ) {
        source.doc("The scope that a \(credential.name) needs to send this.")
        source.block("public var scope: \(credential.noun)Scope?") { body in
            body.switchLines(
                socket.frames.map { frame in
                    (frame.caseName, frame.scope.map { "." + contract.scopeCase($0) } ?? "nil", frame.location)
                })
        }
    }

    private static func emitReceived(_ socket: Socket, into source: inout SwiftSource) {
        source.doc("A frame as it came in: what it says, or why it cannot be used.")
        source.block("public struct ReceivedFrame: Sendable") { body in
            body.doc(
                "The name that its sender gave it, kept even where the rest cannot be used: the answer repeats it.")
            body.line("public let ref: \(socket.ref.swift)?")
            body.line("public let content: Result<ClientFrame, FrameProblem>")
        }
        source.gap()
        source.block("extension ReceivedFrame") { body in
            body.doc("Reads a frame. Its type and its ref may stand anywhere in it; unknown fields are ignored.")
            body.block("public init(_ bytes: [UInt8])") { emitReading(socket, into: &$0) }
        }
    }

    private static func emitReading(_ socket: Socket, into source: inout SwiftSource) {
        source.line("var problems = FieldProblems()")
        source.line("let head: FrameHead<\(socket.ref.swift)>")
        source.line("do {")
        source.indented { $0.line("head = try FrameHead(bytes, &problems)") }
        source.line("} catch {")
        source.indented { body in
            body.line("self.init(ref: nil, content: .failure(error))")
            body.line("return")
        }
        source.line("}")
        let isRead = socket.frames.contains { !$0.fields.isEmpty }
        if isRead { source.line("var json = JSONReader(bytes)") }
        source.line("let frame: ClientFrame?")
        source.line("switch head.type {")
        for frame in socket.frames {
            let value =
                frame.fields.isEmpty
                ? ".\(frame.caseName)"
                : "\(frame.typeName).read(from: &json, &problems).map { .\(frame.caseName)($0) }"
            source.origin(frame.location)
            source.caseLine("case \"\(frame.name)\"", "frame = \(value)")
        }
        source.line("case nil: frame = nil")
        source.line("default:")
        source.indented { body in
            body.line("self.init(ref: head.ref, content: .failure(.unknownType))")
            body.line("return")
        }
        source.line("}")
        source.line("guard let frame, problems.isEmpty else {")
        source.indented { body in
            body.line("self.init(ref: head.ref, content: .failure(.invalidFields(problems.all)))")
            body.line("return")
        }
        source.line("}")
        source.line("self.init(ref: head.ref, content: .success(frame))")
    }

    private static func emitStruct(_ frame: ClientFrame, into source: inout SwiftSource) {
        let members = frame.fields.map { StructEmitter.Member($0) }
        source.origin(frame.location)
        source.doc("The fields of `\(frame.name)`.")
        source.block("public struct \(frame.typeName): JSONReadable") { body in
            StructEmitter.properties(members, into: &body)
            body.gap()
            StructEmitter.initializer(members, into: &body)
            body.gap()
            RecordEmitter.emitReading(frame.fields, into: &body)
        }
    }
}

extension ClientFrame {
    /// `AuthFrame`.
    var typeName: String { SwiftNames.upperCamel(name) + "Frame" }

    var caseName: String { SwiftNames.lowerCamel(name) }
}
