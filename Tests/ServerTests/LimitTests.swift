import Foundation
import Testing

@testable import Generated
@testable import Server

@Suite("rate limits", .serialized)
struct LimitTests {
    @Test("a used-up limit answers 429 with Retry-After, and refills evenly")
    func refill() async throws {
        let limiter = RateLimiter()
        let start = ContinuousClock().now
        for _ in 0..<Limit.signIn.allowance {
            guard case .admitted = await limiter.admit(.signIn, key: "a", at: start) else {
                Issue.record("refused too early")
                return
            }
        }
        guard case .refused(let seconds) = await limiter.admit(.signIn, key: "a", at: start) else {
            Issue.record("never refused")
            return
        }
        let step = Limit.signIn.window / Limit.signIn.allowance
        #expect(seconds == step)
        let later = start + .seconds(step)
        guard case .admitted = await limiter.admit(.signIn, key: "a", at: later) else {
            Issue.record("refused after the time that it named")
            return
        }
        guard case .refused = await limiter.admit(.signIn, key: "a", at: later) else {
            Issue.record("admitted two for one step")
            return
        }
        guard case .admitted = await limiter.admit(.signIn, key: "b", at: start) else {
            Issue.record("one address used up another's limit")
            return
        }
        guard case .admitted = await limiter.admit(.signup, key: "a", at: start) else {
            Issue.record("one limit used up another")
            return
        }
    }

    @Test("its memory is bounded")
    func bounded() async {
        let limiter = RateLimiter()
        for number in 0..<(RateLimiter.capacity + 500) { _ = await limiter.admit(.signIn, key: "\(number)") }
        #expect(await limiter.count <= RateLimiter.capacity)
    }

    @Test("over HTTP the envelope says so, and other routes go on")
    func http() async throws {
        try await Deployment.with([:]) { deployment in
            var refused: Reply?
            for _ in 0...Limit.signIn.allowance where refused == nil {
                let reply = try await deployment.send(
                    "POST", "/api/v1/owner/login", #"{"email":"a@b.example","password":"wrong"}"#)
                if reply.status == 429 { refused = reply } else { #expect(reply.status == 401) }
            }
            let reply = try #require(refused, "the limit was never used up")
            #expect(reply.code == "rate_limited")
            #expect((1...300).contains(Int(reply.headers.first(name: "Retry-After") ?? "") ?? 0))
            #expect(try await deployment.send("GET", "/api/v1/signup/slug-available?slug=free-one").status == 200)
        }
    }
}
