/// A response as the generated code makes it.
public struct APIResponse: Sendable {
    /// The HTTP status, 200–599.
    public let status: Int
    /// Headers beside the content type, in the order in which they are sent.
    public let headers: [Header]
    /// JSON in UTF-8.
    public let body: [UInt8]

    public init(status: Int, headers: [Header] = [], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public struct Header: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension APIResponse {
    /// The same response with more headers.
    public func adding(_ more: [Header]) -> APIResponse {
        more.isEmpty ? self : APIResponse(status: status, headers: headers + more, body: body)
    }

    /// A response that anybody may keep for a while. A client that has it already is told so without a body.
    public func cacheable(for seconds: Int, _ request: APIRequest) -> APIResponse {
        // FNV-1a, 64 bits: it tells versions of one document apart, and guards nothing.
        let hash = body.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let tag = "W/\"\(String(hash, radix: 16))\""
        let caching = [Header("ETag", tag), Header("Cache-Control", "public, max-age=\(seconds)")]
        let known = request.header("if-none-match")?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
        if known.contains(tag) || known == ["*"] {
            return APIResponse(status: 304, headers: headers + caching, body: [])
        }
        return adding(caching)
    }
}

/// The envelope that every answer has.
extension APIResponse {
    /// `{"data": …}`.
    public static func success(_ status: Int, _ data: some JSONWritable) -> APIResponse {
        var json = JSONWriter()
        json.openObject()
        json.member("data", data)
        json.closeObject()
        return APIResponse(status: status, headers: [], body: json.bytes)
    }

    /// `{"data": […], "next_cursor": …, "has_more": …}`.
    public static func success<Element>(_ status: Int, _ page: Page<Element>) -> APIResponse {
        var json = JSONWriter()
        json.openObject()
        json.member("data", page.elements)
        json.member("next_cursor", orNull: page.nextCursor)
        json.member("has_more", page.nextCursor != nil)
        json.closeObject()
        return APIResponse(status: status, headers: [], body: json.bytes)
    }

    /// `{"error": {"code", "message", "request_id", "details"}}`.
    public static func failure(
        _ status: Int, code: String, message: String, details: [FieldProblem], headers: [Header], requestId: String
    ) -> APIResponse {
        var json = JSONWriter()
        json.openObject()
        json.key("error")
        json.openObject()
        json.member("code", code)
        json.member("message", message)
        json.member("request_id", requestId)
        if !details.isEmpty { json.member("details", details) }
        json.closeObject()
        json.closeObject()
        return APIResponse(status: status, headers: headers, body: json.bytes)
    }
}
