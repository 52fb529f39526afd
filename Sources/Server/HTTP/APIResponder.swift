import Generated
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Runtime

/// Carries requests from Hummingbird to the generated dispatcher, and answers back.
struct APIResponder<API: Handlers, Guard: Gate>: HTTPResponder {
    typealias Context = ClientContext

    let dispatcher: Dispatcher<API, Guard>
    let log: AccessLog

    func respond(to request: Request, context: ClientContext) async throws -> Response {
        let started = ContinuousClock().now
        let origin = RequestOrigin(address: context.address, requestId: RequestId.new())
        let answer = try await answer(request, from: origin)
        log.record(answer, origin: origin, duration: ContinuousClock().now - started)
        return Response(answer.response, requestId: origin.requestId, isHead: request.method == .head)
    }

    private func answer(_ request: Request, from origin: RequestOrigin) async throws -> Answer {
        guard let path = PathSegments(String(request.uri.string.prefix { $0 != "?" })) else {
            return .unknownPath(from: origin)
        }
        guard let body = try await collectBody(of: request) else { return .tooLarge(from: origin) }
        return await dispatcher.answer(
            APIRequest(
                method: request.method.rawValue, path: path, query: request.uri.query ?? "",
                headers: Self.headers(of: request), body: body, origin: origin))
    }

    /// Nil when the body is larger than any operation takes; the rest of it is then never held in memory.
    private func collectBody(of request: Request) async throws -> [UInt8]? {
        let limit = Dispatcher<API, Guard>.bodyLimit
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { return nil }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= limit else { return nil }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// Values by lower-case name. A name that is sent twice gives both values, which no token survives.
    private static func headers(of request: Request) -> [String: String] {
        Dictionary(
            request.headers.map { ($0.name.canonicalName, $0.value) },
            uniquingKeysWith: { "\($0), \($1)" })
    }
}

extension Response {
    fileprivate init(_ response: APIResponse, requestId: String, isHead: Bool) {
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("X-Request-Id") { headers[name] = requestId }
        for header in response.headers {
            if let name = HTTPField.Name(header.name) { headers[name] = header.value }
        }
        let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: response.body))
        self.init(status: HTTPResponse.Status(code: response.status), headers: headers, body: body)
    }
}
