import Foundation
import SMTPPeer
import Testing

@Suite("the doctor", .serialized)
struct DoctorTests {
    /// A line of the doctor's for each thing that it looked at, without its sentence's end.
    private func expect(
        _ examination: CommandLine, says lines: [String], at location: SourceLocation = #_sourceLocation
    ) {
        for line in lines {
            #expect(examination.output.contains(line), "\(examination.output)", sourceLocation: location)
        }
    }

    @Test("finds nothing ill where nothing is, and looks at everything")
    func well() async throws {
        let peer = try await SMTPPeer(.plain)
        try await Deployment.with([:]) { deployment in
            let settings = Deployment.settings(for: deployment.database).merging([
                "SMTP_URL": "smtp://127.0.0.1:\(peer.port)", "IRIS_MAIL_FROM": "iris@example.com",
            ]) { $1 }
            let examination = try await CommandLine.run(["doctor", "--url", deployment.server.base], settings)
            expect(
                examination,
                says: [
                    "✓ database   The role obeys row-level security", "✓ clock      This machine and the database",
                    "✓ mail       smtp://127.0.0.1", "✓ proxy      No proxy is trusted",
                    "✓ server     http://127.0.0.1",
                    "✓ clock      This machine and the server",
                    "✓ limits     A client that invents an X-Forwarded-For is not believed",
                    "✓ WebSocket  The upgrade on /ws works",
                ])
            #expect(examination.status == 0 && !examination.output.contains("✗"))
        }
    }

    @Test("says what is ill and what to do: a role that bypasses security, no mail, a proxy that nobody named")
    func ill() async throws {
        try await Deployment.withDatabase { _, database in
            let examination = try await CommandLine.run(
                ["doctor", "--url", "http://127.0.0.1:1"],
                [
                    "DATABASE_URL": database.connectionString, "IRIS_ENVIRONMENT": "production",
                    "IRIS_SITE": "https://iris.example", "IRIS_PASSWORD_COST": "17",
                    "SMTP_URL": "smtp://127.0.0.1:1", "IRIS_MAIL_FROM": "iris@example.com",
                ])
            expect(
                examination,
                says: [
                    "✗ database   the database role 'postgres' bypasses row-level security",
                    "✗ mail       smtp://127.0.0.1:1 does not take mails",
                    "✗ proxy      A proxy gives the site TLS, and no proxy is trusted",
                    "✗ server     http://127.0.0.1:1",
                ])
            #expect(examination.status == 1)
        }
    }

    @Test("finds a server that believes whoever says who they are")
    func forged() async throws {
        try await Deployment.with(["IRIS_TRUSTED_PROXIES": "127.0.0.0/8"]) { deployment in
            let settings = Deployment.settings(for: deployment.database)
            let examination = try await CommandLine.run(["doctor", "--url", deployment.server.base], settings)
            expect(examination, says: ["✗ limits     The server believes the X-Forwarded-For"])
            #expect(examination.status == 1)
        }
    }
}
