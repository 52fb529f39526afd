import Postgres
import Testing

@Suite("signing in, out, and after a forgotten password", .serialized)
struct PasswordResetTests {
    private static let fresh = "quite another phrase"

    private func forget(_ email: String, in deployment: Deployment) async throws -> Reply {
        try await deployment.send("POST", "/api/v1/owner/password/forgot", #"{"email":"\#(email)"}"#)
    }

    private func reset(
        _ token: String, to password: String = fresh, in deployment: Deployment
    ) async throws -> Reply {
        try await deployment.send(
            "POST", "/api/v1/owner/password/reset", #"{"token":"\#(token)","password":"\#(password)"}"#)
    }

    private func me(_ token: String, in deployment: Deployment) async throws -> Reply {
        try await deployment.send("GET", "/api/v1/owner/me", token: token)
    }

    @Test("a new password ends the old one, every session and every other link of the account, and nobody else's")
    func reset() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let mate = try await a.join("kim", as: "viewer", in: deployment)
            let other = try await deployment.login(a.ownerEmail)["token"]
            let first = try await forget("OWNER-a@example.com", in: deployment)
            let second = try await forget(a.ownerEmail, in: deployment)
            #expect(first.status == 202 && first["reset_token"].hasPrefix("iris_rst_"))
            let done = try await reset(first["reset_token"], in: deployment)
            #expect(done.status == 200 && done["role"] == "admin" && done["email"] == a.ownerEmail)
            #expect(try await me(a.owner, in: deployment).code == "unauthenticated")
            #expect(try await me(other, in: deployment).code == "unauthenticated")
            #expect(try await me(done["token"], in: deployment).status == 200)
            #expect(try await me(mate.session, in: deployment).status == 200)
            #expect(try await deployment.login(a.ownerEmail).code == "invalid_credentials")
            #expect(try await deployment.login(a.ownerEmail, Self.fresh).status == 200)
            #expect(try await reset(first["reset_token"], in: deployment).code == "already_used")
            #expect(try await reset(second["reset_token"], in: deployment).code == "already_used")
            let owner = done["user_id"]
            #expect(try await deployment.audit(of: owner).filter { $0 == "password.reset by \(owner)" }.count == 1)
        }
    }

    @Test("an unknown address gets the same answer, with a link that opens nothing")
    func unknownAddress() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let known = try await forget(a.ownerEmail, in: deployment)
            let unknown = try await forget("nobody@example.com", in: deployment)
            let blanked = [(known, a.ownerEmail), (unknown, "nobody@example.com")].map { reply, email in
                reply.text.replacing(reply["reset_token"], with: "TOKEN").replacing(email, with: "EMAIL")
            }
            #expect(known.status == unknown.status && blanked.first == blanked.last)
            #expect(unknown["reset_token"].count == known["reset_token"].count)
            #expect(try await deployment.count("password_resets") == 1)
            #expect(try await reset(unknown["reset_token"], in: deployment).code == "not_found")
            #expect(try await reset("iris_rst_nonsense", in: deployment).code == "not_found")
        }
    }

    @Test("a weak password uses up no link, and after an hour the link has expired")
    func weakAndLate() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let token = try await forget(a.ownerEmail, in: deployment)["reset_token"]
            #expect(try await reset(token, to: "passwordpassword", in: deployment).code == "weak_password")
            // Made of what the account tells of its holder.
            #expect(try await reset(token, to: "owner-a@example.com", in: deployment).code == "weak_password")
            #expect(
                try await deployment.count(
                    "password_resets", "expires_at BETWEEN now() + interval '50 minutes' AND now() + interval '1 hour'")
                    == 1)
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.password_resets SET expires_at = now()")
            }
            let late = try await reset(token, in: deployment)
            #expect(late.status == 410 && late.code == "token_expired")
            #expect(try await me(a.owner, in: deployment).status == 200)
            let again = try await forget(a.ownerEmail, in: deployment)["reset_token"]
            #expect(try await reset(again, in: deployment).status == 200)
        }
    }

    @Test("of two who use a link at once, one does")
    func twice() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let token = try await forget(a.ownerEmail, in: deployment)["reset_token"]
            let codes = try await deployment.standoff(over: "SELECT FROM iris.password_resets FOR UPDATE", waiting: 2) {
                async let one = reset(token, to: Self.fresh, in: deployment)
                async let other = reset(token, to: "yet another phrase", in: deployment)
                return try await [one.code, other.code]
            }
            #expect(codes.sorted() == ["", "already_used"])
            #expect(try await deployment.count("sessions") == 1)
        }
    }

    @Test("a password that is replaced while it is being verified opens no session")
    func replacedMeanwhile() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let code = try await deployment.standoff(
                over: "SELECT FROM iris.users FOR UPDATE", waiting: 1,
                meanwhile: "UPDATE iris.users SET password_hash = password_hash || 'x'"
            ) {
                try await deployment.login(a.ownerEmail).code
            }
            #expect(code == "invalid_credentials")
            #expect(try await deployment.count("sessions") == 1)
        }
    }

    @Test("signing out ends that session and no other")
    func logout() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let opened = try await deployment.login(a.ownerEmail)
            let details = try await me(opened["token"], in: deployment)
            #expect(details["email"] == a.ownerEmail && details["org_role"] == "owner" && details["role"] == "admin")
            #expect(details["tenant_id"] == a.tenant && details["slug"] == "slug-a")
            #expect(details["full_name"] == "Owner a" && details["expires_at"] == opened["expires_at"])
            let ended = try await deployment.send("POST", "/api/v1/owner/logout", token: opened["token"])
            #expect(ended.status == 200 && ended["session_id"] == details["session_id"])
            #expect(try await me(opened["token"], in: deployment).code == "unauthenticated")
            #expect(try await me(a.owner, in: deployment).status == 200)
            #expect(
                try await deployment.audit(of: details["session_id"]) == ["session.ended by \(details["user_id"])"])
        }
    }
}
