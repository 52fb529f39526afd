import Postgres
import Testing

/// Somebody who has joined a workspace.
struct Teammate {
    let user: String
    let email: String
    let session: String
}

extension TestWorkspace {
    var ownerEmail: String { "owner-\(name)@example.com" }

    /// Has somebody invited and join, with the password that everybody has.
    func join(_ mate: String, as role: String, in deployment: Deployment) async throws -> Teammate {
        let email = "\(mate)-\(name)@example.com"
        let invitation = try await deployment.send(
            "POST", "/api/v1/admin/team/invites", #"{"email":"\#(email)","org_role":"\#(role)"}"#, token: owner)
        try #require(invitation.status == 201, "\(invitation.text)")
        let joined = try await deployment.accept(invitation["token"], in: tenant)
        try #require(joined.status == 201, "\(joined.text)")
        return Teammate(user: joined["user_id"], email: email, session: joined["token"])
    }

    /// Has somebody join and made an owner.
    func joinOwner(_ mate: String, in deployment: Deployment) async throws -> Teammate {
        let teammate = try await join(mate, as: "admin", in: deployment)
        let changed = try await deployment.change(teammate.user, to: "owner", by: owner)
        try #require(changed.status == 200, "\(changed.text)")
        return teammate
    }

    func ownerId(in deployment: Deployment) async throws -> String {
        try await deployment.send("GET", "/api/v1/owner/me", token: owner)["user_id"]
    }
}

extension Deployment {
    func accept(_ invitation: String, in tenant: String) async throws -> Reply {
        try await send(
            "POST", "/api/v1/team/accept",
            """
            {"tenant_id":"\(tenant)","token":"\(invitation)","full_name":"Team Mate",
             "password":"\(TestWorkspace.password)"}
            """)
    }

    func login(_ email: String, _ password: String = TestWorkspace.password) async throws -> Reply {
        try await send("POST", "/api/v1/owner/login", #"{"email":"\#(email)","password":"\#(password)"}"#)
    }

    func change(_ user: String, to role: String, by token: String) async throws -> Reply {
        try await send("PATCH", "/api/v1/admin/team/members/\(user)", #"{"org_role":"\#(role)"}"#, token: token)
    }

    func remove(_ user: String, by token: String) async throws -> Reply {
        try await send("DELETE", "/api/v1/admin/team/members/\(user)", token: token)
    }

    /// What the audit log says was done to something, oldest first: the action and who did it.
    func audit(of target: String) async throws -> [String] {
        try await asSuperuser { session in
            try await session.run(
                """
                SELECT action || ' by ' || coalesce(actor_id::text, actor_type) AS line FROM iris.audit_log
                WHERE target_id::text = \(target) ORDER BY number
                """
            ).map { try $0.value("line") }
        }
    }

    func count(_ table: String, _ condition: String = "true") async throws -> Int {
        try await asSuperuser { session in
            // The texts are the tests' own; a table's name cannot be a parameter.
            let rows = try await session.run(
                SQL(stringLiteral: "SELECT count(*) FROM iris.\(table) WHERE \(condition)"))
            return try #require(rows.first).value("count")
        }
    }
}
