import Contract

extension Workspace {
    /// A workspace that a journey of this run has signed up for: its requests are the controls.
    static func adopt(_ signup: Signups.Signup, _ run: Run) async throws -> Workspace {
        var workspace = Workspace(run: run)
        let values = [
            "slug": signup.slug, "email": signup.email, "password": signup.password, "tenant": signup.tenant,
        ]
        for (name, value) in values { workspace.keep(name, value) }
        try await workspace.call("checkHandle", ["slug": .kept("slug")])
        workspace.keep("verification", signup.verification.attempt.body?["token"])
        workspace.remember(signup.signUp)
        workspace.remember(signup.verification)
        workspace.keep("session", signup.grant["token"])
        workspace.keep("owner_id", signup.grant.at(["user", "user_id"]))
        let again = try await workspace.call("login", ["email": .kept("email"), "password": .kept("password")])
        workspace.keep("spare_session", again["token"])
        return workspace
    }
}
