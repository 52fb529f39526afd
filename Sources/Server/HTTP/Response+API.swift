import HTTPTypes
import Hummingbird
import NIOCore
import Runtime

extension Response {
    /// - Parameter rest: What the client may still be sending, to be got rid of behind the answer.
    init(_ response: APIResponse, headers: HTTPFields, isHead: Bool, then rest: IncomingBody?) {
        var headers = headers
        // A HEAD's reply names the length that the GET's would have; a 204 or a 304 names none.
        if !response.body.isEmpty { headers[.contentLength] = String(response.body.count) }
        let bytes = ByteBuffer(bytes: isHead ? [] : response.body)
        var body = bytes.readableBytes == 0 ? ResponseBody() : ResponseBody(byteBuffer: bytes)
        if let rest {
            body = ResponseBody(contentLength: response.body.count) { writer in
                try await writer.write(bytes)
                try await writer.finish(nil)
                await rest.discard()
            }
        }
        self.init(status: HTTPResponse.Status(code: response.status), headers: headers, body: body)
    }
}
