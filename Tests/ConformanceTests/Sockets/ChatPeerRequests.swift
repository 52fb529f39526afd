import HTTPTypes
import Hummingbird

@testable import Conformance

/// The peer's requests: always right.
extension ChatPeer {
    func answer(_ request: Request) async throws -> Response {
        let bytes = Array(try await request.body.collect(upTo: 1 << 20).readableBytesView)
        let body = (try? JSONParser.parse(bytes)) ?? .null
        let token = request.headers[.authorization]?.split(separator: " ").last.map(String.init) ?? ""
        guard let caller = callers[token], caller.type == "key" else {
            return refusal(.unauthorized, "unauthenticated")
        }
        let parts = request.uri.path.split(separator: "/").map(String.init)
        switch (request.method, parts.dropFirst(3).first, parts.count) {
        case (.post, "sessions"?, 4): return openSession(caller)
        case (.post, "channels"?, 4): return success(.created, channel(openRoom(caller, [caller.id])))
        case (.post, "channels"?, 6): return post(body, in: parts[4], caller)
        case (.get, "messages"?, 5): return read(parts[4], caller)
        default: return refusal(.notFound, "not_found")
        }
    }

    private func success(_ status: HTTPResponse.Status, _ data: JSON) -> Response {
        ScriptedPeer.json(status, Self.object([("data", data)]).description)
    }

    private func refusal(_ status: HTTPResponse.Status, _ code: String) -> Response {
        ScriptedPeer.json(status, #"{"error":{"code":"\#(code)","message":"No."}}"#)
    }

    private func openRoom(_ caller: Caller, _ members: Set<String>) -> String {
        let id = newId()
        rooms[id] = Room(tenant: caller.tenant, members: members)
        return id
    }

    private func channel(_ id: String) -> JSON {
        Self.object([
            ("channel_id", .string(id)), ("name", .string("Peer")), ("channel_type", .string("support")),
            ("topic", .null), ("status", .string("open")), ("last_seq", .number("0")),
            ("created_at", .string(Self.now)),
            ("archived_at", .null),
        ])
    }

    private func openSession(_ caller: Caller) -> Response {
        let (user, token) = (newId(), "chat_token_\(newId().suffix(12))x")
        callers[token] = Caller(id: user, type: "end_user", tenant: caller.tenant)
        let session = Self.object([
            ("session_id", .string(newId())), ("tenant_id", .string(caller.tenant)), ("user_id", .string(user)),
            ("display_name", .null), ("expires_at", .string(Self.now)),
        ])
        let room = openRoom(caller, [caller.id, user])
        let chat = Self.object([("channel_id", .string(room)), ("name", .string("Peer"))])
        return success(.created, Self.object([("token", .string(token)), ("session", session), ("chat", chat)]))
    }

    private func post(_ body: JSON, in channel: String, _ caller: Caller) -> Response {
        guard let room = rooms[channel], room.members.contains(caller.id) else {
            return refusal(.notFound, "not_found")
        }
        let message = Self.object([
            ("message_id", .string(newId())), ("channel_id", .string(channel)),
            ("seq", .number(String(room.messages.count + 1))), ("sender", Self.sender(caller)),
            ("content", body["content"] ?? .null), ("content_type", .string("text")), ("client_message_id", .null),
            ("created_at", .string(Self.now)), ("changed_seq", .null), ("edited_at", .null), ("deleted_at", .null),
        ])
        rooms[channel]?.messages.append(message)
        publish("message.created", Self.creation(message, fault), in: channel)
        return success(.created, message)
    }

    private func read(_ id: String, _ caller: Caller) -> Response {
        let messages = rooms.values.filter { $0.members.contains(caller.id) }.flatMap(\.messages)
        guard let message = messages.first(where: { $0["message_id"]?.text == id }) else {
            return refusal(.notFound, "not_found")
        }
        return success(.ok, message)
    }

    static let now = "2026-01-01T00:00:00Z"

    static func sender(_ caller: Caller) -> JSON {
        object([
            ("sender_type", .string(caller.type)), ("sender_id", .string(caller.id)), ("display_name", .null),
        ])
    }

    /// The fields of a message's event.
    static func creation(_ message: JSON, _ fault: Fault) -> [(String, JSON)] {
        let shown = fault == .rewritten ? message.setting("content", to: .string("Something else")) : message
        return [("seq", message["seq"] ?? .null), ("message", shown)]
    }
}
