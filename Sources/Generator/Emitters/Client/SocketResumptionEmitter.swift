import Contract

/// How a client takes a subscription up again, for sockets that have such.
enum SocketResumptionEmitter {
    static func emit(_ resumption: SocketShape.Resumption?, into source: inout SwiftSource) {
        guard let resumption else {
            source.line("public static func effect(of frame: ClientFrame) -> SubscriptionEffect? { nil }")
            source.line("public static func resuming(_ frame: ClientFrame, behind place: Int) -> ClientFrame { frame }")
            source.line("public static func place(of event: Event) -> SocketPlace? { nil }")
            return
        }
        source.origin(resumption.frame.location)
        let key = SwiftNames.lowerCamel(resumption.key.name)
        source.block("public static func effect(of frame: ClientFrame) -> SubscriptionEffect?") { body in
            body.line("switch frame {")
            body.line(
                "case .\(resumption.frame.caseName)(let frame): .begins(frame.\(SwiftNames.declared(key)).queryText)")
            if let end = resumption.end {
                body.line("case .\(end.caseName)(let frame): .ends(frame.\(SwiftNames.declared(key)).queryText)")
            }
            body.line("default: nil")
            body.line("}")
        }
        source.block("public static func resuming(_ frame: ClientFrame, behind place: Int) -> ClientFrame") { body in
            body.guardLine(["case .\(resumption.frame.caseName)(let frame) = frame"], else: "return frame")
            let arguments = resumption.frame.fields.map { field in
                let name = SwiftNames.lowerCamel(field.name)
                return field.name == resumption.after.name
                    ? "\(name): .init(trusted: place)" : "\(name): frame.\(SwiftNames.declared(name))"
            }
            body.call("return .\(resumption.frame.caseName)(\(resumption.frame.typeName)(", arguments, "))")
        }
        source.block("public static func place(of event: Event) -> SocketPlace?") { body in
            body.line("switch event {")
            let place = SwiftNames.declared(SwiftNames.lowerCamel(resumption.place))
            for event in resumption.events {
                body.line(
                    "case .\(event.caseName)(let event): SocketPlace(event.\(SwiftNames.declared(key)), event.\(place).value)"
                )
            }
            if let answer = resumption.answer {
                let last = SwiftNames.declared(SwiftNames.lowerCamel(answer.place.name))
                let isRecovered = SwiftNames.declared(SwiftNames.lowerCamel(answer.isRecovered.name))
                body.caseLine(
                    "case .\(answer.event.caseName)(let event)",
                    "SocketPlace(event.\(SwiftNames.declared(key)), event.\(last).value, isRecovered: event.\(isRecovered))"
                )
            }
            body.line("default: nil")
            body.line("}")
        }
    }
}
