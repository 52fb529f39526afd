import Contract
import NIOWebSocket

/// Frames that are not what they should be, and the protocol below them.
struct SocketProtocolStories: Stories {
    let world: World

    func all() -> [Check] {
        [notJSON(), unknownType(), wrongField(), largest(), binary(), unmasked(), ping(), fragments(), goodbye()]
    }

    /// A socket of a new user that works.
    private func line(_ stage: SocketStage) async throws -> (line: SocketLine, user: SocketUser) {
        let user = try await stage.user()
        let line = try await stage.connect(Opening(token: user.token), "the user").line
        try await line.fence()
        return (line, user)
    }

    private func notJSON() -> Check {
        socketStory("not-json", "a frame that is not JSON is an error, and the socket stays open", ["8-3"]) { stage in
            let line = try await line(stage).line
            for text in ["{\"type\":", "hello", "", "{\"type\":\"ping\"} x"] {
                try await line.send(text: text)
                let code = try await line.next("error")["code"]?.text
                stage.expect(code == "invalid_json", "the error \(code ?? "") came")
                try await line.fence()
            }
        }
    }

    private func unknownType() -> Check {
        socketStory("unknown-type", "a frame of an unknown type is an error that names it", ["8-3"]) { stage in
            let line = try await line(stage).line
            for type in ["dance", "message.created", "SUBSCRIBE"] {
                try await line.refused(type, [:], with: "unknown_type")
                try await line.fence()
            }
        }
    }

    /// Each rule of a frame broken, one at a time.
    private func wrongField() -> Check {
        socketStory("wrong-field", "a frame with a wrong field is an error that points at it", ["8-3"]) { stage in
            let (line, user) = try await line(stage)
            let channel: [String: JSON] = ["channel_id": .string(user.conversation)]
            try await line.subscribe(user.conversation)
            let wrong: [(String, [String: JSON], String)] = [
                ("subscribe", [:], "/channel_id"),
                ("subscribe", ["channel_id": .string("here")], "/channel_id"),
                ("subscribe", ["channel_id": .number("1")], "/channel_id"),
                ("subscribe", channel.with("after_seq", .string("1")), "/after_seq"),
                ("subscribe", channel.with("after_seq", .number("-1")), "/after_seq"),
                ("typing", channel, "/is_typing"),
                ("typing", channel.with("is_typing", .string("true")), "/is_typing"),
                ("read", channel.with("seq", .null), "/seq"),
                ("presence", ["state": .string("offline")], "/state"),
            ]
            for (type, fields, pointer) in wrong {
                let error = try await line.answer("error", to: line.send(type, fields))
                stage.expect(
                    error["code"]?.text == "invalid_frame", "\(type): the error \(error["code"]?.text ?? "") came")
                stage.expect(error["pointer"]?.text == pointer, "\(type): the error does not point at \(pointer)")
                // A good frame in between: too many bad ones in a row may end the socket.
                try await line.fence()
            }
        }
    }

    /// The largest frame is taken; one byte more ends the socket.
    private func largest() -> Check {
        socketStory("largest-frame", "a frame of the largest size is taken, and a larger one ends the socket", ["8-3"])
        {
            stage in
            let line = try await line(stage).line
            func ping(_ size: Int) -> String {
                let rest = "{\"type\":\"ping\",\"ref\":\"large\",\"padding\":\"\"}".utf8.count
                let padding = String(repeating: "x", count: size - rest)
                return "{\"type\":\"ping\",\"ref\":\"large\",\"padding\":\"\(padding)\"}"
            }
            try await line.send(text: ping(stage.socket.frameLimit))
            _ = try await line.answer("pong", to: "large")
            try await line.send(text: ping(stage.socket.frameLimit + 1))
            try await expectClose("message_too_big", line, stage)
        }
    }

    private func binary() -> Check {
        socketStory("binary", "a binary frame ends the socket", ["8-3"]) { stage in
            let line = try await line(stage).line
            try await line.send(.binary, Array("{\"type\":\"ping\"}".utf8))
            try await expectClose("unsupported_data", line, stage)
        }
    }

    private func unmasked() -> Check {
        socketStory("unmasked", "a frame that is not masked ends the socket", ["8-3"]) { stage in
            let line = try await line(stage).line
            try await line.send(.text, Array("{\"type\":\"ping\"}".utf8), isMasked: false)
            try await expectClose("protocol_error", line, stage)
        }
    }

    private func expectClose(_ name: String, _ line: SocketLine, _ stage: SocketStage) async throws {
        let close = try await line.end()
        stage.expect(
            close != nil && close == stage.code(ofClose: name),
            "the close \(stage.code(ofClose: name).map(String.init) ?? name) was expected and "
                + "\(close.map(String.init) ?? "none") came")
    }

    private func ping() -> Check {
        socketStory("ping", "a ping of the protocol is answered with its own payload", ["8-3"]) { stage in
            let line = try await line(stage).line
            for payload in ["", "are you there?", String(repeating: "p", count: 125)] {
                try await line.send(.ping, Array(payload.utf8))
                let pong = try await line.pong()
                stage.expect(pong == Array(payload.utf8), "the pong has another payload")
            }
        }
    }

    private func fragments() -> Check {
        socketStory("fragments", "a message in fragments is one message, and a ping may stand between them", ["8-3"]) {
            stage in
            let line = try await line(stage).line
            let parts = ["{\"type\":", "\"ping\",\"re", "f\":\"whole\"}"].map { Array($0.utf8) }
            try await line.send(.text, parts[0], isLast: false)
            try await line.send(.ping, [1])
            try await line.send(.continuation, parts[1], isLast: false)
            try await line.send(.continuation, parts[2])
            let pong = try await line.pong()
            stage.expect(pong == [1], "the pong has another payload")
            _ = try await line.answer("pong", to: "whole")
        }
    }

    private func goodbye() -> Check {
        socketStory("goodbye", "a close is answered with a close, and the connection ends", ["8-3"]) { stage in
            let line = try await line(stage).line
            let close = try await line.leave("bye")
            stage.expect(close == 1000, "the close \(close.map(String.init) ?? "none") came")
        }
    }
}
