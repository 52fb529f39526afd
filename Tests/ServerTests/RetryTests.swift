import AsyncHTTPClient
import Foundation
import Generated
import Postgres
import Runtime
import Synchronization
import Testing

@testable import Server

@Suite("retries with an Idempotency-Key", .serialized)
struct RetryTests {
    private static let key = #"{"name":"Retried","key_type":"secret"}"#

    /// Creates a key, with a name for the request or without.
    private func createKey(
        _ name: String?, _ body: String = key, at base: String, as token: String
    ) async throws -> Reply {
        try await Deployment.send(
            to: base, "POST", "/api/v1/admin/keys", body, token: token,
            headers: name.map { ["Idempotency-Key": $0] } ?? [:])
    }

    private func keys(named name: String = "Retried", in deployment: Deployment) async throws -> Int {
        try await deployment.asSuperuser { session in
            try await session.run("SELECT count(*) AS n FROM iris.api_keys WHERE name = \(name)").first?.value("n")
                ?? -1
        }
    }

    @Test("the same answer comes again, secret and all, also from another server, and nothing is done twice")
    func replayed() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let first = try await createKey("once", at: deployment.server.base, as: a.owner)
            #expect(first.status == 201 && first.headers.first(name: "Idempotency-Replayed") == nil)
            let again = try await createKey("once", at: deployment.server.base, as: a.owner)
            await deployment.server.stop()
            let other = try await RunningServer.start(Deployment.settings(for: deployment.database))
            let later = try await createKey("once", at: other.base, as: a.owner)
            for reply in [again, later] {
                #expect(reply.status == 201 && reply.text == first.text)
                #expect(reply.headers.first(name: "Idempotency-Replayed") == "true")
            }
            #expect(try await keys(in: deployment) == 1)
            for name in [nil, "other"] { _ = try await createKey(name, at: other.base, as: a.owner) }
            #expect(try await keys(in: deployment) == 3)
            await other.stop()
        }
    }

    @Test("of ten at once, at two servers, one is carried out and all are answered alike")
    func atOnce() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let other = try await RunningServer.start(Deployment.settings(for: deployment.database))
            let bases = [deployment.server.base, other.base]
            let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                for number in 0..<10 {
                    group.addTask { try await createKey("ten", at: bases[number % 2], as: a.owner) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(replies.allSatisfy { $0.status == 201 } && Set(replies.map(\.text)).count == 1)
            #expect(replies.count { $0.headers.first(name: "Idempotency-Replayed") == nil } == 1)
            #expect(try await keys(in: deployment) == 1)
            await other.stop()
        }
    }

    @Test("another request with the key is refused; another holder's is another key")
    func otherRequest() async throws {
        try await Deployment.with { deployment in
            let (a, b) = (
                try await TestWorkspace.make("a", in: deployment), try await TestWorkspace.make("b", in: deployment)
            )
            let base = deployment.server.base
            let first = try await createKey("mine", at: base, as: a.owner)
            let changed = try await createKey("mine", Self.key + " ", at: base, as: a.owner)
            #expect(changed.status == 422 && changed.code == "idempotency_key_reused")
            #expect(try await keys(in: deployment) == 1)
            let elsewhere = try await createKey("mine", at: base, as: b.owner)
            #expect(elsewhere.status == 201 && elsewhere["secret"] != first["secret"])
            // The same member, but a session that cannot open what the other has sealed.
            let login = try await deployment.send(
                "POST", "/api/v1/owner/login",
                #"{"email":"owner-a@example.com","password":"\#(TestWorkspace.password)"}"#)
            #expect(try await createKey("mine", at: base, as: login["token"]).code == "idempotency_key_reused")
            // An operation of its own has keys of its own.
            let channel = try await deployment.send(
                "POST", "/api/product/v1/channels", #"{"name":"Other","channel_type":"support"}"#, token: a.key,
                headers: ["Idempotency-Key": "mine"])
            #expect(channel.status == 201)
        }
    }

    @Test("what is stored tells nothing without the token")
    func sealed() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let reply = try await createKey("sealed-name", at: deployment.server.base, as: a.owner)
            let (row, sealed, user) = try await deployment.asSuperuser { session in
                let row = try await session.run(
                    """
                    SELECT r.key_hash, r.sealed_reply, r.request_hash, s.user_id::text AS user_id, r::text AS shown
                    FROM iris.retries r JOIN iris.sessions s USING (tenant_id)
                    """)[0]
                let bytes: [[UInt8]] = [try row.value("key_hash"), try row.value("request_hash")]
                return (bytes, try row.value("sealed_reply") as [UInt8], try row.value("user_id") as String)
            }
            for secret in [reply["secret"], a.owner, "sealed-name", "Retried"] {
                #expect(!(row.joined() + sealed).contains(secret.utf8), "a secret is stored")
            }
            func seal(_ token: String, _ name: String = "sealed-name") throws -> ReplySeal {
                let request = APIRequest(
                    method: "POST", path: try #require(PathSegments("/api/v1/admin/keys")), query: "",
                    headers: ["authorization": "Bearer \(token)", "idempotency-key": name],
                    body: Array(Self.key.utf8),
                    origin: ClientLocator(proxies: .none).origin(
                        peer: nil, forwarded: nil, page: nil))
                let holder = Holder.session(
                    try Self.principal(tenant: a.tenant, user: user))
                return try ReplySeal(
                    .createKey, request, by: holder, try #require(try IdempotencyKey(of: request)))
            }
            #expect(try seal(a.owner).keyHash == row[0] && seal(a.owner).requestHash == row[1])
            #expect(try seal(a.owner).open(sealed) == Array(reply.text.utf8))
            #expect(try seal(a.owner + "x").open(sealed) == nil)
            #expect(try seal(a.owner + "x").keyHash == row[0] && seal(a.owner + "x").requestHash != row[1])
            #expect(try seal(a.owner, "other-name").open(sealed) == nil)
        }
    }

    @Test("a refusal is not remembered, nor is an answer for more than a day")
    func forgotten() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let refused = try await createKey(
                "again", #"{"name":"Refused","key_type":"publishable","scopes":["chat:channels.manage"]}"#,
                at: deployment.server.base, as: a.owner)
            #expect(refused.status == 400 && refused.code == "scope_not_grantable")
            let first = try await createKey("again", at: deployment.server.base, as: a.owner)
            #expect(first.status == 201)
            try await deployment.asSuperuser {
                try await $0.runScript("UPDATE iris.retries SET created_at = created_at - interval '25 hours'")
            }
            let second = try await createKey("again", at: deployment.server.base, as: a.owner)
            #expect(second.status == 201 && second["secret"] != first["secret"])
            #expect(second.headers.first(name: "Idempotency-Replayed") == nil)
            let third = try await createKey("again", at: deployment.server.base, as: a.owner)
            #expect(third.text == second.text)
        }
    }

    @Test("a key must be 1 to 255 visible ASCII characters", arguments: ["", "two words", "ä", "a\tb"])
    func malformed(_ name: String) throws {
        let request = try Self.request(["idempotency-key": name])
        #expect { try IdempotencyKey(of: request) } throws: { error in
            let refusal = error as? Refusal
            return refusal?.code == .invalidRequest && refusal?.details.first?.pointer == "Idempotency-Key"
        }
        #expect(try IdempotencyKey(of: Self.request(["idempotency-key": String(repeating: "~", count: 255)])) != nil)
        #expect(throws: Refusal.self) {
            try IdempotencyKey(of: Self.request(["idempotency-key": String(repeating: "~", count: 256)]))
        }
        #expect(try IdempotencyKey(of: Self.request([:])) == nil)
    }

    @Test("what must come after the commit does, and not at all when there is none")
    func afterCommit() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let pool = PostgresPool(
                configuration: .init(
                    connectionString: deployment.database.connectionString(
                        user: "iris_server", database: "postgres")),
                logger: .init(label: "test"))
            let running = Task { await pool.run() }
            let database = Database(pool: pool)
            let gate = ServerGate(database: database, limiter: RateLimiter())
            let holder = Holder.session(try Self.principal(tenant: a.tenant, user: a.tenant))
            let tenant = try #require(TenantId(text: a.tenant))
            let effects = Mutex<[String]>([])

            @Sendable func once(_ name: String, fails: Bool) async throws -> APIResponse {
                try await gate.once(
                    .postMessage, try Self.request(["idempotency-key": name, "authorization": "Bearer t"]), by: holder
                ) {
                    _ = try await database.unit(
                        for: .tenant(tenant),
                        "UPDATE iris.tenants SET name = \(name)::text WHERE tenant_id = \(tenant)")
                    database.afterCommit { effects.withLock { $0.append(name) } }
                    #expect(effects.withLock { !$0.contains(name) }, "too early")
                    if fails { throw Refusal(.forbidden) }
                    return APIResponse(status: 201, body: Array("done".utf8))
                }
            }
            // The server's role may not rename tenants; this test wants a change that it can see.
            try await deployment.asSuperuser {
                try await $0.runScript("GRANT UPDATE ON iris.tenants TO iris_server")
            }
            await #expect(throws: Refusal.self) { try await once("undone", fails: true) }
            #expect(effects.withLock { $0 } == [])
            #expect(try await once("done", fails: false).body == Array("done".utf8))
            #expect(effects.withLock { $0 } == ["done"])
            #expect(try await once("done", fails: true).status == 201, "a replay performs nothing")
            #expect(effects.withLock { $0 } == ["done"])
            let name: String? = try await deployment.asSuperuser { session in
                try await session.run("SELECT name FROM iris.tenants").first?.value("name")
            }
            #expect(name == "done")
            pool.beginShutdown()
            await running.value
        }
    }

    @Test("a message is posted once")
    func message() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let replies = try await (0..<2).asyncMap { _ in
                try await deployment.send(
                    "POST", "/api/product/v1/channels/\(a.channel)/messages", #"{"content":"Only once"}"#, token: a.key,
                    headers: ["Idempotency-Key": "message"])
            }
            #expect(replies[0].status == 201 && replies[0].text == replies[1].text)
            let count: Int? = try await deployment.asSuperuser { session in
                try await session.run("SELECT count(*) AS n FROM iris.messages WHERE content = 'Only once'")
                    .first?.value("n")
            }
            #expect(count == 1)
        }
    }

    private static func request(_ headers: [String: String]) throws -> APIRequest {
        APIRequest(
            method: "POST", path: try #require(PathSegments("/x")), query: "", headers: headers, body: [],
            origin: ClientLocator(proxies: .none).origin(peer: nil, forwarded: nil, page: nil))
    }

    private static func principal(tenant: String, user: String) throws -> SessionPrincipal {
        SessionPrincipal(
            sessionId: try #require(SessionId(text: tenant)), tenantId: try #require(TenantId(text: tenant)),
            userId: try #require(UserId(text: user)), orgRole: .owner, fullName: FullName(trusted: "Owner"),
            expiresAt: .now(), role: .admin)
    }
}

extension Sequence where Element: Sendable {
    /// One after the other.
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
