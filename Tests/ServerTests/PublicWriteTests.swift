import NIOHTTP1
import Testing

@testable import Generated

@Suite("what anybody may write is limited for each address", .serialized)
struct PublicWriteTests {
    /// Every write that needs no credential.
    private static let writes = [
        "/api/v1/signup", "/api/v1/signup/verify", "/api/v1/signup/resend", "/api/v1/owner/login",
        "/api/v1/owner/password/forgot", "/api/v1/owner/password/reset", "/api/v1/team/accept",
        "/api/v1/session/guest",
    ]

    /// More than any address may ask for at once, and than comes back while it asks.
    private static let plenty = 3 * (Limit.allCases.map(\.allowance).max() ?? 0)

    @Test("each is refused in time, says when to try again, and is not for other addresses")
    func limited() async throws {
        // The test's own requests pass for a proxy's, so that every write is asked for from addresses of its own: one
        // write's requests do not use up another's limit.
        try await Deployment.with(["IRIS_TRUSTED_PROXIES": "127.0.0.1, ::1"]) { deployment in
            for (number, path) in Self.writes.enumerated() {
                func send(from address: String) async throws -> Reply {
                    try await deployment.send("POST", path, "{}", headers: ["X-Forwarded-For": address])
                }
                var refused: Reply?
                for _ in 0..<Self.plenty where refused == nil {
                    let reply = try await send(from: "198.51.100.\(number)")
                    if reply.status == 429 { refused = reply } else { #expect(reply.status == 400, "\(path)") }
                }
                let reply = try #require(refused, "\(path) is never refused")
                #expect(reply.code == "rate_limited", "\(path)")
                #expect((Int(reply.headers.first(name: "Retry-After") ?? "") ?? 0) > 0, "\(path)")
                #expect(try await send(from: "203.0.113.\(number)").status == 400, "\(path)")
            }
        }
    }
}
