import Testing

@Suite("asking for the verification mail again", .serialized)
struct ResendVerificationTests {
    private func signUp(_ slug: String, _ email: String, in deployment: Deployment) async throws -> Reply {
        let reply = try await deployment.send(
            "POST", "/api/v1/signup",
            """
            {"full_name":"New","email":"\(email)","password":"\(TestWorkspace.password)",
             "company_name":"New","slug":"\(slug)","plan":"trial"}
            """)
        try #require(reply.status == 202, "\(reply.text)")
        return reply
    }

    private func resend(_ email: String, in deployment: Deployment) async throws -> Reply {
        try await deployment.send("POST", "/api/v1/signup/resend", #"{"email":"\#(email)"}"#)
    }

    private func verify(_ token: String, of tenant: String, in deployment: Deployment) async throws -> Reply {
        try await deployment.send(
            "POST", "/api/v1/signup/verify", #"{"tenant_id":"\#(tenant)","token":"\#(token)"}"#)
    }

    @Test("the newest signup gets a new link, its old one stops working, and its time stays what it was")
    func newLink() async throws {
        try await Deployment.with { deployment in
            let older = try await signUp("older", "new@example.com", in: deployment)
            let newer = try await signUp("newer", "new@example.com", in: deployment)
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.signups SET expires_at = '2999-01-01' WHERE handle = 'newer'")
            }
            let again = try await resend("NEW@example.com", in: deployment)
            #expect(again.status == 202 && again["verification_token"] != newer["verification_token"])
            #expect(try await deployment.count("signups", "expires_at = '2999-01-01'") == 1)
            let old = try await verify(newer["verification_token"], of: newer["tenant_id"], in: deployment)
            #expect(old.code == "not_found")
            let wrong = try await verify(again["verification_token"], of: older["tenant_id"], in: deployment)
            #expect(wrong.code == "not_found")
            let verified = try await verify(again["verification_token"], of: newer["tenant_id"], in: deployment)
            #expect(verified.status == 201 && verified["slug"] == "newer")
            #expect(try await deployment.count("widget_settings", "tenant_id = '\(newer["tenant_id"])'") == 1)
        }
    }

    @Test("an address that nobody signed up with gets the same answer, with a link that opens nothing")
    func unknownAddress() async throws {
        try await Deployment.with { deployment in
            let signup = try await signUp("new", "new@example.com", in: deployment)
            let known = try await resend("new@example.com", in: deployment)
            let unknown = try await resend("nobody@example.com", in: deployment)
            let blanked = [(known, "new@example.com"), (unknown, "nobody@example.com")].map { reply, email in
                reply.text.replacing(reply["verification_token"], with: "TOKEN").replacing(email, with: "EMAIL")
            }
            #expect(known.status == unknown.status && blanked.first == blanked.last)
            let verified = try await verify(unknown["verification_token"], of: signup["tenant_id"], in: deployment)
            #expect(verified.code == "not_found")
        }
    }

    @Test("an address that has an account gets no link that opens anything")
    func knownAccount() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let signup = try await signUp("new", a.ownerEmail, in: deployment)
            let again = try await resend(a.ownerEmail, in: deployment)
            #expect(again.status == 202 && again["verification_token"].hasPrefix("iris_vfy_"))
            let verified = try await verify(again["verification_token"], of: signup["tenant_id"], in: deployment)
            #expect(verified.code == "not_found")
        }
    }

    @Test("a signup that was verified or whose time is over is not sent again")
    func pastSignups() async throws {
        try await Deployment.with { deployment in
            let late = try await signUp("late", "late@example.com", in: deployment)
            try await deployment.asSuperuser { try await $0.runScript("UPDATE iris.signups SET expires_at = now()") }
            let again = try await resend("late@example.com", in: deployment)
            #expect(again.status == 202)
            let verified = try await verify(again["verification_token"], of: late["tenant_id"], in: deployment)
            #expect(verified.code == "not_found")
            let expired = try await verify(late["verification_token"], of: late["tenant_id"], in: deployment)
            #expect(expired.code == "token_expired")
        }
    }
}
