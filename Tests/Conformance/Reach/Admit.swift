import Contract

/// The ways into a deployment, one for each rung.
extension Workspace {
    /// Signs up, verifies and signs in.
    ///
    /// - Parameter first: A workspace that is there already: then the verification is tried by several at once, and for
    ///   that workspace before.
    /// - Throws: `OutOfReach` where the environment can verify nobody, which it may.
    static func signUp(_ run: Run, after first: Workspace? = nil) async throws -> Workspace {
        if run.tier < .full, let signup = run.signups.claim() { return try await adopt(signup, run) }
        var workspace = Workspace(run: run)
        for (name, type) in [("slug", "Handle"), ("email", "Email"), ("password", "Password")] {
            workspace.keep(name, run.fresh(type))
        }
        try await workspace.call("checkHandle", ["slug": .kept("slug")])
        let receipt = try await workspace.call(
            "signUp",
            [
                "full_name": .canary(run, "FullName"), "email": .kept("email"), "password": .kept("password"),
                "company_name": .canary(run, "CompanyName"), "slug": .kept("slug"), "plan": .text("trial"),
            ])
        workspace.keep("tenant", receipt["tenant_id"])
        let token = try await workspace.token(
            of: "verification", disclosed: receipt["verification_token"], to: workspace.value("email"))
        workspace.keep("verification", token)
        if let first { try await workspace.contest(besides: first.value("tenant")) }
        let grant: JSON
        if let told = workspace.controls["verifySignup"]?.control?.exchange.reply.data {
            grant = told
        } else {
            grant = try await workspace.call(
                "verifySignup", ["tenant_id": .kept("tenant"), "token": .kept("verification")])
        }
        run.signups.claimLatest()
        workspace.keep("session", grant["token"])
        workspace.keep("owner_id", grant.at(["user", "user_id"]))
        let again = try await workspace.call("login", ["email": .kept("email"), "password": .kept("password")])
        workspace.keep("spare_session", again["token"])
        return workspace
    }

    /// Signs in to a workspace that is there already. The login is no control: what is edited is tried again and again,
    /// and its account would be locked.
    static func enter(_ login: Admission.Login, _ run: Run) async throws -> Workspace {
        var workspace = Workspace(run: run)
        let grant = try await workspace.admit("the login that was given") { workspace in
            try await workspace.call(
                "login", ["email": .text(login.email), "password": .text(login.password)], isControl: false)
        }
        guard grant["role"]?.text == "admin" else {
            throw OutOfReach("the login that was given is \(grant["role"]?.text ?? "nobody")'s, and not an admin's")
        }
        workspace.keep("session", grant["token"])
        workspace.keep("owner_id", grant.at(["user", "user_id"]))
        workspace.keep("tenant", grant.at(["tenant", "tenant_id"]))
        workspace.keep("slug", grant.at(["tenant", "slug"]))
        return workspace
    }

    /// Presents a key, which says what it may do.
    static func present(_ key: String, _ run: Run) async throws -> Workspace {
        var workspace = Workspace(run: run, values: ["key": key])
        let told = try await workspace.admit("the API key that was given") { workspace in
            try await workspace.call("introspectKey", token: "key")
        }
        workspace.keep("tenant", told["tenant_id"])
        workspace.keep("key_id", told["key_id"])
        workspace.limit(to: (told["scopes"]?.elements ?? []).compactMap(\.text))
        return workspace
    }

    /// A credential that the deployment does not know is no fault of the deployment's.
    private mutating func admit(
        _ what: String, _ call: (inout Workspace) async throws -> JSON
    ) async throws -> JSON {
        do {
            return try await call(&self)
        } catch let failure as Unavailable {
            guard failure.exchange?.reply.status == 401 else { throw failure }
            throw OutOfReach("\(what) is refused: \(failure.exchange?.reply.code ?? "no code")")
        }
    }

    /// The same workspace with another key of its own.
    func with(otherKey: String) -> Workspace {
        var workspace = self
        workspace.keep("other_key", otherKey)
        return workspace
    }

    /// A token that a mail carries: from the reply where it is disclosed, else from the mailbox.
    func token(of mail: String, disclosed: JSON?, to address: String) async throws -> String {
        if let token = disclosed?.text { return token }
        guard let mailbox = run.mailbox, let mail = run.contract.mail(named: mail) else {
            throw OutOfReach("this environment discloses no token, and there is no mailbox to look into")
        }
        guard let token = try await mailbox.link(of: mail, to: address)?["token"] else {
            throw Unavailable(description: "no mail with a link to \(mail.page) came", exchange: nil)
        }
        return token
    }
}
