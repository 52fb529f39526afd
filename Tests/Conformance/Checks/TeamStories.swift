import Contract

/// What becomes of people and their sessions when the roster changes.
struct TeamStories: Stories {
    let world: World

    func all() -> [Check] {
        [
            deletedInvitation(), resentInvitation().beyond, changedRole(), removedMember(), lastOwner().beyond,
            reset().beyond, loggedOut().beyond,
        ]
    }

    /// Somebody new in the workspace.
    private struct Teammate {
        let email: JSON
        let password: JSON
        let id: String
        let session: String
    }

    private func invite(_ role: String, _ steps: inout Steps) async throws -> JSON {
        let invite = try control("inviteTeammate")
        return try await steps.succeed(
            invite.with("email", steps.run.fresh("Email")).with("org_role", .string(role)), "inviting")
    }

    private func accept(_ invitation: JSON, _ password: JSON) throws -> Attempt {
        try control("acceptInvitation").with("token", invitation["token"]).with("password", password)
    }

    private func join(_ role: String, _ steps: inout Steps) async throws -> Teammate {
        let password = steps.run.fresh("Password")
        let invitation = try await invite(role, &steps)
        let grant = try await steps.succeed(accept(invitation, password), "accepting")
        return Teammate(
            email: try steps.need(invitation["email"], "email"), password: password,
            id: try steps.need(grant.at(["user", "user_id"])?.text, "member"),
            session: try steps.need(grant["token"]?.text, "session"))
    }

    private func deletedInvitation() -> Check {
        story("deleted-invitation", "a deleted invitation is listed no more and cannot be accepted", ["3-6", "3-7"]) {
            run in
            var steps = Steps(run)
            let invitation = try await invite("viewer", &steps)
            let id = try steps.need(invitation["invitation_id"]?.text, "invitation")
            let list = try control("listInvitations")
            let delete = try control("deleteInvitation")
            let accept = try accept(invitation, run.fresh("Password"))
            func isListed(_ data: JSON) -> Bool { (data.elements ?? []).contains { $0["invitation_id"]?.text == id } }
            steps.expect(isListed(try await steps.succeed(list, "listing")), "the invitation is not listed")
            try await steps.succeed(delete.at("invitation_id", id), "deleting")
            steps.expect(!isListed(try await steps.succeed(list, "listing")), "the deleted invitation is listed")
            try await steps.refuse(accept, world.code(.pathId), "accepting")
            return steps.verdict
        }
    }

    private func resentInvitation() -> Check {
        story("resent-invitation", "an invitation that is sent again opens with its new link only", ["3-4"]) { run in
            var steps = Steps(run)
            let invitation = try await invite("viewer", &steps)
            let id = try steps.need(invitation["invitation_id"]?.text, "invitation")
            let resend = try control("resendInvitation")
            let old = try accept(invitation, run.fresh("Password"))
            let again = try await steps.succeed(resend.at("invitation_id", id), "sending again")
            try await steps.refuse(old, world.code(.pathId), "the old link")
            try await steps.succeed(accept(again, run.fresh("Password")), "the new link")
            return steps.verdict
        }
    }

    private func changedRole() -> Check {
        story("changed-role", "a changed role takes effect on a session that is open", ["3-8", "2-2"]) { run in
            var steps = Steps(run)
            let teammate = try await join("operator", &steps)
            let change = try control("changeMember")
            let list = try control("listMembers")
            let theirs = list.by(teammate.session)
            try await steps.refuse(theirs, world.code(.role), "as operator")
            let promote = change.at("user_id", teammate.id).with("org_role", .string("admin"))
            try await steps.succeed(promote, "promoting")
            try await steps.succeed(theirs, "as admin")
            try await steps.succeed(promote.with("org_role", .string("viewer")), "demoting")
            try await steps.refuse(theirs, world.code(.role), "as viewer")
            return steps.verdict
        }
    }

    private func removedMember() -> Check {
        story(
            "removed-member", "a removed member's sessions stop working, and nobody can sign in as them",
            ["3-5", "3-9"]
        ) {
            run in
            var steps = Steps(run)
            let teammate = try await join("admin", &steps)
            let remove = try control("removeMember")
            let list = try control("listMembers")
            let login = try control("login")
            try await steps.succeed(list.by(teammate.session), "before")
            try await steps.succeed(remove.at("user_id", teammate.id), "removing")
            try await steps.refuse(list.by(teammate.session), world.code(.credential), "their session")
            try await steps.refuse(
                login.with("email", teammate.email).with("password", teammate.password), "invalid_credentials",
                "signing in")
            let members = try await steps.succeed(list, "listing").elements ?? []
            steps.expect(!members.contains { $0["user_id"]?.text == teammate.id }, "the removed member is listed")
            return steps.verdict
        }
    }

    private func lastOwner() -> Check {
        story(
            "last-owner", "nobody removes or demotes the last owner, and an admin does not touch an owner",
            ["3-8", "3-9"]
        ) {
            run in
            var steps = Steps(run)
            try world.first.mayChange()
            let teammate = try await join("admin", &steps)
            let remove = try control("removeMember")
            let change = try control("changeMember")
            let list = try control("listMembers")
            let members = try await steps.succeed(list, "listing").elements ?? []
            let owner = try steps.need(
                members.first { $0["org_role"]?.text == "owner" }?["user_id"]?.text, "owner")
            let demote = change.at("user_id", owner).with("org_role", .string("admin"))
            try await steps.refuse(remove.at("user_id", owner), "last_owner", "removing the last owner")
            try await steps.refuse(demote, "last_owner", "demoting the last owner")
            try await steps.refuse(demote.by(teammate.session), "forbidden", "an admin demoting an owner")
            try await steps.refuse(
                change.at("user_id", teammate.id).with("org_role", .string("owner")).by(teammate.session), "forbidden",
                "an admin making an owner")
            return steps.verdict
        }
    }

    private func reset() -> Check {
        story("password-reset", "a new password ends the old one and every session of the account", ["2-1"]) { run in
            var steps = Steps(run)
            let teammate = try await join("admin", &steps)
            let forgot = try control("forgotPassword")
            let reset = try control("resetPassword")
            let login = try control("login")
            let me = try control("getMe")
            let receipt = try await steps.succeed(forgot.with("email", teammate.email), "forgetting")
            let token = try await world.first.token(
                of: "passwordReset", disclosed: receipt["reset_token"], to: teammate.email.text ?? "")
            let fresh = run.fresh("Password")
            let attempt = reset.with("token", .string(token)).with("password", fresh)
            try await steps.succeed(attempt, "setting the new password")
            try await steps.refuse(attempt, "already_used", "setting it again")
            try await steps.refuse(me.by(teammate.session), world.code(.credential), "the old session")
            let signIn = login.with("email", teammate.email)
            try await steps.refuse(
                signIn.with("password", teammate.password), "invalid_credentials", "the old password")
            try await steps.succeed(signIn.with("password", fresh), "the new password")
            return steps.verdict
        }
    }

    private func loggedOut() -> Check {
        story("logged-out", "a session that was ended stops working", ["2-1"]) { run in
            var steps = Steps(run)
            let login = try control("login")
            let logout = try control("logout")
            let me = try control("getMe")
            let session = try await steps.succeed(login, "signing in")["token"]?.text
            try await steps.succeed(me.by(session), "before")
            try await steps.succeed(logout.by(session), "signing out")
            try await steps.refuse(me.by(session), world.code(.credential), "after")
            return steps.verdict
        }
    }
}
