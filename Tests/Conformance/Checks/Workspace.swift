import Contract

/// A workspace that this run has made, with one of everything, and the requests that have succeeded in making it: the
/// controls of all that is refused later.
struct Workspace: Sendable {
    private(set) var values: [String: String] = [:]
    /// For each operation, a request that has succeeded.
    private(set) var controls: [String: Attempt] = [:]
    private let run: Run

    /// Why there is no workspace.
    struct Unavailable: Error, CustomStringConvertible {
        let description: String
        let exchange: Exchange?
    }

    /// Signs up, verifies, invites an operator, issues keys, opens a chat session and posts.
    static func make(_ run: Run) async throws -> Workspace {
        var workspace = Workspace(run: run)
        try await workspace.signUp()
        try await workspace.addOperator()
        try await workspace.issueKeys()
        try await workspace.chat()
        return workspace
    }

    private init(run: Run) {
        self.run = run
    }

    subscript(_ name: String) -> String { values[name] ?? "" }

    /// The token that an operation's first kind of caller carries.
    func token(for operation: Operation) -> String? {
        operation.access.requirements.first.map { self[$0.credential] }
    }

    private mutating func signUp() async throws {
        for name in ["slug", "email", "password", "teammate_email", "teammate_password"] {
            let type = ["slug": "Handle"][name] ?? (name.hasSuffix("email") ? "Email" : "Password")
            values[name] = run.fresh(type).text
        }
        _ = try await call("checkHandle", ["slug": self["slug"]])
        let receipt = try await call(
            "signUp",
            [
                "full_name": "Ada Lovelace", "email": self["email"], "password": self["password"],
                "company_name": "Conformance", "slug": self["slug"], "plan": "trial",
            ])
        values["tenant"] = receipt["tenant_id"]?.text
        values["verification"] = try await verificationToken(receipt)
        let grant = try await call("verifySignup", ["tenant_id": self["tenant"], "token": self["verification"]])
        values["session"] = grant["token"]?.text
        _ = try await call("login", ["email": self["email"], "password": self["password"]])
    }

    private func verificationToken(_ receipt: JSON) async throws -> String? {
        if let token = receipt["verification_token"]?.text { return token }
        guard let mailbox = run.mailbox, let mail = run.contract.mail(named: "verification"),
            let token = try await mailbox.link(of: mail, to: self["email"])?["token"]
        else {
            throw Unavailable(
                description: "this environment discloses no verification token and there is no mailbox", exchange: nil)
        }
        return token
    }

    private mutating func addOperator() async throws {
        let invitation = try await call(
            "inviteTeammate", ["email": self["teammate_email"], "org_role": "operator"], token: self["session"])
        values["invitation"] = invitation["token"]?.text
        let grant = try await call(
            "acceptInvitation",
            [
                "tenant_id": self["tenant"], "token": self["invitation"], "full_name": "Charles Babbage",
                "password": self["teammate_password"],
            ])
        values["operator"] = grant["token"]?.text
        _ = try await call("listMembers", [:], token: self["session"])
    }

    private mutating func issueKeys() async throws {
        for (name, type) in [("key", "secret"), ("other_key", "secret"), ("publishable", "publishable")] {
            let key = try await call("createKey", ["name": name, "key_type": type], token: self["session"])
            values[name] = key["secret"]?.text
            values[name + "_id"] = key["key_id"]?.text
        }
        _ = try await call("listKeys", [:], token: self["session"])
        _ = try await call("introspectKey", [:], token: self["key"])
    }

    private mutating func chat() async throws {
        let grant = try await call(
            "openChatSession", ["external_user_id": run.fresh("ExternalUserId").text ?? ""], token: self["key"])
        values["chat"] = grant["token"]?.text
        values["conversation"] = grant.at(["chat", "channel_id"])?.text
        let channel = try await call(
            "createChannel", ["name": "Checks", "channel_type": "support"], token: self["key"])
        values["channel"] = channel["channel_id"]?.text
        let own = ["channel_id": self["channel"]]
        let talk = ["channel_id": self["conversation"]]
        _ = try await call("listChannels", [:], token: self["key"])
        _ = try await call("getChannel", own, token: self["key"])
        _ = try await call("postMessage", own.merging(["content": "Hello"]) { $1 }, token: self["key"])
        _ = try await call("listMessages", own, token: self["key"])
        _ = try await call("getChatSession", [:], token: self["chat"])
        _ = try await call("listConversations", [:], token: self["chat"])
        _ = try await call("getConversation", talk, token: self["chat"])
        _ = try await call("sendMessage", talk.merging(["content": "Hello"]) { $1 }, token: self["chat"])
        _ = try await call("readMessages", talk, token: self["chat"])
    }

    /// Calls an operation that must succeed, and remembers the request as its control.
    @discardableResult
    mutating func call(_ name: String, _ fields: [String: String], token: String? = nil) async throws -> JSON {
        guard let operation = run.contract.operation(named: name) else { return .null }
        let attempt = run.attempt(operation, fields.mapValues { .string($0) }, token: token)
        let (exchange, problems) = try await run.succeed(attempt)
        guard problems.isEmpty, let data = exchange.reply.data else {
            throw Unavailable(
                description: "\(name) failed: \(problems.joined(separator: "; "))", exchange: exchange)
        }
        if controls[name] == nil { controls[name] = attempt }
        return data
    }
}
