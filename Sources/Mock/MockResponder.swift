import HTTPTypes
import Hummingbird
import Mocking

/// Carries requests from Hummingbird to the mock, and its answers back.
struct MockResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let current: CurrentAPI

    func respond(to request: Request, context: Context) async throws -> Response {
        let api = current.value
        let asked = MockRequest(
            method: request.method.rawValue, target: request.uri.string, headers: request.headers.pairs,
            body: try await body(of: request, upTo: api.contract.bodyLimit + 1))
        var answer = api.answer(asked)
        if let permission = OpenPages.permission(for: asked, from: answer, api.contract) { answer = permission }
        // By its template: what stands in a path, a query or a body is nobody's business.
        let route = answer.operation?.route.template ?? "(no operation)"
        Terminal.say("\(request.method.rawValue) \(route) \(answer.status)")
        return Response(answer, isHead: request.method == .head)
    }

    /// So many of the body's bytes at most; the rest is taken off the wire and dropped.
    private func body(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            bytes.append(contentsOf: buffer.readableBytesView.prefix(limit - bytes.count))
        }
        return bytes
    }
}

extension HTTPFields {
    var pairs: [(name: String, value: String)] { map { ($0.name.rawName, $0.value) } }
}

extension Response {
    init(_ answer: MockResponse, isHead: Bool) {
        var body = ResponseBody()
        var headers = answer.fields
        if !answer.body.isEmpty {
            // A HEAD's reply names the length that the GET's would have.
            headers[.contentLength] = String(answer.body.count)
            if !isHead { body = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) }
        }
        self.init(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }
}

extension MockResponse {
    /// The answer's headers, and those that every answer has.
    var fields: HTTPFields {
        var fields = HTTPFields()
        let content = body.isEmpty ? [] : [Header("Content-Type", "application/json")]
        for header in headers + content + OpenPages.headers {
            // Several of one name are several things to say, such as one line for each limit that counted.
            if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
        }
        return fields
    }
}
