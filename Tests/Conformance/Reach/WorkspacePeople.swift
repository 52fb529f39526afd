import Contract

/// Who is in a workspace, and what its admins do with them.
extension Workspace {
    mutating func buildTeam() async throws {
        for role in ["operator", "viewer"] { try await join(role, as: role) }
        try await attempt("listMembers", token: "session")
        if !isOwn {
            let again = try await attempt(
                "login", ["email": .kept("operator_email"), "password": .kept("operator_password")])
            keep("spare_session", again["token"])
        }
    }

    /// Invites somebody and lets them accept.
    mutating func join(_ role: String, as name: String) async throws {
        keep(name + "_email", run.fresh("Email"))
        keep(name + "_password", run.fresh("Password"))
        let invitation = try await attempt(
            "inviteTeammate", ["email": .kept(name + "_email"), "org_role": .text(role)], token: "session")
        keep(name + "_invitation", invitation["token"])
        let grant = try await attempt(
            "acceptInvitation",
            [
                "tenant_id": .kept("tenant"), "token": .kept(name + "_invitation"),
                "full_name": .canary(run, "FullName"), "password": .kept(name + "_password"),
            ])
        keep(name, grant["token"])
        keep(name + "_id", grant.at(["user", "user_id"]))
        // Nobody has joined: there is nobody of this address to sign in, either.
        if grant["token"]?.text == nil { for value in ["_email", "_password"] { keep(name + value, String?.none) } }
    }

    mutating func tryTeam() async throws {
        for name in ["kept", "deleted"] {
            let invitation = try await attempt(
                "inviteTeammate", ["email": .json(run.fresh("Email")), "org_role": .text("admin")], token: "session")
            keep(name + "_invitation_id", invitation["invitation_id"])
        }
        try await attempt("listInvitations", token: "session")
        try await attempt("resendInvitation", ["invitation_id": .kept("kept_invitation_id")], token: "session")
        try await attempt("deleteInvitation", ["invitation_id": .kept("deleted_invitation_id")], token: "session")
        try await attempt(
            "changeMember", ["user_id": .kept("viewer_id"), "org_role": .text("viewer")], token: "session")
        try await join("admin", as: "leaver")
        try await attempt("removeMember", ["user_id": .kept("leaver_id")], token: "session")

        try await attempt("getMe", token: "session")
        try await attempt("logout", token: "spare_session")
        if isOwn { try await attempt("resendVerification", ["email": .json(run.fresh("Email"))]) }
        try await tryReset()
    }

    private mutating func tryReset() async throws {
        let receipt = try await attempt("forgotPassword", ["email": .kept("operator_email")])
        guard receipt != .null, let address = values["operator_email"] else {
            try await attempt("resetPassword", ["token": .kept("reset"), "password": .kept("operator_password")])
            return
        }
        do {
            keep("reset", try await token(of: "passwordReset", disclosed: receipt["reset_token"], to: address))
        } catch let reason as OutOfReach {
            return leaveOut("resetPassword", reason)
        } catch let failure as Unavailable {
            return leaveOut("resetPassword", OutOfReach(failure.description))
        }
        let grant = try await attempt(
            "resetPassword", ["token": .kept("reset"), "password": .kept("operator_password")])
        if let token = grant["token"] { keep("operator", token) }
    }
}
