import Contract

/// What becomes of everything that somebody has open when what they may do changes: refused at once, closed at once.
struct SocketRosterStories: Stories {
    let world: World

    func all() -> [Check] { [changedRole(), promoted(), removedEverywhere(), reset(), keyRemoved(), archived()] }

    /// Somebody new, with a socket of theirs that works and one of somebody else's.
    private struct Scene {
        let somebody: Newcomer
        let line: SocketLine
        let witness: SocketLine
    }

    private func scene(_ stage: SocketStage, _ role: String) async throws -> Scene {
        let somebody = try await stage.newcomer(role)
        let witness = try await stage.newcomer("operator")
        let lines = [
            try await stage.connect(Opening(token: somebody.session), "the member").line,
            try await stage.connect(Opening(token: witness.session), "another member").line,
        ]
        for line in lines { try await line.fence() }
        return Scene(somebody: somebody, line: lines[0], witness: lines[1])
    }

    private func expectClose(_ name: String, of scene: Scene, _ stage: SocketStage) async throws {
        try await expectClose(name, of: scene.line, stage)
        try await scene.witness.fence()
    }

    private func expectClose(_ name: String, of line: SocketLine, _ stage: SocketStage) async throws {
        let (close, expected) = (try await line.end(), stage.code(ofClose: name))
        stage.expect(
            close != nil && close == expected,
            "\(line.name): the close \(expected.map(String.init) ?? name) was expected and "
                + "\(close.map(String.init) ?? "none") came")
    }

    private func changedRole() -> Check {
        socketStory(
            "changed-role", "a member's sockets are closed when the role changes, and open again", ["3-8", "8-3"]
        ) { stage in
            let scene = try await scene(stage, "operator")
            let user = try await stage.user()
            let sending = try stage.control("sendMessage").at("channel_id", user.conversation).by(
                scene.somebody.session)
            try await stage.succeed(sending, "writing as an operator")
            let change = try stage.control("changeMember").at("user_id", scene.somebody.id)
            try await stage.succeed(change.with("org_role", .string("viewer")), "demoting")
            try await expectClose("role_changed", of: scene, stage)
            try await stage.refuse(sending, world.code(.role), "writing as a viewer")
            let reading = try stage.control("readMessages").at("channel_id", user.conversation)
            try await stage.succeed(reading.by(scene.somebody.session), "reading as a viewer")
            let again = try await stage.listen(scene.somebody.session, to: [user.conversation], "the viewer")
            try await stage.post(in: user.conversation)
            _ = try await again.next("message.created")
        }
    }

    private func promoted() -> Check {
        socketStory(
            "promoted", "a promotion closes the sockets too, and the session administers at once", ["3-8", "2-2"]
        ) { stage in
            let scene = try await scene(stage, "viewer")
            let list = try stage.control("listMembers").by(scene.somebody.session)
            try await stage.refuse(list, world.code(.role), "as a viewer")
            let change = try stage.control("changeMember").at("user_id", scene.somebody.id)
            try await stage.succeed(change.with("org_role", .string("admin")), "promoting")
            try await expectClose("role_changed", of: scene, stage)
            try await stage.succeed(list, "as an admin")
        }
    }

    /// Every session of theirs and every socket of every session.
    private func removedEverywhere() -> Check {
        socketStory("removed-everywhere", "a removed member loses every session and every socket", ["3-9", "8-3"]) {
            stage in
            let scene = try await scene(stage, "operator")
            let login = try stage.control("login").with("email", scene.somebody.email)
                .with("password", scene.somebody.password)
            guard let second = try await stage.succeed(login, "signing in again")["token"]?.text else { return }
            let others = [
                try await stage.connect(Opening(token: second), "the second session").line,
                try await stage.connect(Opening(token: second, carrier: .firstFrame), "its second socket").line,
            ]
            let show = try stage.control("readMessages")
            for session in [scene.somebody.session, second] { try await stage.succeed(show.by(session), "before") }
            try await stage.succeed(stage.control("removeMember").at("user_id", scene.somebody.id), "removing")
            try await expectClose("session_ended", of: scene, stage)
            for line in others { try await expectClose("session_ended", of: line, stage) }
            for session in [scene.somebody.session, second] {
                try await stage.refuse(show.by(session), world.code(.credential), "reading afterwards")
                try await stage.refuse(Opening(token: session), world.code(.credential), "a socket afterwards")
            }
        }
    }

