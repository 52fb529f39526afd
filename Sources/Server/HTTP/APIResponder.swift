import Generated
import HTTPTypes
import Hummingbird
import Runtime

/// Carries requests from Hummingbird to the generated dispatcher, and answers back.
struct APIResponder<API: Handlers, Guard: Gate>: HTTPResponder {
    typealias Context = ClientContext

    let dispatcher: Dispatcher<API, Guard>
    let locator: ClientLocator
    let headers: ReplyHeaders
    let metrics: MetricsPage
    let meter: RequestMeter
    let log: AccessLog

    func respond(to request: Request, context: ClientContext) async throws -> Response {
        if let page = await metrics.answer(request, from: context.address) { return page }
        let origin = locator.origin(
            peer: context.address, forwarded: request.headers.all("X-Forwarded-For"),
            page: request.headers.all("Origin"))
        let body = IncomingBody(of: request, over: context.channel)
        let (served, duration) = try await meter.measure { try await serve(request, body, from: origin) }
        log.record(served, origin: origin, duration: duration)
        return Response(
            served.response, headers: headers.all(for: served.response, requestId: origin.requestId),
            isHead: request.method == .head,
            then: served.isUnread ? body : nil)
    }

    private func serve(_ request: Request, _ body: IncomingBody, from origin: RequestOrigin) async throws -> Served {
        guard let path = PathSegments(String(request.uri.string.prefix { $0 != "?" })) else {
            return Served(.unknownPath(from: origin), isUnread: true)
        }
        guard let body = try await body.bytes(upTo: Dispatcher<API, Guard>.bodyLimit) else {
            return Served(.tooLarge(from: origin), isUnread: true)
        }
        // Whoever asks with HEAD gets what GET would answer, but for the body.
        let method = request.method == .head ? HTTPRequest.Method.get : request.method
        let apiRequest = APIRequest(
            method: method.rawValue, path: path, query: request.uri.query ?? "",
            headers: request.headers.byName, body: body, origin: origin)
        var answer = await dispatcher.answer(apiRequest)
        if let fault = answer.fault, LostFooting.isMeant(by: fault) { answer = await dispatcher.answer(apiRequest) }
        if Preflight.isAsked(by: request), let permission = Preflight.permission(from: answer.response) {
            return Served(permission)
        }
        return Served(answer)
    }
}

/// What was answered, and what logs and metrics tell of it.
struct Served: Sendable {
    let response: APIResponse
    /// Nil when the request was not for any operation.
    let operation: APIOperation?
    /// What went wrong on the server's side.
    let fault: (any Error)?
    /// Whether the client may still be sending the body.
    let isUnread: Bool

    init(_ answer: Answer, isUnread: Bool = false) {
        (response, operation, fault) = (answer.response, answer.operation, answer.fault)
        self.isUnread = isUnread
    }

    init(_ response: APIResponse) {
        (self.response, operation, fault, isUnread) = (response, nil, nil, false)
    }
}

extension HTTPFields {
    /// Values by lower-case name. A name that is sent twice gives both values, which no token survives.
    fileprivate var byName: [String: String] {
        Dictionary(map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { "\($0), \($1)" })
    }

    /// All values of a name, joined by commas; nil without any.
    func all(_ name: String) -> String? {
        let values = HTTPField.Name(name).map { self[values: $0] } ?? []
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
