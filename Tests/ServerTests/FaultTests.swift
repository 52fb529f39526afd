import EmbeddedPostgres
import Foundation
import Testing

@Suite("faults", .serialized)
struct FaultTests {
    @Test("an unreachable database is answered with 503 within a second or so, and recovers by itself")
    func outage() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            await deployment.database.kill()
            // The first request may still find a connection that has just died.
            _ = try await deployment.send("GET", "/api/v1/session", token: a.chat)
            let started = ContinuousClock().now
            let reply = try await deployment.send("GET", "/api/v1/session", token: a.chat)
            #expect(reply.status == 503 && reply.code == "unavailable")
            #expect(ContinuousClock().now - started < .seconds(3))
            try await deployment.database.restart()
            var recovered = false
            let deadline = ContinuousClock().now + .seconds(20)
            while !recovered, ContinuousClock().now < deadline {
                // Each refusal takes the pool's own waiting time, so this loop does not spin.
                recovered = try await deployment.send("GET", "/api/v1/session", token: a.chat).status == 200
            }
            #expect(recovered)
        }
    }

    @Test("the embedded server keeps everything through kill -9, and delivers the mails that it owed")
    func killed() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let settings = ["IRIS_DATA": folder.path + "/data", "IRIS_RATE_FACTOR": "1000"]
        let first = try await RunningServer.start(settings)
        let signup = try await Deployment.send(
            to: first.base, "POST", "/api/v1/signup",
            """
            {"full_name":"Ada","email":"ada@example.com","password":"\(TestWorkspace.password)",
             "company_name":"Engines","slug":"engines","plan":"trial"}
            """)
        #expect(signup.status == 202)
        await first.kill()

        let second = try await RunningServer.start(settings)
        let verified = try await Deployment.send(
            to: second.base, "POST", "/api/v1/signup/verify",
            #"{"tenant_id":"\#(signup["tenant_id"])","token":"\#(signup["verification_token"])"}"#)
        #expect(verified.status == 201)
        let mails = try await mails(in: folder.path + "/data/mail")
        #expect(mails.count == 1)
        #expect(mails.first?.contains("token=\(signup["verification_token"])") == true)
        await second.stop()
        #expect(second.exitStatus == 0)

        let third = try await RunningServer.start(settings)
        let login = try await Deployment.send(
            to: third.base, "POST", "/api/v1/owner/login",
            #"{"email":"Ada@Example.com","password":"\#(TestWorkspace.password)"}"#)
        #expect(login.status == 200)
        await third.stop()
    }

    @Test("a second server on the same folder is refused")
    func twoServers() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let settings = ["IRIS_DATA": folder.path + "/data"]
        let first = try await RunningServer.start(settings)
        await #expect(throws: RunningServer.DidNotStart.self) { try await RunningServer.start(settings) }
        await first.stop()
    }

    /// The mails in a folder, once there are any: delivery follows the commit, so it may take a moment.
    private func mails(in path: String) async throws -> [String] {
        let deadline = ContinuousClock().now + .seconds(20)
        while ContinuousClock().now < deadline {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            let mails = names.filter { $0.hasSuffix(".eml") }
            if !mails.isEmpty { return try mails.map { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) } }
            try await Task.sleep(for: .milliseconds(100))
        }
        return []
    }
}
