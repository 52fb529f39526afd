import Contract

/// Who may open a socket, and how.
struct SocketAccessStories: Stories {
    let world: World

    func all() -> [Check] {
        let carriers = world.run.contract.socket.map(Opening.carriers) ?? [.header]
        return carriers.map(carried) + carriers.map(unknown) + ["session", "operator", "viewer", "key"].map(holder)
            + [early(), ended().beyond, revoked(), scope(), page()]
    }

    /// The token is taken from where the contract says that it may stand, and is never sent back.
    private func carried(_ carrier: Opening.Carrier) -> Check {
        socketStory("carried.\(carrier.name)", "a socket opens with the token in \(carrier.words)", ["8-3", "6-9"]) {
            stage in
            let user = try await stage.user()
            let (line, ready) = try await stage.connect(Opening(token: user.token, carrier: carrier), "the user")
            let caller = ready["caller"]
            stage.expect(
                caller?["sender_type"]?.text == "end_user" && caller?["sender_id"]?.text == user.id,
                "ready names somebody else")
            stage.expect(
                ready["heartbeat_seconds"]?.integer == stage.socket.heartbeatSeconds, "ready has another heartbeat")
            stage.expect(ready["expires_at"]?.text != nil, "ready does not say when the session ends")
            let agreed = carrier == .subprotocol ? stage.socket.subprotocol : nil
            stage.expect(line.wire.subprotocol == agreed, "another subprotocol was agreed on than was offered")
            try await line.fence()
        }
    }

    /// Each kind of token that opens a socket.
    private func holder(_ name: String) -> Check {
        socketStory("holder.\(name)", "a token of the kind \(name) opens a socket", ["8-3"]) { stage in
            let token = name == "key" ? try stage.key : try world.first.value(name)
            let (line, ready) = try await stage.connect(Opening(token: token), name)
            let type = name == "key" ? "key" : "member"
            stage.expect(ready.at(["caller", "sender_type"])?.text == type, "ready names another kind of caller")
            let id = try world.first.value(["session": "owner_id"][name] ?? name + "_id")
            stage.expect(ready.at(["caller", "sender_id"])?.text == id, "ready names somebody else")
            try await line.fence()
        }
    }

    /// Tokens like one that opens a socket.
    private func unknown(_ carrier: Opening.Carrier) -> Check {
        socketStory("unknown.\(carrier.name)", "a token that nobody issued in \(carrier.words) is refused", ["8-3"]) {
            stage in
            let token = try await stage.user().token
            var opening = Opening(token: token, carrier: carrier)
            _ = try await stage.connect(opening, "the control")
            let code = world.code(.credential)
            opening.token = "nobody_issued_this"
            try await stage.refuse(opening, code, "nonsense")
            opening.token = token.dropLast() + (token.hasSuffix("A") ? "B" : "A")
            try await stage.refuse(opening, code, "one character changed")
            opening.token = String(token.dropLast())
            try await stage.refuse(opening, code, "one character less")
        }
    }

    private func early() -> Check {
        socketStory("early", "a frame before the token ends the socket", ["8-3"]) { stage in
            let user = try await stage.user()
            _ = try await stage.connect(Opening(token: user.token, carrier: .firstFrame), "the control")
            let line = try await stage.open(Opening(carrier: .firstFrame), "the hasty one")
            try await line.send("subscribe", ["channel_id": .string(user.conversation)])
            let close = try await line.end()
            stage.expect(
                close == stage.code(ofClose: "bad_frame"), "the close \(close.map(String.init) ?? "none") came")
            stage.expect(line.events.allSatisfy { $0["type"]?.text == "error" }, "events came before the end")
        }
    }

    private func ended() -> Check {
        socketStory("ended-before", "the token of a session that has ended opens no socket", ["8-3", "6-9"]) { stage in
            let user = try await stage.user()
            _ = try await stage.connect(Opening(token: user.token), "the control")
            try await stage.succeed(stage.control("endChatSession").by(user.token), "ending the session")
            for carrier in Opening.carriers(of: stage.socket) {
                let opening = Opening(token: user.token, carrier: carrier)
                try await stage.refuse(opening, world.code(.credential), carrier.words)
            }
        }
    }

    private func revoked() -> Check {
        socketStory("revoked-before", "a revoked key opens no socket", ["4-6", "8-3"]) { stage in
            let key = try await stage.issueKey()
            _ = try await stage.connect(Opening(token: key.secret), "the control")
            try await stage.succeed(stage.control("revokeKey").at("key_id", key.id), "revoking")
            for carrier in Opening.carriers(of: stage.socket) {
                let opening = Opening(token: key.secret, carrier: carrier)
                try await stage.refuse(opening, world.code(.credential), carrier.words)
            }
        }
    }

    /// A key needs the scope that the socket names, and each frame the one that it names.
    private func scope() -> Check {
        socketStory("scope", "a key without the scope opens no socket, and sends no frame beyond its scopes", ["6-2"]) {
            stage in
            guard let needed = stage.socket.access.requirements.compactMap(\.scope).first else {
                throw OutOfReach("the socket needs no scope")
            }
            let all = stage.run.contract.scopes.filter { $0.grantedTo.contains("secret") }.map(\.name)
            let narrow = try await stage.issueKey([needed])
            let line = try await stage.connect(Opening(token: narrow.secret), "the narrow key").line
            let others = try await stage.issueKey(all.filter { $0 != needed })
            try await stage.refuse(Opening(token: others.secret), world.code(.scope), "without \(needed)")
            let channel = stage.run.freshId()
            for frame in stage.socket.frames {
                guard let scope = frame.scope, scope != needed else { continue }
                var fields: [String: JSON] = [:]
                for field in frame.fields where !field.isOptional { fields[field.name] = stage.run.fresh(field.type) }
                if fields["channel_id"] != nil { fields["channel_id"] = .string(channel) }
                try await line.refused(frame.name, fields, with: "insufficient_scope")
            }
            try await line.fence()
        }
    }

    /// In the other workspace: stories elsewhere set the first one's list.
    private func page() -> Check {
        socketStory("page", "a page that is not listed opens no socket", ["5-2", "8-3"]) { stage in
            let put = try world.settable().control("putWidgetSettings")
            let open = try world.settable().control("openChatSession")
            let listed = "https://sockets.example.com"
            try await stage.succeed(put.with("allowed_origins", .array([.string(listed)])), "listing")
            let grant = try await stage.succeed(
                open.with("external_user_id", stage.run.fresh("ExternalUserId")), "opening a chat session")
            for carrier in Opening.carriers(of: stage.socket) {
                var opening = Opening(token: grant["token"]?.text, carrier: carrier, origin: listed)
                _ = try await stage.connect(opening, "a listed page, \(carrier.words)")
                opening.origin = nil
                _ = try await stage.connect(opening, "no page, \(carrier.words)")
                for other in ["https://evil.example", "https://sockets.example.com.evil.example", "null"] {
                    opening.origin = other
                    try await stage.refuse(opening, world.code(.origin), "\(other), \(carrier.words)")
                }
            }
        }
    }
}
