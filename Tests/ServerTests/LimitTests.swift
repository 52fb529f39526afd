import Foundation
import Testing

@testable import Generated
@testable import Server

@Suite("rate limits", .serialized)
struct LimitTests {
    @Test("a used-up limit is refused until the time that it names, refills evenly, and tells what is left")
    func refill() {
        let start = ContinuousClock().now
        let limiter = RateLimiter(start: start)
        let (allowance, window) = (Limit.signIn.allowance, Limit.signIn.window)
        let step = window / allowance
        for number in 1...allowance {
            #expect(
                limiter.admit(.signIn, by: "a", at: start)
                    == .admitted(remaining: allowance - number, wholeAfterSeconds: number * step))
        }
        let refused = Admission.refused(retryAfterSeconds: step, wholeAfterSeconds: window)
        #expect(limiter.admit(.signIn, by: "a", at: start) == refused)
        #expect(limiter.admit(.signIn, by: "a", at: start) == refused, "a refusal uses up nothing")
        let later = start + .seconds(step)
        let almost = later - .milliseconds(1)
        #expect(
            limiter.admit(.signIn, by: "a", at: almost)
                == .refused(retryAfterSeconds: 1, wholeAfterSeconds: window - step + 1))
        #expect(limiter.admit(.signIn, by: "a", at: later) == .admitted(remaining: 0, wholeAfterSeconds: window))
        #expect(limiter.admit(.signIn, by: "a", at: later) == refused)
        let afterwards = later + .seconds(window)
        #expect(
            limiter.admit(.signIn, by: "a", at: afterwards)
                == .admitted(remaining: allowance - 1, wholeAfterSeconds: step))
    }

    @Test("keys and limits count apart")
    func apart() {
        let start = ContinuousClock().now
        let limiter = RateLimiter(start: start)
        for _ in 0...Limit.signIn.allowance { _ = limiter.admit(.signIn, by: "a", at: start) }
        #expect(!limiter.admit(.signIn, by: "a", at: start).isAdmitted)
        #expect(limiter.admit(.signIn, by: "b", at: start).isAdmitted)
        #expect(limiter.admit(.signup, by: "a", at: start).isAdmitted)
    }

    @Test("a factor admits as many times more, and what is left is told in the contract's measure")
    func factor() {
        let start = ContinuousClock().now
        let limiter = RateLimiter(factor: 3, start: start)
        let admitted = (0..<Limit.guest.allowance * 4).prefix { _ in
            limiter.admit(.guest, by: "a", at: start).isAdmitted
        }
        #expect(admitted.count == Limit.guest.allowance * 3)
        guard case .admitted(let remaining, _) = limiter.admit(.guest, by: "b", at: start) else {
            Issue.record("refused")
            return
        }
        #expect(remaining == Limit.guest.allowance - 1)
    }

    @Test("its memory is bounded, and what goes is what has recovered the most")
    func bounded() {
        var table = AllowanceTable(sets: 1)
        for number in 0..<UInt64(AllowanceTable.ways) { table.remember(Int64(100 + number), for: number) }
        #expect(table.count == AllowanceTable.ways && table[0] == 100)
        table.remember(500, for: 3)
        table.remember(50, for: 99)
        #expect(table.count == AllowanceTable.ways)
        #expect(table[0] == nil && table[1] == 101 && table[3] == 500 && table[99] == 50)
        table.remember(60, for: 98)
        #expect(table[99] == nil && table[98] == 60 && table[1] == 101)
    }

    @Test("newcomers by the thousand do not help one out of a used-up limit that the table has room for")
    func crowded() {
        let start = ContinuousClock().now
        let limiter = RateLimiter(sets: 64, start: start)
        for _ in 0..<Limit.signIn.allowance { _ = limiter.admit(.signIn, by: "spent", at: start) }
        // Each has asked once: their allowances are whole long before the other's.
        for number in 0..<5_000 { _ = limiter.admit(.signIn, by: "newcomer \(number)", at: start) }
        #expect(!limiter.admit(.signIn, by: "spent", at: start).isAdmitted)
    }

    @Test("publishable keys are counted by who uses them, from whatever page; secret keys are not")
    func pageKeys() async throws {
        try await Deployment.with([:]) { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let publishable = try await deployment.send(
                "POST", "/api/v1/admin/keys", #"{"name":"Page","key_type":"publishable"}"#, token: a.owner)["secret"]
            var refused: Reply?
            for _ in 0...(Limit.pageKeys.allowance * 2) where refused == nil {
                let reply = try await deployment.send("GET", "/api/product/v1/me", token: publishable)
                if reply.status == 429 { refused = reply } else { #expect(reply.status == 200) }
            }
            #expect(refused?.code == "rate_limited")
            #expect(try await deployment.send("GET", "/api/product/v1/me", token: a.key).status == 200)
        }
    }

    @Test("over HTTP the envelope says so, headers count down, and other routes go on")
    func http() async throws {
        try await Deployment.with([:]) { deployment in
            var refused: Reply?
            for number in 0...Limit.signInAccount.allowance where refused == nil {
                let reply = try await deployment.send(
                    "POST", "/api/v1/owner/login", #"{"email":"a@b.example","password":"wrong"}"#)
                #expect(reply.headers["RateLimit"].contains { $0.hasPrefix("\"sign_in\";r=") })
                if reply.status == 429 {
                    refused = reply
                } else {
                    #expect(reply.status == 401)
                    let left = Limit.signInAccount.allowance - 1 - number
                    #expect(reply.headers["RateLimit"].contains { $0.hasPrefix("\"sign_in_account\";r=\(left);") })
                    #expect(reply.headers["RateLimit-Policy"].count == 2)
                }
            }
            let reply = try #require(refused, "the limit was never used up")
            #expect(reply.code == "rate_limited")
            #expect((1...900).contains(Int(reply.headers.first(name: "Retry-After") ?? "") ?? 0))
            #expect(try await deployment.send("GET", "/api/v1/signup/slug-available?slug=free-one").status == 200)
        }
    }
}

extension Admission: Equatable {
    public static func == (left: Admission, right: Admission) -> Bool { "\(left)" == "\(right)" }

    fileprivate var isAdmitted: Bool { if case .admitted = self { true } else { false } }
}
