import Testing

@Suite("the roster", .serialized)
struct TeamTests {
    @Test("an invitation that is sent again has a new link, and a deleted one is neither listed nor accepted")
    func invitations() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let list = "/api/v1/admin/team/invites"
            let invited = try await deployment.send(
                "POST", list, #"{"email":"new@example.com","org_role":"viewer"}"#, token: a.owner)
            let path = list + "/" + invited["invitation_id"]
            #expect(try await deployment.send("GET", list, token: a.owner).text.contains(invited["invitation_id"]))
            #expect(try await deployment.send("GET", list, token: b.owner).text.contains(b.name + "@example.com"))
            #expect(try await !deployment.send("GET", list, token: b.owner).text.contains(invited["invitation_id"]))

            #expect(try await deployment.send("POST", path + "/resend", token: b.owner).code == "not_found")
            let again = try await deployment.send("POST", path + "/resend", token: a.owner)
            #expect(again.status == 200 && again["token"] != invited["token"])
            #expect(again["invitation_id"] == invited["invitation_id"] && again["email"] == "new@example.com")
            #expect(try await deployment.accept(invited["token"], in: a.tenant).code == "not_found")

            #expect(try await deployment.send("DELETE", path, token: b.owner).code == "not_found")
            let deleted = try await deployment.send("DELETE", path, token: a.owner)
            #expect(deleted.status == 200 && deleted.text.contains(#""deleted":true"#))
            #expect(try await !deployment.send("GET", list, token: a.owner).text.contains(invited["invitation_id"]))
            #expect(try await deployment.accept(again["token"], in: a.tenant).code == "not_found")
            #expect(try await deployment.send("DELETE", path, token: a.owner).code == "not_found")
            #expect(try await deployment.send("POST", path + "/resend", token: a.owner).code == "not_found")
            let owner = try await a.ownerId(in: deployment)
            #expect(
                try await deployment.audit(of: invited["invitation_id"]) == [
                    "team.invited by \(owner)", "team.invited by \(owner)", "team.invitation_deleted by \(owner)",
                ])
        }
    }

    @Test("an invitation whose time is over is sent again with the whole time, and an accepted one is not")
    func lapsedInvitation() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let invited = try await deployment.send(
                "POST", "/api/v1/admin/team/invites", #"{"email":"new@example.com","org_role":"admin"}"#,
                token: a.owner)
            let resend = "/api/v1/admin/team/invites/\(invited["invitation_id"])/resend"
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.invitations SET expires_at = now()")
            }
            #expect(try await deployment.accept(invited["token"], in: a.tenant).code == "token_expired")
            let again = try await deployment.send("POST", resend, token: a.owner)
            #expect(try await deployment.accept(again["token"], in: a.tenant).status == 201)
            #expect(try await deployment.send("POST", resend, token: a.owner).code == "not_found")
        }
    }

    @Test("a changed role acts at once on a session that is open")
    func changedRole() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let mate = try await a.join("kim", as: "operator", in: deployment)
            let list = "/api/v1/admin/team/members"
            #expect(try await deployment.send("GET", list, token: mate.session).code == "forbidden")
            #expect(try await deployment.change(mate.user, to: "admin", by: b.owner).code == "not_found")
            let promoted = try await deployment.change(mate.user, to: "admin", by: a.owner)
            #expect(promoted.status == 200 && promoted["org_role"] == "admin" && promoted["email"] == mate.email)
            #expect(try await deployment.send("GET", list, token: mate.session).status == 200)
            #expect(try await deployment.change(mate.user, to: "viewer", by: mate.session)["org_role"] == "viewer")
            #expect(try await deployment.send("GET", list, token: mate.session).code == "forbidden")
            // Changes nothing, so the log says nothing.
            #expect(try await deployment.change(mate.user, to: "viewer", by: a.owner).status == 200)
            let owner = try await a.ownerId(in: deployment)
            #expect(
                try await deployment.audit(of: mate.user) == [
                    "team.role_changed by \(owner)", "team.role_changed by \(mate.user)",
                ])
        }
    }

    @Test("a removed member's sessions stop working, nobody signs in as them, and they can be invited again")
    func removedMember() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let mate = try await a.join("kim", as: "admin", in: deployment)
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    INSERT INTO iris.channel_members (tenant_id, channel_id, member_type, member_id)
                    VALUES ('\(a.tenant)', '\(a.channel)', 'member', '\(mate.user)')
                    """)
            }
            #expect(try await deployment.remove(mate.user, by: b.owner).code == "not_found")
            #expect(try await deployment.send("GET", "/api/v1/owner/me", token: mate.session).status == 200)
            let removed = try await deployment.remove(mate.user, by: a.owner)
            #expect(removed.status == 200 && removed.text.contains(#""deleted":true"#))
            #expect(
                try await deployment.send("GET", "/api/v1/owner/me", token: mate.session).code == "unauthenticated")
            #expect(try await deployment.login(mate.email).code == "invalid_credentials")
            #expect(try await deployment.remove(mate.user, by: a.owner).code == "not_found")
            #expect(try await deployment.count("channel_members", "member_type = 'member'") == 0)
            let owner = try await a.ownerId(in: deployment)
            #expect(try await deployment.audit(of: mate.user) == ["team.removed by \(owner)"])
            _ = try await a.join("kim", as: "viewer", in: deployment)
        }
    }

    @Test("only an owner makes, changes or removes an owner; everybody else may remove themselves")
    func owners() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let owner = try await a.ownerId(in: deployment)
            let admin = try await a.join("kim", as: "admin", in: deployment)
            #expect(try await deployment.change(owner, to: "viewer", by: admin.session).code == "forbidden")
            #expect(try await deployment.remove(owner, by: admin.session).code == "forbidden")
            #expect(try await deployment.change(admin.user, to: "owner", by: admin.session).code == "forbidden")
            #expect(try await deployment.remove(admin.user, by: admin.session).status == 200)

            let second = try await a.joinOwner("lee", in: deployment)
            #expect(try await deployment.change(owner, to: "admin", by: second.session).status == 200)
            #expect(try await deployment.change(owner, to: "owner", by: second.session)["org_role"] == "owner")
            #expect(try await deployment.remove(owner, by: a.owner).status == 200)
        }
    }

    @Test("nobody removes or demotes the last owner")
    func lastOwner() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let owner = try await a.ownerId(in: deployment)
            let demotion = try await deployment.change(owner, to: "admin", by: a.owner)
            #expect(demotion.status == 409 && demotion.code == "last_owner")
            #expect(try await deployment.remove(owner, by: a.owner).code == "last_owner")
            #expect(try await deployment.change(owner, to: "owner", by: a.owner).status == 200)
            #expect(try await deployment.count("users", "org_role = 'owner'") == 1)
        }
    }

    @Test("of two owners who step back at once, one stays")
    func steppingBack() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let owner = try await a.ownerId(in: deployment)
            let second = try await a.joinOwner("lee", in: deployment)
            let codes = try await deployment.standoff(over: "SELECT FROM iris.users FOR UPDATE", waiting: 2) {
                async let one = deployment.change(owner, to: "admin", by: a.owner)
                async let other = deployment.remove(second.user, by: second.session)
                return try await [one.code, other.code]
            }
            #expect(codes.sorted() == ["", "last_owner"])
            #expect(try await deployment.count("users", "org_role = 'owner'") == 1)
        }
    }

    @Test("of two owners who demote each other at once, one stays")
    func demotingEachOther() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let owner = try await a.ownerId(in: deployment)
            let second = try await a.joinOwner("lee", in: deployment)
            _ = try await a.joinOwner("jo", in: deployment)
            let codes = try await deployment.standoff(over: "SELECT FROM iris.users FOR UPDATE", waiting: 2) {
                async let one = deployment.change(owner, to: "admin", by: second.session)
                async let other = deployment.change(second.user, to: "admin", by: a.owner)
                return try await [one.code, other.code]
            }
            #expect(codes.sorted() == ["", "forbidden"])
            #expect(try await deployment.count("users", "org_role = 'owner'") == 2)
        }
    }
}
