import EmbeddedPostgres
import Foundation
import Postgres
import Testing

@Suite("health", .serialized)
struct HealthTests {
    @Test("a server is ready while its database answers, and runs without it")
    func ready() async throws {
        try await Deployment.with { deployment in
            #expect(try await deployment.send("GET", "/healthz").text == #"{"data":{"status":"ok"}}"#)
            #expect(try await deployment.send("GET", "/readyz").text == #"{"data":{"status":"ok"}}"#)
            await deployment.database.kill()
            // The first question may still find a connection that has just died: that is an outage as well.
            for _ in 0..<2 {
                let reply = try await deployment.send("GET", "/readyz")
                #expect(reply.status == 503 && reply.code == "unavailable")
            }
            #expect(try await deployment.send("GET", "/healthz").status == 200)
        }
    }

    @Test("a database that takes the question and does not answer is found out before others give up on it")
    func silent() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let backends = try await deployment.asSuperuser { session in
                try await session.run("SELECT pid FROM pg_stat_activity WHERE usename = 'iris_server'")
                    .map { pid_t(try $0.value("pid") as Int) }
            }
            #expect(!backends.isEmpty)
            for backend in backends { kill(backend, SIGSTOP) }
            defer { for backend in backends { kill(backend, SIGCONT) } }
            let order = try await withThrowingTaskGroup(of: String.self) { group in
                group.addTask {
                    let reply = try await deployment.send("GET", "/api/v1/admin/keys", token: a.owner)
                    return "keys \(reply.status)"
                }
                group.addTask { "ready \(try await deployment.send("GET", "/readyz").status)" }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(order == ["ready 503", "keys 503"])
        }
    }
}
