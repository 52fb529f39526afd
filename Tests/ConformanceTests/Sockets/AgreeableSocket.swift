import HTTPTypes
import Listening

@testable import Conformance

typealias HTTPStatus = HTTPResponse.Status

/// A socket whose every answer is one that the contract knows, and that does nothing.
enum AgreeableSocket {
    static let endpoint = WebSocketEndpoint(path: "/ws") { request in
        .accept(subprotocol: request.subprotocols.first) { connection in
            let isKnown = request.head.headerFields[.authorization] != nil || request.query != nil
            if isKnown || !request.subprotocols.isEmpty { connection.send(.text(ready(nil))) }
            for await message in connection.messages {
                guard case .text(let text) = message else {
                    connection.close(.unsupportedData)
                    return
                }
                guard let frame = try? JSONParser.parse(Array(text.utf8)) else { continue }
                if let answer = answer(frame) { connection.send(.text(answer)) }
            }
        }
    }

    private static func ready(_ ref: JSON?) -> String {
        let sender = ChatPeer.sender(ChatPeer.Caller(id: ChatPeer.id(7), type: "end_user", tenant: ChatPeer.id(8)))
        return event(
            "ready", ref,
            [("caller", sender), ("heartbeat_seconds", .number("25")), ("expires_at", .string(ChatPeer.now))])
    }

    private static func answer(_ frame: JSON) -> String? {
        let ref = frame["ref"]
        switch frame["type"]?.text {
        case "auth": return ready(ref)
        case "ping": return event("pong", ref, [])
        case "subscribe":
            let channel = frame["channel_id"] ?? .null
            return event(
                "subscribed", ref, [("channel_id", channel), ("last_seq", .number("0")), ("recovered", .boolean(true))])
        case "unsubscribe": return event("unsubscribed", ref, [("channel_id", frame["channel_id"] ?? .null)])
        default: return nil
        }
    }

    private static func event(_ type: String, _ ref: JSON?, _ fields: [(String, JSON)]) -> String {
        let head: [(String, JSON)] = [("type", .string(type))] + (ref.map { [("ref", $0)] } ?? [])
        return ChatPeer.object(head + fields).description
    }
}
