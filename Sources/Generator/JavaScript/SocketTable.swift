import Contract

/// The socket as the client's script reads it.
enum SocketTable {
    static func emit(_ plan: SocketPlan, into source: inout SwiftSource) {
        let socket = plan.socket
        source.gap()
        source.origin(socket.location)
        source.line("const closes = {")
        source.indented { body in
            for close in socket.closes {
                body.origin(close.location)
                let name = JavaScriptNames.literal(close.name)
                body.line("\(close.code): { close: \(name), mayRetry: \(close.mayRetry) },")
            }
        }
        source.line("};")
        if let subscription = plan.subscription {
            let names = subscription.replayed.map(JavaScriptNames.literal)
            source.line("const replayed = [\(names.joined(separator: ", "))];")
        }
        source.line("const frames = {")
        source.indented { body in
            for frame in plan.plainFrames {
                body.origin(frame.location)
                body.line("\(JavaScriptNames.method(frame)): \(JavaScriptNames.literal(frame.name)),")
            }
        }
        source.line("};")
    }
}

extension SocketPlan {
    /// The frames that are sent as they are: the others are sent again when the socket comes back.
    var plainFrames: [ClientFrame] {
        var kept = [subscription?.frame, subscription?.end]
        if case .frame(let name, _, _) = identification { kept.append(name) }
        return socket.frames.filter { !kept.contains($0.name) }
    }
}
