import HTTPTypes
import Listening

@testable import Conformance

/// The peer's sockets, and their faults.
extension ChatPeer {
    nonisolated var endpoint: WebSocketEndpoint {
        WebSocketEndpoint(path: "/ws") { request in
            let header = request.head.headerFields[.authorization]?.split(separator: " ").last.map(String.init)
            let known = await self.caller(header)
            if header != nil, known == nil {
                let body = #"{"error":{"code":"unauthenticated","message":"No."}}"#
                return .refuse(.unauthorized, headers: [.contentType: "application/json"], body: Array(body.utf8))
            }
            return .accept { connection in
                let id = await self.newId()
                if let known { await self.admit(known, connection, id, ref: nil) }
                for await message in connection.messages { await self.take(message, connection, id) }
                await self.leave(id)
            }
        }
    }

    private func caller(_ token: String?) -> Caller? {
        guard let token else { return nil }
        return callers[token] ?? (fault == .credulous ? callers["key-one"] : nil)
    }

    private func admit(_ caller: Caller, _ connection: WebSocketConnection, _ id: String, ref: JSON?) {
        listeners[id] = Listener(connection: connection, caller: caller)
        let fields: [(String, JSON)] = [
            ("caller", Self.sender(caller)), ("heartbeat_seconds", .number("25")), ("expires_at", .string(Self.now)),
        ]
        answer("ready", ref, fields, connection)
    }

    private func leave(_ id: String) { listeners[id] = nil }

    private func answer(
        _ type: String, _ ref: JSON?, _ fields: [(String, JSON)], _ connection: WebSocketConnection
    ) {
        let head: [(String, JSON)] = [("type", .string(type))] + (ref.map { [("ref", $0)] } ?? [])
        connection.send(.text(Self.object(head + fields).description))
    }

    private func problem(_ code: String, _ ref: JSON?, _ connection: WebSocketConnection) {
        answer("error", ref, [("code", .string(code)), ("message", .string("No."))], connection)
    }

    private func take(_ message: WebSocketMessage, _ connection: WebSocketConnection, _ id: String) {
        guard case .text(let text) = message else { return connection.close(.unsupportedData) }
        let frame = try? JSONParser.parse(Array(text.utf8))
        let ref = frame?["ref"]
        guard let listener = listeners[id] else {
            guard let caller = caller(frame?["token"]?.text) else {
                let code: UInt16 = frame?["type"]?.text == "auth" ? 4401 : 4400
                return connection.close(CloseCode(rawValue: code) ?? .policyViolation)
            }
            return admit(caller, connection, id, ref: ref)
        }
        guard let frame else { return problem("invalid_json", nil, connection) }
        let channel = frame["channel_id"]?.text ?? ""
        switch frame["type"]?.text {
        case "ping": answer("pong", ref, [], connection)
        case "subscribe", "typing", "read":
            guard fault == .unguarded || rooms[channel]?.members.contains(listener.caller.id) == true else {
                return problem("not_found", ref, connection)
            }
            if frame["type"]?.text == "subscribe" { subscribe(id, to: channel, frame, connection) }
            if frame["type"]?.text == "typing" {
                let fields = [("sender", Self.sender(listener.caller)), ("is_typing", frame["is_typing"] ?? .null)]
                publish("typing.changed", fields, in: channel, notTo: listener.caller.id)
            }
        default: problem("unknown_type", ref, connection)
        }
    }

    private func subscribe(_ id: String, to channel: String, _ frame: JSON, _ connection: WebSocketConnection) {
        listeners[id]?.channels.insert(channel)
        let messages = rooms[channel]?.messages ?? []
        if let after = frame["after_seq"]?.integer, fault != .replaysNothing {
            for message in messages.dropFirst(fault == .replaysSeen ? max(0, after - 1) : after) {
                answer(
                    "message.created", nil, [("channel_id", .string(channel))] + Self.creation(message, .none),
                    connection)
            }
        }
        let fields: [(String, JSON)] = [
            ("channel_id", .string(channel)), ("last_seq", .number(String(messages.count))),
            ("recovered", .boolean(true)),
        ]
        answer("subscribed", frame["ref"], fields, connection)
    }
}
