import Contract
import Mocking

/// Lets every web page ask the mock (Fetch standard, CORS): front ends are developed on pages of their own.
enum OpenPages {
    /// What stands on every answer.
    static let headers = [
        MockResponse.Header("Access-Control-Allow-Origin", "*"),
        MockResponse.Header(
            "Access-Control-Expose-Headers",
            "ETag, Idempotency-Replayed, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, "
                + "WWW-Authenticate, X-Request-Id"),
    ]

    /// The answer to a browser's question whether a page may send a request; nil where it is none, or the path is
    /// unknown.
    static func permission(
        for request: MockRequest, from answer: MockResponse, _ contract: Contract
    ) -> MockResponse? {
        guard request.method == "OPTIONS", request.header("Access-Control-Request-Method") != nil,
            request.header("Origin") != nil, let allow = answer.header("Allow")
        else { return nil }
        let carriers = contract.credentials.flatMap(\.carriers).compactMap { carrier -> String? in
            if case .header(let name) = carrier { name } else { nil }
        }
        let names =
            ["Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "Prefer", "X-Mock-Error"]
            + Array(Set(carriers)).sorted()
        return MockResponse(
            status: 204,
            headers: [
                MockResponse.Header("Access-Control-Allow-Methods", allow),
                MockResponse.Header("Access-Control-Allow-Headers", names.joined(separator: ", ")),
                MockResponse.Header("Access-Control-Max-Age", "600"),
            ])
    }
}