    private func reset() -> Check {
        socketStory("reset-elsewhere", "a new password closes the sockets of the account", ["2-1", "8-3"]) { stage in
            let scene = try await scene(stage, "operator")
            let forgot = try stage.control("forgotPassword").with("email", scene.somebody.email)
            let receipt = try await stage.succeed(forgot, "forgetting")
            let token = try await world.first.token(
                of: "passwordReset", disclosed: receipt["reset_token"], to: scene.somebody.email.text ?? "")
            let reset = try stage.control("resetPassword").with("token", .string(token))
                .with("password", stage.run.fresh("Password"))
            let grant = try await stage.succeed(reset, "setting the new password")
            try await expectClose("session_ended", of: scene, stage)
            _ = try await stage.connect(Opening(token: grant["token"]?.text), "the new session")
        }
    }

    /// A key that is taken out of a channel hears and reads no more of it, though it is as good as before elsewhere.
    private func keyRemoved() -> Check {
        socketStory(
            "key-removed", "a key that is taken out of a channel hears and reads no more of it", ["6-3", "6-12"]
        ) {
            stage in
            let key = try await stage.issueKey()
            let (channel, own) = (try await stage.channel(), try await stage.channel())
            for place in [channel, own] {
                let adding = try stage.control("addChannelMember").at("channel_id", place).edited {
                    $0.body = .object([JSON.Member(key: "user_id", value: .string(key.id))])
                }
                try await stage.succeed(adding, "adding the key")
            }
            let line = try await stage.listen(key.secret, to: [channel, own], "the key")
            let read = try stage.control("listMessages").by(key.secret)
            try await stage.post(in: channel)
            _ = try await line.next("message.created") { $0["channel_id"]?.text == channel }
            try await stage.succeed(read.at("channel_id", channel), "reading before")
            let removing = try stage.control("removeChannelMember").at("channel_id", channel).at("user_id", key.id)
            try await stage.succeed(removing, "removing the key")
            try await stage.refuse(read.at("channel_id", channel), world.code(.pathId), "reading after")
            try await stage.post(in: channel)
            try await stage.post(in: own)
            _ = try await line.next("message.created") { $0["channel_id"]?.text == own }
            try await line.fence()
            stage.expect(line.places(in: channel) == [1], "a message came after the removal")
            try await line.refused("subscribe", ["channel_id": .string(channel)], with: "not_found")
        }
    }

    private func archived() -> Check {
        socketStory(
            "archived", "an archived channel takes messages of nobody, and its sockets hear of none", ["6-11", "8-3"]
        ) { stage in
            let user = try await stage.user()
            let line = try await stage.listen(user.token, to: [user.conversation], "the user")
            let operatorToken = try world.first.value("operator")
            let send = try stage.control("sendMessage").at("channel_id", user.conversation)
            let senders = [
                (try stage.posting(in: user.conversation), "the key"), (send.by(user.token), "the user"),
                (send.by(operatorToken), "the operator"),
            ]
            for (attempt, name) in senders { try await stage.succeed(attempt.with("client_message_id", nil), name) }
            let archive = try stage.control("archiveChannel").at("channel_id", user.conversation)
            try await stage.succeed(archive, "archiving")
            for (attempt, name) in senders {
                try await stage.refuse(attempt.with("client_message_id", nil), "channel_archived", name)
            }
            _ = try await line.next("channel.updated")
            let unarchive = try stage.control("unarchiveChannel").at("channel_id", user.conversation)
            try await stage.succeed(unarchive, "opening again")
            try await stage.post(in: user.conversation)
            _ = try await line.next("message.created") { $0["seq"]?.integer == 4 }
            try await line.fence()
            stage.expect(line.places(in: user.conversation) == [1, 2, 3, 4], "not every place has come once, in order")
        }
    }
}

extension SocketStage {
    /// Somebody new in the first workspace.
    func newcomer(_ role: String) async throws -> Newcomer {
        let invite = try control("inviteTeammate").with("email", run.fresh("Email")).with("org_role", .string(role))
        let accept = try control("acceptInvitation")
        let invitation = try await succeed(invite, "inviting")
        let acceptance = accept.with("token", invitation["token"]).with("password", run.fresh("Password"))
        let grant = try await succeed(acceptance, "accepting")
        guard let id = grant.at(["user", "user_id"])?.text, let session = grant["token"]?.text else {
            throw OutOfReach("nobody could join")
        }
        return Newcomer(
            email: invitation["email"] ?? .null, password: acceptance.body?["password"] ?? .null, id: id,
            session: session, acceptance: acceptance)
    }
}
