import Contract

/// `ServerEvent`, and a struct for every event, which writes itself with its type in front.
enum SocketEventEmitter {
    static func source(_ socket: Socket) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("What the server sends on the socket.")
        source.block("public protocol ServerEvent: JSONWritable") { body in
            body.doc("The name under which clients know the event.")
            body.line("static var type: String { get }")
            body.doc("Whether it has a place in its channel's sequence, and a subscription makes up for it.")
            body.line("static var isReplayed: Bool { get }")
        }
        for event in socket.events {
            source.gap()
            emit(event, into: &source)
        }
        return source
    }

    private static func emit(_ event: ServerEvent, into source: inout SwiftSource) {
        let members = event.fields.map { StructEmitter.Member($0) }
        source.origin(event.location)
        source.doc(event.summary)
        if !event.promises.isEmpty {
            source.doc("")
            source.doc("promises \(event.promises.joined(separator: ", "))")
        }
        source.block("public struct \(SwiftNames.upperCamel(event.name))Event: ServerEvent") { body in
            body.line("public static let type = \(SwiftNames.literal(event.name))")
            body.line("public static let isReplayed = \(event.isReplayed)")
            StructEmitter.properties(members, into: &body)
            body.gap()
            StructEmitter.initializer(members, into: &body)
            RecordEmitter.emitWriting(event.fields, leading: ["json.member(\"type\", Self.type)"], into: &body)
        }
    }
}
