import Listening
import Mocking

/// One client's socket from its upgrade to its end.
struct SocketSession: Sendable {
    let connection: WebSocketConnection
    /// The time within which a token must come.
    let patience: Duration
    let chatter: Duration?

    private enum Happening: Sendable {
        case message(WebSocketMessage)
        case overdue
        case pause
        case end
    }

    func run(_ socket: MockSocket, presenting token: SocketToken) async {
        var socket = socket
        if case .token(let text) = token { perform(socket.present(text)) }
        let (happenings, feed) = AsyncStream.makeStream(of: Happening.self)
        await withTaskGroup { group in
            group.addTask {
                for await message in connection.messages { feed.yield(.message(message)) }
                feed.yield(.end)
            }
            group.addTask {
                if (try? await Task.sleep(for: patience)) != nil { feed.yield(.overdue) }
            }
            if let chatter {
                group.addTask { while (try? await Task.sleep(for: chatter)) != nil { feed.yield(.pause) } }
            }
            loop: for await happening in happenings {
                switch happening {
                case .message(.text(let text)): perform(socket.receive(text))
                case .message(.binary): perform([socket.binary])
                case .overdue: if !socket.isOpen { perform([socket.timeout]) }
                case .pause: perform(socket.chatter())
                case .end: break loop
                }
            }
            group.cancelAll()
        }
    }

    private func perform(_ effects: [MockSocket.Effect]) {
        for effect in effects {
            switch effect {
            case .send(let json): connection.send(.text(json.bytes))
            case .close(let code, let reason):
                connection.close(
                    UInt16(exactly: code).flatMap { CloseCode(rawValue: $0) } ?? .policyViolation, reason: reason)
            }
        }
    }
}
