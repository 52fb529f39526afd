import HTTPTypes
import Hummingbird
import Runtime

/// The question of a browser whether a page may send a request (Fetch standard, CORS preflight).
enum Preflight {
    /// What pages may send beside what they may always.
    private static let allowedHeaders = [
        "Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "X-API-Key",
    ]
    /// For how long a browser need not ask again, in seconds; none remembers it for longer than a day, most for two
    /// hours.
    private static let memory = 7_200

    static func isAsked(by request: Request) -> Bool {
        request.method == .options && request.headers[.accessControlRequestMethod] != nil
            && request.headers[.origin] != nil
    }

    /// The answer, given what the dispatcher says to OPTIONS: which methods the path answers, if it knows the path.
    static func permission(from answer: APIResponse) -> APIResponse? {
        guard answer.status == 405, let allow = answer.headers.first(where: { $0.name == "Allow" }) else { return nil }
        return APIResponse(
            status: 204,
            headers: [
                APIResponse.Header("Access-Control-Allow-Methods", allow.value),
                APIResponse.Header("Access-Control-Allow-Headers", allowedHeaders.joined(separator: ", ")),
                APIResponse.Header("Access-Control-Max-Age", String(memory)),
            ],
            body: [])
    }
}
