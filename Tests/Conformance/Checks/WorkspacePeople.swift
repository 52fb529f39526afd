import Contract

/// How a workspace comes about, and who is in it.
extension Workspace {
    mutating func signUp() async throws {
        for name in ["slug", "email", "password"] {
            values[name] = run.fresh(["slug": "Handle", "email": "Email"][name] ?? "Password").text
        }
        try await call("checkHandle", ["slug": text("slug")])
        let receipt = try await call(
            "signUp",
            [
                "full_name": .string("Ada Lovelace"), "email": text("email"), "password": text("password"),
                "company_name": .string("Conformance"), "slug": text("slug"), "plan": .string("trial"),
            ])
        keep("tenant", receipt["tenant_id"])
        values["verification"] = try await token(
            of: "verification", disclosed: receipt["verification_token"], to: self["email"])
        let grant = try await call("verifySignup", ["tenant_id": text("tenant"), "token": text("verification")])
        keep("session", grant["token"])
        let again = try await call("login", ["email": text("email"), "password": text("password")])
        keep("spare_session", again["token"])
    }

    /// A token that a mail carries: from the reply where it is disclosed, else from the mailbox.
    func token(of mail: String, disclosed: JSON?, to address: String) async throws -> String? {
        if let token = disclosed?.text { return token }
        guard let mailbox = run.mailbox, let mail = run.contract.mail(named: mail),
            let token = try await mailbox.link(of: mail, to: address)?["token"]
        else {
            throw Unavailable(
                description: "this environment discloses no token and there is no mailbox", exchange: nil)
        }
        return token
    }

    mutating func buildTeam() async throws {
        for role in ["operator", "viewer"] {
            let grant = try await join(role)
            keep(role, grant["token"])
            keep(role + "_id", grant.at(["user", "user_id"]))
        }
        try await call("listMembers", token: "session")
    }

    /// Invites somebody and lets them accept.
    private mutating func join(_ role: String) async throws -> JSON {
        values[role + "_email"] = run.fresh("Email").text
        values[role + "_password"] = run.fresh("Password").text
        let invitation = try await call(
            "inviteTeammate", ["email": text(role + "_email"), "org_role": .string(role)], token: "session")
        keep(role + "_invitation", invitation["token"])
        return try await call(
            "acceptInvitation",
            [
                "tenant_id": text("tenant"), "token": text(role + "_invitation"),
                "full_name": .string("Charles Babbage"), "password": text(role + "_password"),
            ])
    }

    mutating func tryTeam() async throws {
        for name in ["kept", "deleted"] {
            let invitation = try await call(
                "inviteTeammate", ["email": run.fresh("Email"), "org_role": .string("admin")], token: "session")
            keep(name + "_invitation_id", invitation["invitation_id"])
        }
        try await attempt("listInvitations", token: "session")
        try await attempt("resendInvitation", ["invitation_id": text("kept_invitation_id")], token: "session")
        try await attempt("deleteInvitation", ["invitation_id": text("deleted_invitation_id")], token: "session")
        try await attempt(
            "changeMember", ["user_id": text("viewer_id"), "org_role": .string("viewer")], token: "session")
        let leaver = try await join("admin")
        keep("leaver_id", leaver.at(["user", "user_id"]))
        try await attempt("removeMember", ["user_id": text("leaver_id")], token: "session")

        try await attempt("getMe", token: "session")
        try await attempt("logout", token: "spare_session")
        try await attempt("resendVerification", ["email": run.fresh("Email")])
        let receipt = try await attempt("forgotPassword", ["email": text("operator_email")])
        values["reset"] = try await token(
            of: "passwordReset", disclosed: receipt["reset_token"], to: self["operator_email"])
        let grant = try await attempt("resetPassword", ["token": text("reset"), "password": text("operator_password")])
        if let token = grant["token"] { keep("operator", token) }
    }
}
