import Contract

/// What was opened with something that ends, ends with it.
struct SocketEndStories: Stories {
    let world: World

    func all() -> [Check] { [revoked(), rotated(), ended().beyond, loggedOut().beyond, removed()] }

    /// The line must be closed as the contract says; another caller's stays open.
    private func expectEnd(of line: SocketLine, not other: SocketLine, _ stage: SocketStage) async throws {
        let close = try await line.end()
        let expected = stage.code(ofClose: "session_ended")
        stage.expect(
            close != nil && close == expected,
            "the close \(expected.map(String.init) ?? "session_ended") was expected and \(close.map(String.init) ?? "none") came"
        )
        try await other.fence()
    }

    private func revoked() -> Check {
        socketStory("revoked", "a revoked key's sockets are closed at once", ["4-6", "8-3"]) { stage in
            let (key, other) = (try await stage.issueKey(), try await stage.issueKey())
            let line = try await stage.connect(Opening(token: key.secret), "the revoked key").line
            let witness = try await stage.connect(Opening(token: other.secret), "another key").line
            try await line.fence()
            try await stage.succeed(stage.control("revokeKey").at("key_id", key.id), "revoking")
            try await expectEnd(of: line, not: witness, stage)
        }
    }

    private func rotated() -> Check {
        socketStory("rotated", "a rotated key's old sockets are closed, and its new secret opens one", ["4-5", "8-3"]) {
            stage in
            let (key, other) = (try await stage.issueKey(), try await stage.issueKey())
            let line = try await stage.connect(Opening(token: key.secret), "the old secret").line
            let witness = try await stage.connect(Opening(token: other.secret), "another key").line
            try await line.fence()
            let rotate = try stage.control("rotateKey").at("key_id", key.id)
            let new = try await stage.succeed(rotate, "rotating")["secret"]?.text
            try await expectEnd(of: line, not: witness, stage)
            try await stage.refuse(Opening(token: key.secret), world.code(.credential), "the old secret")
            _ = try await stage.connect(Opening(token: new), "the new secret")
        }
    }

    private func ended() -> Check {
        socketStory("ended", "a chat session that is ended takes its sockets with it", ["6-9", "8-3"]) { stage in
            let (user, other) = (try await stage.user(), try await stage.user())
            let line = try await stage.connect(Opening(token: user.token), "the user").line
            let witness = try await stage.connect(Opening(token: other.token), "another user").line
            try await line.fence()
            try await stage.succeed(stage.control("endChatSession").by(user.token), "ending the session")
            try await expectEnd(of: line, not: witness, stage)
        }
    }

    private func loggedOut() -> Check {
        socketStory("logged-out", "signing out closes the session's sockets", ["8-3"]) { stage in
            guard let session = try await stage.succeed(stage.control("login"), "signing in")["token"]?.text else {
                throw OutOfReach("nobody could sign in")
            }
            let line = try await stage.connect(Opening(token: session), "the session").line
            let witness = try await stage.connect(Opening(token: world.first.value("session")), "another session").line
            try await line.fence()
            try await stage.succeed(stage.control("logout").by(session), "signing out")
            try await expectEnd(of: line, not: witness, stage)
        }
    }

    private func removed() -> Check {
        socketStory("removed-member", "a removed member's sockets are closed at once", ["3-9", "8-3"]) { stage in
            let run = stage.run
            let invite = try stage.control("inviteTeammate").with("email", run.fresh("Email"))
                .with("org_role", .string("operator"))
            let invitation = try await stage.succeed(invite, "inviting")
            let accept = try stage.control("acceptInvitation").with("token", invitation["token"])
                .with("password", run.fresh("Password"))
            let grant = try await stage.succeed(accept, "accepting")
            guard let session = grant["token"]?.text, let id = grant.at(["user", "user_id"])?.text else {
                throw OutOfReach("nobody could join")
            }
            let line = try await stage.connect(Opening(token: session), "the member").line
            let witness = try await stage.connect(Opening(token: world.first.value("operator")), "another member").line
            try await line.fence()
            try await stage.succeed(stage.control("removeMember").at("user_id", id), "removing")
            try await expectEnd(of: line, not: witness, stage)
        }
    }
}
