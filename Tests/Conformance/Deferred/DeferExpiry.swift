import Contract
import Foundation

/// Sets up what only time can show, at the end of a run: links, invitations and keys whose time will be over.
struct DeferExpiry: Sendable {
    let run: Run
    let deferrals: Deferrals
    /// Whether the run's workspaces stay: what is in them can be deferred then, and nothing of it otherwise.
    let keepsWorkspaces: Bool

    /// A minute later than the end, as a deployment may count whole seconds and run on several machines.
    private static let slack: TimeInterval = 60
    /// How long the key of a deferral lives.
    private static let keyLife: TimeInterval = 3_600

    /// Answers what was deferred. What cannot be set up is left out: nothing is claimed of it.
    func perform() async -> [Deferral] {
        var made: [Deferral] = []
        if let link = try? await verificationLink() { made.append(link) }
        if keepsWorkspaces, let signup = run.signups.lend(), let session = signup.grant["token"]?.text {
            if let key = try? await key(session) { made.append(key) }
            if let invitation = try? await invitation(signup, session) { made.append(invitation) }
        }
        return made
    }

    /// A signup that nobody verifies: it leaves nothing behind, so it can be deferred by any run.
    private func verificationLink() async throws -> Deferral? {
        guard let signup = run.signups.lend(), let control = signup.signUp.attempt.body else { return nil }
        let email = run.fresh("Email")
        let body = control.setting("email", to: email).setting("slug", to: run.fresh("Handle"))
            .setting("password", to: run.fresh("Password"))
        let data = try await succeed(signup.signUp.attempt.edited { $0.body = body })
        var token = data["verification_token"]?.text
        if token == nil, let mail = run.contract.mail(named: "verification"), let address = email.text {
            token = try await run.mailbox?.link(of: mail, to: address)?["token"]
        }
        guard let token, let tenant = data["tenant_id"]?.text, let due = time(data["expires_at"]) else { return nil }
        return try note(
            Deferral(
                id: "deferred.verification-link", title: "a verification link is refused once its 24 hours are over",
                promises: ["1-6"], due: due,
                request: .init(operation: "verifySignup", body: ["tenant_id": tenant, "token": token], token: nil),
                code: "token_expired", control: nil))
    }

    private func key(_ session: String) async throws -> Deferral? {
        guard let create = run.contract.operation(named: "createKey") else { return nil }
        let end = Date.now.addingTimeInterval(Self.keyLife)
        let mortal: [String: JSON] = [
            "name": .string("Ends"), "key_type": .string("secret"), "expires_at": .string(end.ISO8601Format()),
        ]
        let first = try await succeed(run.attempt(create, mortal, token: session))
        let lasting = mortal.merging(["name": .string("Stays")]) { $1 }.filter { $0.key != "expires_at" }
        let second = try await succeed(run.attempt(create, lasting, token: session))
        guard let secret = first["secret"]?.text, let other = second["secret"]?.text,
            let due = time(first["expires_at"])
        else { return nil }
        return try note(
            Deferral(
                id: "deferred.key", title: "a key is refused once its expires_at is over", promises: ["4-6"], due: due,
                request: .init(operation: "introspectKey", body: [:], token: secret),
                code: run.contract.error(impliedBy: .credential)?.code ?? "",
                control: .init(operation: "introspectKey", body: [:], token: other)))
    }

    private func invitation(_ signup: Signups.Signup, _ session: String) async throws -> Deferral? {
        guard let invite = run.contract.operation(named: "inviteTeammate") else { return nil }
        let fields: [String: JSON] = ["email": run.fresh("Email"), "org_role": .string("viewer")]
        let data = try await succeed(run.attempt(invite, fields, token: session))
        guard let token = data["token"]?.text, let due = time(data["expires_at"]),
            let password = run.fresh("Password").text
        else { return nil }
        return try note(
            Deferral(
                id: "deferred.invitation", title: "an invitation is refused once its time is over", promises: ["3-4"],
                due: due,
                request: .init(
                    operation: "acceptInvitation",
                    body: [
                        "tenant_id": signup.tenant, "token": token, "full_name": "Late Comer", "password": password,
                    ], token: nil),
                code: "token_expired", control: nil))
    }

    private func succeed(_ attempt: Attempt) async throws -> JSON {
        let (exchange, problems) = try await Purpose.$current.withValue("deferred") { try await run.succeed(attempt) }
        guard problems.isEmpty, let data = exchange.reply.data else { throw OutOfReach("it did not succeed") }
        return data
    }

    private func note(_ deferral: Deferral) throws -> Deferral {
        try deferrals.add(deferral)
        return deferral
    }

    private func time(_ json: JSON?) -> Date? {
        guard let text = json?.text else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
        return (try? Date(text, strategy: style)).map { $0.addingTimeInterval(Self.slack) }
    }
}
