import Contract

/// `SocketClose`: the ways in which the server ends a socket.
enum SocketCloseEmitter {
    static func source(_ socket: Socket) -> SwiftSource {
        var source = SwiftSource.file()
        source.doc("The ways in which the server ends a socket. The raw values are the close codes.")
        source.block("public enum SocketClose: UInt16, Sendable, CaseIterable") { body in
            for close in socket.closes {
                body.origin(close.location)
                body.doc(close.summary)
                body.line("case \(SwiftNames.declared(SwiftNames.lowerCamel(close.name))) = \(close.code)")
            }
            body.gap()
            body.line("public var code: UInt16 { rawValue }")
            property("Whether connecting again with the same token can succeed.", "mayRetry: Bool", &body) {
                $0.mayRetry ? "true" : "false"
            }
            property("The close frame's reason.", "reason: String", &body) { SwiftNames.literal($0.name) }
            property("The close in plain words.", "meaning: String", &body) { SwiftNames.literal($0.summary) }
            emitInitializer(socket, into: &body)
        }
        return source

        func property(
            _ summary: String, _ declaration: String, _ body: inout SwiftSource, value: (SocketClose) -> String
        ) {
            body.gap()
            body.doc(summary)
            body.block("public var \(declaration)") { inner in
                inner.switchLines(socket.closes.map { (SwiftNames.lowerCamel($0.name), value($0), $0.location) })
            }
        }
    }

    private static func emitInitializer(_ socket: Socket, into source: inout SwiftSource) {
        guard socket.closes.contains(where: { !$0.errors.isEmpty }) else { return }
        source.gap()
        source.doc("The close that says what an error says; nil for an error that ends no socket.")
        source.block("public init?(for error: ErrorCode)") { body in
            body.line("switch error {")
            for close in socket.closes where !close.errors.isEmpty {
                let errors = close.errors.map { "." + SwiftNames.lowerCamel($0) }.joined(separator: ", ")
                body.origin(close.location)
                body.caseLine("case \(errors)", "self = .\(SwiftNames.lowerCamel(close.name))")
            }
            body.line("default: return nil")
            body.line("}")
        }
    }
}
