import Contract

/// Frames, events and closes, and the socket that carries them.
enum SocketDeclarations {
    static func emit(_ plan: SocketPlan, _ names: JavaScriptNames, into source: inout SwiftSource) {
        let socket = plan.socket
        for event in socket.events {
            source.gap()
            source.origin(event.location)
            source.note([event.summary])
            source.interface(
                interface(event), event.fields, names, tag: ("type", JavaScriptNames.literal(event.name)))
        }
        for frame in plan.plainFrames where !frame.fields.isEmpty {
            source.gap()
            source.origin(frame.location)
            source.note([frame.summary])
            source.interface("\(SwiftNames.upperCamel(frame.name))Frame", frame.fields, names)
        }
        source.gap()
        emitCloses(socket, into: &source)
        source.gap()
        source.text(surroundings(names.client))
        source.gap()
        source.note(["What `on` tells of, by name; `*` for all."])
        source.block("export interface ServerEvents") { body in
            for event in socket.events {
                body.origin(event.location)
                body.line("\(JavaScriptNames.literal(event.name)): \(interface(event));")
            }
            body.line("connectionLost: ConnectionLost;")
            body.line("connectionEnded: ConnectionEnded;")
            body.line("'*': SocketEvent;")
        }
        source.gap()
        let all = socket.events.map(interface) + ["ConnectionLost", "ConnectionEnded"]
        source.union("export type SocketEvent =", all)
        source.gap()
        source.note([socket.summary, "It comes back after losses, and makes up for what was missed."])
        source.block("export class \(names.client)Socket implements AsyncIterable<SocketEvent>") { body in
            emitMembers(plan, names, into: &body)
        }
    }

    private static func interface(_ event: ServerEvent) -> String { SwiftNames.upperCamel(event.name) + "Event" }

    private static func emitCloses(_ socket: Socket, into source: inout SwiftSource) {
        source.note(["How the server ends a socket."])
        source.line("export type CloseName =")
        source.indented { body in
            for (index, close) in socket.closes.enumerated() {
                body.origin(close.location)
                body.line("/** \(close.code): \(JavaScriptNames.comment(close.summary)) */")
                let end = index + 1 == socket.closes.count ? ";" : ""
                body.line("| \(JavaScriptNames.literal(close.name))\(end)")
            }
        }
    }

    private static func emitMembers(
        _ plan: SocketPlan, _ names: JavaScriptNames, into source: inout SwiftSource
    ) {
        source.line("private constructor();")
        source.note(["Whether frames are taken now."])
        source.line("readonly isReady: boolean;")
        source.note(["Calls the handler for each such event, until the function is called that this gives."])
        source.line("on<Name extends keyof ServerEvents>(")
        source.indented { body in
            body.line("type: Name,")
            body.line("handler: (event: ServerEvents[Name]) => void,")
        }
        source.line("): () => void;")
        source.note(["Every event from now on, until the socket has ended for good."])
        source.line("[Symbol.asyncIterator](): AsyncIterableIterator<SocketEvent>;")
        source.note(["Ends the socket for good."])
        source.line("close(): void;")
        if let subscription = plan.subscription { emit(subscription, plan.socket, names, into: &source) }
        for frame in plan.plainFrames {
            source.gap()
            source.origin(frame.location)
            source.note([
                frame.summary, "Gives the frame's `ref`; undefined where it was not sent: the socket is not ready.",
            ])
            let isFree = frame.fields.allSatisfy(\.isOptional)
            let type = "\(SwiftNames.upperCamel(frame.name))Frame"
            let parameter = frame.fields.isEmpty ? "" : "fields\(isFree ? "?" : ""): \(type)"
            source.line("\(JavaScriptNames.method(frame))(\(parameter)): string | undefined;")
        }
    }

    private static func emit(
        _ subscription: SocketPlan.Subscription, _ socket: Socket, _ names: JavaScriptNames,
        into source: inout SwiftSource
    ) {
        guard let frame = socket.frame(named: subscription.frame),
            let key = frame.fields.first(where: { $0.name == subscription.key })
        else { return }
        source.gap()
        source.origin(frame.location)
        source.note([
            frame.summary,
            "It is asked for again, from the last place that was seen, whenever the socket has come back.",
        ])
        source.line("\(SwiftNames.lowerCamel(frame.name))(")
        source.indented { body in
            body.line("\(key.name): \(names.reference(key.type)),")
            let others = frame.fields.filter { $0.name != key.name }
            body.line("options\(others.allSatisfy(\.isOptional) ? "?" : ""): {")
            body.indented { inner in for field in others { inner.member(field, names) } }
            body.line("},")
        }
        source.line("): string | undefined;")
        if let end = subscription.end.flatMap(socket.frame(named:)) {
            source.gap()
            source.origin(end.location)
            source.note([end.summary])
            source.line(
                "\(SwiftNames.lowerCamel(end.name))(\(key.name): \(names.reference(key.type))): string | undefined;")
        }
    }

    private static func surroundings(_ client: String) -> String {
        """
        /** The connection is gone; the next attempt comes after so many milliseconds. */
        export interface ConnectionLost {
            type: 'connectionLost';
            code: number;
            close?: CloseName;
            delay: number;
        }

        /** The socket has ended, and will not come back. */
        export interface ConnectionEnded {
            type: 'connectionEnded';
            code: number;
            close?: CloseName;
        }

        /** As much of a browser's WebSocket as the client uses. */
        export interface WebSocketLike {
            onopen: ((event: any) => any) | null;
            onmessage: ((event: any) => any) | null;
            onclose: ((event: any) => any) | null;
            onerror: ((event: any) => any) | null;
            send(text: string): void;
            close(code?: number): void;
        }

        export interface \(client)SocketOptions {
            /** Where there is no WebSocket by itself, as in older versions of node. */
            WebSocket?: new (url: string, protocols: string[]) => WebSocketLike;
        }
        """
    }
}
