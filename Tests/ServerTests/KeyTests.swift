import Foundation
import Testing

@Suite("how keys end", .serialized)
struct KeyTests {
    /// A key that was issued, and what is done with it.
    private struct Key {
        let id: String
        let secret: String
        let deployment: Deployment
        let owner: String

        static func issue(_ fields: String = "", by owner: String, in deployment: Deployment) async throws -> Key {
            let key = try await deployment.send(
                "POST", "/api/v1/admin/keys", #"{"name":"Backend","key_type":"secret"\#(fields)}"#, token: owner)
            try #require(key.status == 201, "\(key.text)")
            return Key(id: key["key_id"], secret: key["secret"], deployment: deployment, owner: owner)
        }

        func rotate(_ body: String? = nil, by token: String? = nil) async throws -> Reply {
            try await deployment.send("POST", "/api/v1/admin/keys/\(id)/rotate", body, token: token ?? owner)
        }

        func revoke(by token: String? = nil) async throws -> Reply {
            try await deployment.send("DELETE", "/api/v1/admin/keys/\(id)", token: token ?? owner)
        }

        /// What the product API says to a secret: nothing when it works.
        func code(_ secret: String? = nil) async throws -> String {
            try await deployment.send("GET", "/api/product/v1/me", token: secret ?? self.secret).code
        }

        func status() async throws -> String {
            let list = try await deployment.send("GET", "/api/v1/admin/keys", token: owner).text
            let entry = try #require(list.components(separatedBy: "},{").first { $0.contains(id) })
            return Reply(status: 200, headers: [:], text: entry)["status"]
        }

        func set(_ change: String) async throws {
            let statement = "UPDATE iris.api_keys SET \(change) WHERE key_id = '\(id)'"
            try await deployment.asSuperuser { try await $0.runScript(statement) }
        }
    }

    @Test("a rotated key has a new secret, the old one stops working, and the rest stays")
    func rotation() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let key = try await Key.issue(
                #","scopes":["chat:channels.read"],"expires_at":"2999-01-01T00:00:00Z""#, by: a.owner, in: deployment)
            #expect(try await key.rotate(by: b.owner).code == "not_found")
            let rotated = try await key.rotate()
            let secret = rotated["secret"]
            #expect(rotated.status == 200 && secret.hasPrefix("iris_sk_") && secret != key.secret)
            #expect(secret.hasPrefix(rotated["key_prefix"]))
            #expect(rotated["key_id"] == key.id && rotated["name"] == "Backend")
            #expect(rotated["expires_at"] == "2999-01-01T00:00:00.000Z")
            #expect(rotated.text.contains(#""scopes":["chat:channels.read"]"#))
            #expect(try await key.code() == "unauthenticated")
            let me = try await deployment.send("GET", "/api/product/v1/me", token: secret)
            #expect(me["key_id"] == key.id && me.text.contains(#""scopes":["chat:channels.read"]"#))
            let owner = try await a.ownerId(in: deployment)
            #expect(try await deployment.audit(of: key.id) == ["key.created by \(owner)", "key.rotated by \(owner)"])
        }
    }

    @Test("within the time of grace both secrets work, and after it the new one only")
    func grace() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let key = try await Key.issue(by: a.owner, in: deployment)
            let second = try await key.rotate(#"{"grace_seconds":3600}"#)["secret"]
            #expect(try await key.code() == "")
            #expect(try await key.code(second) == "")
            try await key.set("previous_expires_at = now()")
            #expect(try await key.code() == "unauthenticated")
            #expect(try await key.code(second) == "")
        }
    }

    @Test("there is one time of grace: rotating again ends the oldest secret, and without grace both")
    func graceAgain() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let key = try await Key.issue(by: a.owner, in: deployment)
            let second = try await key.rotate(#"{"grace_seconds":3600}"#)["secret"]
            let third = try await key.rotate(#"{"grace_seconds":3600}"#)["secret"]
            #expect(try await key.code() == "unauthenticated")
            #expect(try await key.code(second) == "")
            #expect(try await key.code(third) == "")
            let fourth = try await key.rotate(#"{"grace_seconds":0}"#)["secret"]
            #expect(try await key.code(second) == "unauthenticated")
            #expect(try await key.code(third) == "unauthenticated")
            #expect(try await key.code(fourth) == "")
        }
    }

    @Test("a revoked key stops working at once with every secret, is listed, and cannot be revoked or rotated again")
    func revocation() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let key = try await Key.issue(by: a.owner, in: deployment)
            let second = try await key.rotate(#"{"grace_seconds":3600}"#)["secret"]
            #expect(try await key.revoke(by: b.owner).code == "not_found")
            #expect(try await key.code() == "")
            #expect(try await key.code(second) == "")
            #expect(try await key.status() == "active")
            let revoked = try await key.revoke()
            #expect(revoked.status == 200 && revoked.text.contains(#""deleted":true"#))
            #expect(try await key.code() == "unauthenticated")
            #expect(try await key.code(second) == "unauthenticated")
            #expect(try await key.status() == "revoked")
            #expect(try await key.revoke().code == "not_found")
            #expect(try await key.rotate().code == "not_found")
            let owner = try await a.ownerId(in: deployment)
            #expect(
                try await deployment.audit(of: key.id) == [
                    "key.created by \(owner)", "key.rotated by \(owner)", "key.revoked by \(owner)",
                ])
        }
    }

    @Test("a key whose time is over stops working with every secret, cannot be rotated, and can be revoked")
    func expiry() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let key = try await Key.issue(#","expires_at":"2999-01-01T00:00:00Z""#, by: a.owner, in: deployment)
            let second = try await key.rotate(#"{"grace_seconds":3600}"#)["secret"]
            #expect(try await key.code() == "")
            #expect(try await key.code(second) == "")
            #expect(try await key.status() == "active")
            try await key.set("expires_at = now()")
            #expect(try await key.code() == "unauthenticated")
            #expect(try await key.code(second) == "unauthenticated")
            #expect(try await key.status() == "expired")
            #expect(try await key.rotate().code == "not_found")
            #expect(try await key.revoke().status == 200)
            #expect(try await key.status() == "revoked")
        }
    }

    @Test("a chat token that was refreshed works on until its while is over")
    func refreshedChatToken() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            func code() async throws -> String {
                try await deployment.send("GET", "/api/v1/session", token: a.chat).code
            }
            try await deployment.asSuperuser { session in
                try await session.runScript(
                    """
                    UPDATE iris.chat_sessions SET previous_hash = token_hash, token_hash = sha256('another'),
                        previous_expires_at = now() + interval '1 hour'
                    """)
            }
            #expect(try await code() == "")
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.chat_sessions SET previous_expires_at = now()")
            }
            #expect(try await code() == "unauthenticated")
        }
    }
}
